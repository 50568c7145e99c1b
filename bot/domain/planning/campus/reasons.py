"""Why a group is as it is: as data, for whoever puts it into words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Why(StrEnum):
    """What a group has in common."""

    GAP = "gap"
    """Nobody's work trains it: everybody is given it first."""
    NOWHERE = "nowhere"
    """Nobody of them trains it at work, or not before a day."""
    NOTHING_YET = "nothing_yet"
    """It is planned at work of some, where nothing of it came up yet."""
    CAME_UP = "came_up"
    """It came up at work of all, and is not shown with support yet."""
    SUPPORT = "support"
    """All of them show it with support."""
    OWN = "own"
    """Nothing of what they lack can be given in this session, or they lack nothing."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one group is as it is: 'B and D: both lack 6, which nobody trains at work before May'."""

    why: Why
    competence: int | None
    lacking: tuple[int, ...]
    """Who lack it, by track."""
    joining: tuple[int, ...] = ()
    """Who join, since they show it with support or had it."""
    not_before: date | None = None
    """The first day on which anybody of them is expected to train it at work."""
    session: int = 1
    """Which of the sessions it is, from 1."""
    of: int = 1
    """How many sessions the group has on it, from its first."""
    differing: tuple[int, ...] = ()
    """Of whom mentor and teacher see it differently: they stay, and the teacher is told."""
    waiting: tuple[int, ...] = ()
    """Of a group of the own choice: who lack something that comes later."""
