"""Asking the coach for a visit, and what the coach hears of it."""

from bot.domain.school.tracks import Role
from bot.messages import Reply, _, listed
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.visiting.ask_for_visit import ask_for_visit
from bot.use_cases.visiting.see_visits import see_visits_at
from handlers.talking.naming.in_role import in_role
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn
from handlers.visiting.phrases import NOT_YOUR_VISIT, place_of
from handlers.visiting.taps import AskForVisit, PlanVisit, PrepareVisit


def tapped_ask(turn: Turn, tap: AskForVisit) -> Replies:
    """Ask the coach for a visit, once."""
    own = [track for track in turn.tracks if track.ended_at is None]
    standing = see_visits_at(turn.uow, own, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_VISIT)]
    if standing.to_come is not None:
        return [Reply(_("A visit is asked for or planned already."), edit=True)]
    named = ask_for_visit(turn.uow, standing, turn.person, turn.at)
    if not named:
        return [Reply(_("There is no coach who could come by: talk to somebody at school."))]
    return [Reply(_("I tell {names} that you ask for a visit.", names=listed(named)), edit=True)]


def tell_visit_asked(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell a coach who asks for a visit; nothing where it is planned by now."""
    visit = turn.uow.visits.find(message.about_id or 0, [own.id for own in turn.coached_tracks])
    by = turn.uow.people.find(visit.asked_by) if visit and visit.asked_by else None
    if visit is None or by is None or visit.planned_for or visit.held_on:
        return None
    here = visit.placed.placement_id
    who = in_role(turn, by.name, visit.placed.track_id, Role.TEACHER)
    text = _("{who} asks you to come by: {place}.", who=who, place=place_of(visit.placed))
    rows = ((button(_("plan a visit"), PlanVisit(here)), button(_("prepare"), PrepareVisit(here))),)
    return MessagePart(text, rows)
