"""The year as a table, a line a week: what came due, whether it was told, and how many messages."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """One week: things that had their last day in it, and the messages of it."""

    begins: date
    due: int
    in_time: int
    told_before: int
    too_late: int
    """What came to be when no school day was left to tell it on."""

    late: int
    on_desk: int
    messages: int
    with_desk: int
    most_a_day: int
    alerts: int


HEAD = (
    "week of       due  done in time  told before  new too late  late, end of week  on the desk"
    "  messages  of which desk  most a day  alerts"
)


def say_week(week: WeekFigures) -> str:
    """Write one line of the table."""
    return (
        f"{week.begins}{week.due:7}{week.in_time:14}{week.told_before:13}{week.too_late:14}{week.late:19}"
        f"{week.on_desk:13}{week.messages:10}{week.with_desk:15}{week.most_a_day:12}"
        f"{week.alerts:8}"
    )
