"""What others hear of somebody's absence, by that person's own wish, and what that person hears."""

from bot.domain.school.tracks import Role
from bot.messages import Day, Reply, _, lines
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.supporting.absence.note_absence import tell_absence
from bot.use_cases.talking.change_preferences import Setting
from handlers.supporting.absence.standing_in import offer_substitute
from handlers.talking.naming.in_role import person_in_role
from handlers.talking.routing.doors import TellAbsence
from handlers.talking.settings import change_button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn


def tapped_tell(turn: Turn, _tap: TellAbsence) -> Replies:
    """Tell those around that this person is away, as they wish."""
    if not tell_absence(turn.uow, turn.person, turn.tracks, turn.at):
        return [Reply(_("You are not away now, so nothing is told."))]
    text = _("They hear that you are away and until when, and nothing else.")
    return [Reply(text, edit=True)]


def tell_away(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say to somebody around that one of theirs is away, where that still stands."""
    who = turn.uow.people.find(message.about_id or 0)
    until = who and turn.uow.absences.list_known([who.id], turn.at).get(who.id)
    if who is None or not until:
        return None
    student = any(track.student_id == who.id for track in turn.tracks)
    return MessagePart(
        lines(
            _("{name} is away up to and including {day}.", name=who.name, day=Day(until)),
            _("Until then you are asked nothing about it.") if student else None,
        ),
        () if student else offer_substitute(turn, who.id),
    )


def tell_noted(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say to who is away that another one noted it, and how to be back."""
    until = turn.uow.absences.list_known([turn.person.id], turn.at).get(turn.person.id)
    if until is None:
        return None
    by = turn.uow.people.find(message.about_id) if message.about_id else None
    coached = by is not None and by.id in turn.uow.tracks.list_coaches_around(turn.person.id)
    role = Role.COACH if coached else Role.TEACHER
    text = _(
        "{who} noted that you are away up to and including {day}. Until then I ask you nothing.",
        who=person_in_role(turn, by.id, by.name, role) if by else _("Your school"),
        day=Day(until),
    )
    return MessagePart(text, ((change_button(_("I am back"), Setting.ABSENT, "0"),),))
