"""What somebody hears whose message was set aside, and in which language.

Where a message is set aside or takes too long, nobody has looked up who wrote it.
"""

from bot.messages import _

MOST = 10_000
"""Chats of which the language is remembered."""

APOLOGY = _(
    "Sorry, I stumbled over that message. Nothing of it was stored, and it was put aside to be "
    "looked at. Try it another way, or /help."
)


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
