"""What a workplace could practise now: what a student does not show alone on campus yet.

Source: document 004, chapter 2 §6 (a workplace that offers much can go on with what was not fully
mastered on campus); how often, and what comes first, is ours.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.scoring.colours import Colour

A_WEEK = timedelta(days=6)
"""At most one comes unasked in this time: from one week's first working day to the next one's."""

AGAIN_AFTER = timedelta(weeks=6)
"""What a mentor was told of one student and competence is not told again before."""


def begins_week(day: date, works: Callable[[date], bool]) -> bool:
    """Say whether a day is the first of its week on which people work."""
    before = (day - timedelta(days=ago) for ago in range(1, day.weekday() + 1))
    return works(day) and not any(map(works, before))


class MirrorAnswer(StrEnum):
    """What a mentor says of something that could be practised here."""

    CAN = "can"
    NOT_HERE = "not_here"


@dataclass(frozen=True, slots=True)
class Practisable:
    """A competence of one student that this workplace has on its list, and how it stands.

    `campus` and `work` are its colours for the teacher and the mentor; `came_up` says that anything
    of it came up at work, `goal` that the student wants to work on it and lets the mentor read so.
    """

    track_id: int
    competence_id: int
    number: int
    campus: Colour
    work: Colour
    came_up: bool = False
    goal: bool = False


@dataclass(frozen=True, slots=True)
class PastMirror:
    """What a mentor was told of one student and competence, at an aware instant."""

    track_id: int
    competence_id: int
    at: datetime


def choose_practisable(
    offered: Iterable[Practisable], told: Sequence[PastMirror], at: datetime
) -> Practisable | None:
    """Choose what could be practised here now; None where nothing fits.

    What fits was scored on campus and is not shown alone there, nor in the mentor's own view. The
    student's own goals come first, then what never came up at work, then what stands lowest on
    campus; of equals who was told of longest ago, so that students take turns.
    """
    late = {(past.track_id, past.competence_id) for past in told if at - past.at < AGAIN_AFTER}
    last = {past.track_id: past.at for past in sorted(told, key=lambda past: past.at)}
    fitting = [
        practisable
        for practisable in offered
        if _fits(practisable) and (practisable.track_id, practisable.competence_id) not in late
    ]
    return min(
        fitting,
        key=lambda found: (
            not found.goal,
            found.came_up,
            found.campus.rank,
            found.track_id in last,
            last.get(found.track_id, at),
            found.number,
            found.track_id,
        ),
        default=None,
    )


def _fits(found: Practisable) -> bool:
    return found.campus not in (Colour.GREY, Colour.DARK_GREEN) and (
        found.work is not Colour.DARK_GREEN
    )
