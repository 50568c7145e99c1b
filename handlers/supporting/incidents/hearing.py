"""What coaches hear of an incident, at once, and what its reporter hears of them."""

from bot.domain.school.naming import is_erased
from bot.domain.school.tracks import Role
from bot.messages import MessageKind, Moment, Quoted, Reply, _, lines, listed
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.supporting.incidents.tell_incident import see_incident
from handlers.supporting.incidents.taps import SeeIncident
from handlers.talking.naming.in_role import in_role
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn


def tell_incident_on(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell a coach of an incident, with the words and the name of who reports it."""
    incident = turn.uow.incidents.find(message.about_id or 0, turn.person.id)
    by = incident and turn.uow.people.find(incident.by_id)
    if incident is None or not by:
        return None
    when = Moment(incident.told_at)
    who = in_role(turn, by.name, incident.track_id, Role.TEACHER)
    text = lines(
        _("Incident at work. {who} reports it ({when}):", who=who, when=when)
        if incident.by_id == incident.student_id
        else _(
            "Incident at work, about {student}. {who} reports it ({when}):",
            student=incident.student,
            who=who,
            when=when,
        ),
        Quoted(incident.words),
        _("Please tap that you have seen it: somebody waits for that."),
    )
    rows = ((button(_("I have seen it"), SeeIncident(incident.id)),),)
    return MessagePart(text, rows, MessageKind.ALERT)


def tapped_see(turn: Turn, tap: SeeIncident) -> Replies:
    """Note that a coach has seen it, and let its reporter know."""
    incident = see_incident(turn.uow, turn.person, tap.incident, turn.at)
    by = incident and turn.uow.people.find(incident.by_id)
    if incident is None or not by:
        return [Reply(_("That incident is not one of yours."))]
    if is_erased(by.name):
        gone = _("Noted. Who reported it was erased since. What you do now is up to you.")
        return [Reply(gone)]
    said = _("{who} hears that you have seen it. What you do now is up to you.", who=by.name)
    return [Reply(said)]


def tell_seen(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell who reported an incident which coaches have seen it."""
    incident = turn.uow.incidents.find(message.about_id or 0, turn.person.id)
    seen = turn.uow.incidents.list_seen(message.about_id or 0) if incident else ()
    found = [known.name for who, _at in seen if (known := turn.uow.people.find(who)) is not None]
    if incident is None or not found:
        return None
    names = [in_role(turn, name, incident.track_id, Role.COACH) for name in found]
    text = _("The incident that you reported was seen by {names}.", names=listed(names))
    return MessagePart(text)
