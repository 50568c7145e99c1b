"""What a plan of the lessons on campus is: the model that the rule and an exact solver share.

Source: document 004, chapter 2 §4 (the class matrix, the example of A, B, C and D).

Given are, for each student, the competences lacked and the sessions of each that were had already.
A **block** is a group of students on one competence in sessions on end. What holds:

- A student is in one group at a time, and in no session in which the student is away.
- Students of a block begin together. Each has as many sessions of it, on end, as are left; whoever
  has had some before leaves earlier, and who is left goes on.
- At most `GroupLimits.groups` blocks are at work at a time, each of at most `GroupLimits.size`
  students.
- A **collective gap** is given first, and to all who lack it in one session with nothing beside
  it, for as long as everybody, or more than fit in all groups of a session, lack it: a session with
  everyone is exempt from the limits. Whoever still lacks it after that (who was away, say) is
  planned in blocks like any other, and begins nothing else before.
- A block that was going on goes on in the first session, with who is left of it. Gaps wait for it;
  beside it nothing begins that would not be done by then.
- What is locked stays as it is: what it gives counts as had. Blocks run over the other sessions;
  one that is locked between two of these interrupts nothing.

The goal: the fewest sessions until everybody has had what they lack. Among plans that need as many,
the rule takes the one that gives first what work gives last (`Need`), then the fewest blocks.

Who is present and in no block still has work, and takes none from others: joins a group on
something shown with support or had already, where there is room; else, where a group is left, meets
others on something shown with support; else takes a scenario of the own choice, which is no group
that anybody has to lead. This costs no session, so the solver need not know of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class Need(IntEnum):
    """Why a student needs a competence on campus; the first comes first."""

    GAP = 1
    """A collective gap of the class."""
    NOWHERE = 2
    """Not planned at the student's work, and nothing of it came up there."""
    NOTHING_YET = 3
    """Planned at the student's work, where nothing of it came up yet."""
    CAME_UP = 4
    """It came up at the student's work, and is not shown with support yet."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What a student lacks of one competence."""

    need: Need
    had: int = 0
    """Sessions of it that this student was given already."""
    at_work_from: date | None = None
    """The day from which it is expected at work, where somebody said so."""
    differs: bool = False
    """One of mentor and teacher says that it is shown alone, and the other does not."""


@dataclass(frozen=True, slots=True)
class Student:
    """A student of a class group, by track."""

    track: int
    lacks: Mapping[int, Lack] = field(default_factory=dict)
    """By competence; what is shown alone is not among them."""
    supported: frozenset[int] = frozenset()
    """Competences shown with support, in which the student may join others."""


@dataclass(frozen=True, slots=True)
class GroupLimits:
    """What a teacher can lead: so many groups at a time, and so many students in each."""

    groups: int = 2
    size: int | None = None


class GroupKind(StrEnum):
    """What a group is together for."""

    GAP = "gap"
    """A collective gap, with everybody."""
    TOGETHER = "together"
    """A competence that all but those who join lack."""
    SUPPORT = "support"
    """A competence that all of them show with support."""
    OWN = "own"
    """Each a scenario of the own choice."""


@dataclass(frozen=True, slots=True)
class LessonGroup:
    """Students on one competence in one session."""

    kind: GroupKind
    competence: int | None
    """None where each works on something of the own choice."""
    students: tuple[int, ...]
    """All of them by track, in order."""
    joining: frozenset[int] = frozenset()
    """Of them those who lack no session of it, and join."""

    @property
    def given(self) -> frozenset[int]:
        """List those to whom the session counts as one of the competence."""
        if self.kind is GroupKind.OWN or self.kind is GroupKind.SUPPORT:
            return frozenset()
        return frozenset(self.students) - self.joining


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One session: its groups, the largest need first."""

    groups: tuple[LessonGroup, ...]
    locked: bool = False


@dataclass(frozen=True, slots=True)
class GoingOn:
    """A block that was given for a part: who is in it, also who was away."""

    competence: int
    students: frozenset[int]


def going_on(given: PlannedSession) -> tuple[GoingOn, ...]:
    """Say which blocks the last session that was given leaves, also those that are done by it.

    What everybody had together is none: who missed it is planned again, and nobody waits for it.
    """
    return tuple(
        GoingOn(group.competence, group.given)
        for group in given.groups
        if group.competence is not None and group.kind is GroupKind.TOGETHER
    )


@dataclass(frozen=True, slots=True)
class CampusSituation:
    """All that the rule reads; sessions are numbered from 0, the next one that will be given."""

    students: tuple[Student, ...]
    sessions: Mapping[int, int] = field(default_factory=dict)
    """How many each competence needs; 1 where nothing is said."""
    limits: GroupLimits = GroupLimits()
    going_on: tuple[GoingOn, ...] = ()
    locked: Mapping[int, PlannedSession] = field(default_factory=dict)
    """What the teacher locked or changed, by number of the session."""
    away: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Who will be away, by number of the session."""
    at_least: int = 0
    """So many sessions are planned in any case, also where nobody lacks anything any more."""


@dataclass(frozen=True, slots=True)
class CampusPlan:
    """The sessions until everybody has had what they lack, the locked ones among them."""

    sessions: tuple[PlannedSession, ...]
    differing: tuple[tuple[int, int], ...] = ()
    """Student and competence where mentor and teacher differ: planned, and told to the teacher."""
