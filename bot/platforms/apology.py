"""What somebody hears whose message was set aside, and in which language.

Where a message is set aside or takes too long, nobody has looked up who wrote it.
"""

from bot.messages import Text, _
from bot.ports import JobOutcome

MOST = 10_000
"""Chats of which the language is remembered."""

APOLOGY = _(
    "Sorry, I stumbled over that message. Nothing of it was stored, and it was put aside to be "
    "looked at. Try it another way, or /help."
)
TOO_MUCH = _(
    "Sorry, that is more work than I may do for one message while others wait. Nothing of it was "
    "stored, and it was put aside to be looked at. Ask for less at once, in several messages."
)


def apology_for(outcome: JobOutcome) -> Text:
    """Say why a message was set aside."""
    return TOO_MUCH if outcome.beyond else APOLOGY


class Tongues:
    """The language in which each chat was last answered; the longest silent ones are forgotten."""

    def __init__(self, most: int = MOST) -> None:
        """Remember so many chats at most."""
        self._most = most
        self._last: dict[int | str, str] = {}

    def answered(self, chat: int | str, language: str) -> None:
        """Note an answer."""
        self._last.pop(chat, None)
        self._last[chat] = language
        if len(self._last) > self._most:
            del self._last[next(iter(self._last))]

    def of(self, chat: int | str) -> str:
        """Tell a chat's language; empty where it is not known."""
        return self._last.get(chat, "")
