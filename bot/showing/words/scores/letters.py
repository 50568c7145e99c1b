"""What e-mails say: that something waits on the page, or the code that confirms an address.

As with every ping no name stands in it, no score, and no word of anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.telling.mail_addresses import MailGiver
from bot.messages import Sayable, _
from bot.showing.words.pings import ping_of

GIVEN_BY: dict[MailGiver, Sayable] = {
    MailGiver.SCHOOL: _("Your school gave Kompaan this address."),
    MailGiver.OWN: _("You gave Kompaan this address."),
}
"""Why somebody gets e-mail."""


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words of an e-mail, not yet in its reader's language."""

    subject: Sayable
    words: Sequence[Sayable]
    foot: Sequence[Sayable]
    button: Sayable = ""


def words_of_ping(kind: str, giver: MailGiver) -> LetterWords:
    """Say that a message of a sort waits on the page."""
    return LetterWords(
        ping_of(kind),
        (
            ping_of(kind),
            _(
                "Read it and answer in your chat with Kompaan, on a device where that is open. For "
                "your privacy this e-mail does not say what it is about."
            ),
        ),
        (
            GIVEN_BY[giver],
            _("Nobody reads what is sent back to this e-mail."),
            _("Type /settings in your chat to be told elsewhere, or by no e-mail any more."),
        ),
        _("Open the message"),
    )


def words_of_code() -> LetterWords:
    """Say which code confirms an address."""
    return LetterWords(
        _("Your code for Kompaan"),
        (
            _(
                "Somebody gave this address to Kompaan, the chat of a school. If that was you, "
                "type this code in that chat; it works for a day:"
            ),
        ),
        (_("If it was not you, do nothing: no more e-mails come here."),),
    )


STOP = _("No more of these e-mails")
"""What the address that mutes is called."""
