"""Asking the coach for a visit, and what the coach hears of it."""

from collections.abc import Sequence

from bot.domain.school.tracks import Role
from bot.domain.visiting.visits import Visit
from bot.messages import Reply, Sayable, _, lines, listed
from bot.ports.telling.errands import Errand
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


def tell_visit_asked(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell a coach who asks for visits; nothing where all are planned by now."""
    tracks = [own.id for own in turn.coached_tracks]
    found = [turn.uow.visits.find(errand.about_id or 0, tracks) for errand in errands]
    asked = [visit for visit in found if visit and not visit.planned_for and not visit.held_on]
    if not asked:
        return None
    rows = tuple(
        (
            button(_("plan a visit"), PlanVisit(own.placed.placement_id)),
            button(_("prepare"), PrepareVisit(own.placed.placement_id)),
        )
        for own in asked
    )
    return MessagePart(lines(*(_say_asked(turn, own) for own in asked)), rows)


def _say_asked(turn: Turn, visit: Visit) -> Sayable:
    by = turn.uow.people.find(visit.asked_by) if visit.asked_by else None
    place = place_of(visit.placed)
    if by is None:
        return _("A visit is asked for: {place}.", place=place)
    who = in_role(turn, by.name, visit.placed.track_id, Role.TEACHER)
    return _("{who} asks you to come by: {place}.", who=who, place=place)
