"""Planning a visit: a moment that is proposed, moved in place, or typed, with a calendar's file."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.domain.dated import Matter
from bot.domain.meetings import fits, propose
from bot.messages import Moment, Reply, Sayable, Text, _, lines
from bot.use_cases.visiting.plan_visit import plan_visit
from bot.use_cases.visiting.see_visits import VisitStanding
from handlers.talking.moments.entry import describe_meeting
from handlers.talking.moments.offering import offer_moments, say_still_planned
from handlers.talking.moments.reading import mean_moment_of, moment_or_why
from handlers.talking.moments.taken import say_taken, taken_moments
from handlers.talking.routing.offering import offer_beside
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words
from handlers.visiting.asked import VisitMomentAwaited, VisitOffered
from handlers.visiting.phrases import NOT_YOUR_VISIT, place_of
from handlers.visiting.taps import ChooseVisit, MoveVisit, PlanVisit, ShowVisits, TypeVisitMoment
from handlers.visiting.visits import coached_standing

MINUTES = 60

NOT_THEN = _("A visit is planned for a moment to come, within a year.")
_SAID_WHEN: dict[bool, Text] = {
    False: _("Proposed: {when}, {minutes} minutes. The file puts it in a calendar."),
    True: _("Planned: {when}, {minutes} minutes. The file is for the calendar of who is there."),
}


def tapped_plan(turn: Turn, tap: PlanVisit) -> Replies:
    """Show a visit at the moment that is proposed; nothing is planned yet."""
    standing = coached_standing(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_VISIT)]
    return [_proposed(turn, standing, propose(turn.at, turn.person.time_zone, taken_moments(turn)))]


def tapped_move(turn: Turn, tap: MoveVisit) -> Replies:
    """Show the visit at another moment, in place."""
    standing = coached_standing(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_VISIT)]
    if not fits(tap.moment, turn.at):
        return [Reply(NOT_THEN)]
    return [replace(_proposed(turn, standing, tap.moment), edit=True)]


def tapped_choose(turn: Turn, tap: ChooseVisit) -> Replies:
    """Plan the visit at the moment that is shown."""
    standing = coached_standing(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_VISIT)]
    if not fits(tap.moment, turn.at):
        return [Reply(NOT_THEN)]
    return [replace(_plan(turn, standing, tap.moment), edit=True)]


def tapped_type(turn: Turn, tap: TypeVisitMoment) -> Replies:
    """Wait for a day and a time to be typed."""
    standing = coached_standing(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_VISIT)]
    text = lines(
        _("When is the visit? Type a day and a time, such as Friday 15:00 or 18/12 15:00."),
        _("I tell nobody of it: you send the calendar file to who is there."),
    )
    return await_words(turn, VisitMomentAwaited(placement=tap.placement), text)


def mean_visit_moment(turn: Turn, asked: VisitOffered, text: str) -> Tap | None:
    """Read a moment that is typed instead of the proposed one; of a day alone the hour is asked."""
    moment, has_day = mean_moment_of(turn, text)
    if moment is not None:
        return ChooseVisit(asked.placement, moment)
    return TypeVisitMoment(asked.placement) if has_day else None


def typed_visit_moment(turn: Turn, question: VisitMomentAwaited, text: str) -> Replies:
    """Plan the visit at the day and time that were typed; the question stays until one is read."""
    moment = moment_or_why(turn, text, NOT_THEN)
    if isinstance(moment, Text):
        return [Reply(moment)]
    standing = coached_standing(turn, question.placement)
    turn.close()
    return [_plan(turn, standing, moment) if standing else Reply(NOT_YOUR_VISIT)]


def _plan(turn: Turn, standing: VisitStanding, moment: datetime) -> Reply:
    plan_visit(turn.uow, standing, turn.person, moment, turn.at)
    return _at(turn, standing, moment, chosen=True)


def _proposed(turn: Turn, standing: VisitStanding, begins: datetime) -> Reply:
    kind = partial(VisitOffered, placement=standing.placed.placement_id)
    return offer_beside(turn, _at(turn, standing, begins), kind)


def _at(turn: Turn, standing: VisitStanding, begins: datetime, *, chosen: bool = False) -> Reply:
    """Show a visit with its calendar entry at a moment, to be chosen, and other moments."""
    here = standing.placed.placement_id
    # One meeting as long as it has not been: the next visit is another.
    after = standing.last.id if standing.last else 0
    entry = describe_meeting(turn, f"visit {here} {after}", _title(standing), begins, MINUTES)
    when = replace(_SAID_WHEN[chosen], args={"when": Moment(begins), "minutes": MINUTES})
    choose = None if chosen else ChooseVisit(here, begins)
    rows = offer_moments(turn, begins, choose, partial(MoveVisit, here), TypeVisitMoment(here))
    stands = None if chosen else _say_planned(standing)
    also = say_taken(turn, begins, Matter.VISIT_PLANNED, (here,))
    back = ((button(_("leave it as planned"), ShowVisits(here)),),) if stands else ()
    return Reply(lines(_title(standing), when, also, stands), (*rows, *back), files=(entry,))


def _say_planned(standing: VisitStanding) -> Sayable | None:
    """Say which moment stands as long as no other is chosen; None where none is planned."""
    planned = standing.to_come.planned_for if standing.to_come else None
    return say_still_planned(planned) if planned else None


def _title(standing: VisitStanding) -> Sayable:
    return _("Visit to {place}", place=place_of(standing.placed))
