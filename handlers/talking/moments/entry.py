"""The calendar's file of a meeting."""

from datetime import datetime

from bot.messages import CalendarEntry, Sayable
from handlers.talking.turn import Turn


def describe_meeting(
    turn: Turn, meeting: str, title: Sayable, begins: datetime, minutes: int
) -> CalendarEntry:
    """Describe it as it is from now on, at a moment (aware).

    A calendar knows it again by `meeting`, and takes the later of two files for the one that holds.
    """
    return CalendarEntry(
        meeting=meeting,
        title=title,
        begins=begins,
        minutes=minutes,
        description=title,
        version=int(turn.at.timestamp()),
        made_at=turn.at,
    )
