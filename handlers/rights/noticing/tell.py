"""Telling anew what is kept, to who was told an older notice, or none; and that it may begin."""

from collections.abc import Sequence

from bot.domain.school.tracks import Role
from bot.messages import MessageKind, _, lines
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.showing.privacy.sections import PrivacySection
from bot.use_cases.rights.noticing.note_told import note_told
from handlers.rights.noticing.taps import ShowPrivacy
from handlers.talking.phrases import first_name
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


def tell_begins(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say that a guardian said yes, so that it may begin; None where that was taken back since."""
    track = turn.track(message.about_id or 0)
    if track is None or track.held:
        return None
    text = (
        _("Your parent or guardian said yes: we can begin. /help shows what you can do.")
        if Role.STUDENT in track.roles
        else _(
            "A parent or guardian of {student} said yes: scores and questions may begin.",
            student=first_name(track),
        )
    )
    return MessagePart(text, kind=MessageKind.ANSWER)
