"""How it is said that a placement stops, to who says it and to who hears it."""

from datetime import date

from bot.domain.days import opening
from bot.domain.school.tracks import Person
from bot.domain.supporting.stops import PlacementStop
from bot.messages import Day, Sayable, _
from bot.showing.words.stop_reasons import STOP_REASONS
from handlers.talking.naming.in_role import in_role
from handlers.talking.turn import Turn


def say_stop(stop: PlacementStop, reader: Person) -> Sayable:
    """Say where a student stops, after which day, and why."""
    return _(
        "{student} stops at {workplace}. Last day: {day} ({reason}).",
        student=stop.student,
        workplace=stop.workplace,
        day=say_day(stop.said.last_day, reader),
        reason=STOP_REASONS[stop.said.reason],
    )


def say_day(day: date, reader: Person) -> Day:
    """Show a day to somebody."""
    return Day(opening(day, reader.time_zone))


def say_by(turn: Turn, stop: PlacementStop) -> Sayable:
    """Say who said it, and in which role where they have two."""
    by = turn.uow.people.find(stop.by_id) if stop.by_id else None
    if by is None:
        return _("Said by the school.")
    return _("Said by {who}.", who=in_role(turn, by.name, stop.track_id))
