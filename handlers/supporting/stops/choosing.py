"""The last day and who hears it, and then it is stored."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.school.endings import PlacementLife
from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.stops import StopAudience, Stopping, StopReason
from bot.messages import Reply, Sayable, _, lines, listed
from bot.use_cases.supporting.stops.stop_placement import (
    AlreadyStopped,
    FarLastDay,
    Stopped,
    find_stoppable,
    stop_placement,
)
from handlers.scoring.taps import UndoEntry
from handlers.supporting.stops.asked import StopDayOffered
from handlers.supporting.stops.phrases import say_day, say_stop
from handlers.supporting.stops.stops import NOT_YOURS, ask_why
from handlers.supporting.stops.taps import LastDay, StopPlacement, WhyStop
from handlers.talking.meaning.near_days import reaches
from handlers.talking.phrases import first_name
from handlers.talking.routing.offering import keep_offer, offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

FRIDAY = 4


def tapped_why(turn: Turn, tap: WhyStop) -> Replies:
    """Ask which day is the last one."""
    found = find_stoppable(turn.uow, turn.tracks, tap.placement)
    if found is None:
        return [Reply(NOT_YOURS)]
    text = _("Which day is the last one at {workplace}? Tap it, or type a date.",
             workplace=found[1].workplace)  # fmt: skip
    rows = tuple((button(label, LastDay(tap.placement, tap.reason, day)),)
                 for label, day in _offered(turn))  # fmt: skip
    turn.ask(StopDayOffered())
    return [keep_offer(turn, Reply(text, rows, edit=True), StopDayOffered)]


def mean_day(turn: Turn, asked: StopDayOffered, text: str) -> Tap | None:
    """Read a typed last day, about what the buttons are about."""
    day = reaches(text, turn.today)
    first = turn.table.tap(asked.rows[0][0][1]) if asked.rows else None
    if day is None or first is None or not isinstance(first[0], LastDay):
        return None
    return LastDay(first[0].placement, first[0].reason, day)


def tapped_day(turn: Turn, tap: LastDay) -> Replies:
    """Ask who hears it."""
    found = find_stoppable(turn.uow, turn.tracks, tap.placement)
    if found is None:
        return [Reply(NOT_YOURS)]
    text = lines(
        _("Last day: {day}.", day=say_day(tap.day, turn.person)),
        _("Who hears it? With this tap it is stored."),
    )
    rows = tuple(
        (button(label, StopPlacement(tap.placement, tap.reason, tap.day, hears)),)
        for hears, label in _audiences(turn, found[0])
    )
    return [offer(turn, Reply(text, rows, edit=True))]


def tapped_stopped(turn: Turn, tap: StopPlacement) -> Replies:
    """Store that a placement stops, and say what follows."""
    found = find_stoppable(turn.uow, turn.tracks, tap.placement)
    if found is None:
        return [Reply(NOT_YOURS)]
    said = Stopping(StopReason(tap.reason), tap.day, StopAudience(tap.hears))
    try:
        stopped = stop_placement(turn.uow, turn.person.id, found[1], said, turn.at)
    except AlreadyStopped:
        return [ask_why(turn, *found, edit=True)]
    except FarLastDay:
        far = _("Nothing was stored: {day} is too far away to be a last day. /stops asks again.",
                day=say_day(tap.day, turn.person))  # fmt: skip
        return [Reply(far, edit=True)]
    turn.close()
    undo = (button(_("↩ Undo"), UndoEntry(stopped.entry)),)
    return [Reply(_confirmed(turn, stopped, *found), (undo,), edit=True)]


def _confirmed(turn: Turn, stopped: Stopped, track: Track, life: PlacementLife) -> Sayable:
    student = first_name(track)
    return lines(
        say_stop(stopped.stop, turn.person),
        _("Told: {names}.", names=listed(stopped.told))
        if stopped.told
        else _("Nobody else is told."),
        _(
            "All scores stay. Nobody at {workplace} is asked anything about {student} any more.",
            workplace=life.workplace,
            student=student,
        )
        if stopped.stop.said.last_day < turn.today
        else _(
            "All scores stay. After that day nobody at {workplace} is asked anything about "
            "{student} any more.",
            workplace=life.workplace,
            student=student,
        ),
        _("{student} keeps the track, and so do teacher and coach.", student=student),
    )


def _offered(turn: Turn) -> Iterator[tuple[Sayable, date]]:
    today = turn.today
    yield _("today, {day}", day=say_day(today, turn.person)), today
    if today.weekday() < FRIDAY:
        friday = today + timedelta(days=FRIDAY - today.weekday())
        yield _("end of this week, {day}", day=say_day(friday, turn.person)), friday
    monday = today + timedelta(days=7 - today.weekday())
    then = monday + timedelta(days=FRIDAY)
    yield _("end of next week, {day}", day=say_day(then, turn.person)), then


def _audiences(turn: Turn, track: Track) -> Iterator[tuple[StopAudience, Sayable]]:
    yield StopAudience.ALL, _("everybody around {student}", student=first_name(track))
    yield StopAudience.SCHOOL, _("teacher and coach")
    coaches = (coach for coach, _zone in turn.uow.alerts.list_coaches(track.id))
    alone = all(coach == turn.person.id for coach in coaches)
    is_coach = Role.COACH in track.roles
    yield StopAudience.COACH, _("nobody else") if is_coach and alone else _("coach only")
