"""How it is said that a placement stops, to who says it and to who hears it."""

from datetime import date

from bot.domain.days import opening
from bot.domain.school.tracks import Person
from bot.domain.supporting.stops import PlacementStop, StopReason
from bot.messages import Day, Sayable, _

STOP_REASONS: dict[StopReason, Sayable] = {
    StopReason.STUDENT: _("the student stops"),
    StopReason.COMPANY: _("the company stops"),
    StopReason.BOTH: _("both agree"),
    StopReason.ELSE: _("another reason"),
}
"""Why a placement stops, on a button and in a sentence."""


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
