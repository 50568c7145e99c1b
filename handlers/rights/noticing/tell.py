"""Telling anew what is kept, to who was told an older notice, or none."""

from collections.abc import Sequence

from bot.messages import _, lines
from bot.ports.telling.errands import Errand
from bot.showing.privacy.sections import PrivacySection
from bot.use_cases.rights.noticing.note_told import note_told
from handlers.rights.noticing.taps import ShowPrivacy
from handlers.talking.rights.notice import say_notice
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_notice(turn: Turn, _errands: Sequence[Errand]) -> MessagePart:
    """Say the notice, in the message of the day; it counts as told from then on."""
    note_told(turn.uow, turn.person, turn.at)
    text = lines(_("What is kept of you, told anew:"), *say_notice(turn))
    rights = button(_("What you can ask"), ShowPrivacy(PrivacySection.RIGHTS))
    return MessagePart(text, ((rights,),))
