"""Standing in for a mentor or a teacher who is away, until a day is over (ours).

A substitute gets what the role gives, on the tracks that were named, and loses it with the day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.school.tracks import Role

SUBSTITUTED = (Role.MENTOR, Role.TEACHER)
"""Whose place another one can take for a while: of who scores, but the student."""

LONGEST_SUBSTITUTION = timedelta(days=366)
"""How far away the last day can be: what is further must be a slip."""

LONGEST_NAME = 60
"""Letters of the name of somebody who is new to the school."""


class SubstituteRefused(Exception):
    """Why somebody cannot stand in: nothing is stored."""


class WrongEnd(SubstituteRefused):
    """The last day is over, or so far away that it must be a slip."""


class AlreadyThere(SubstituteRefused):
    """Whoever is named has that role there already, everywhere."""


class ScoresOtherwise(SubstituteRefused):
    """Whoever is named scores a student in another role; it holds the student's name."""

    def __init__(self, student: str) -> None:
        """Keep whom."""
        super().__init__(student)
        self.student = student


class AlreadyReplaced(SubstituteRefused):
    """Somebody stands in there already; it holds their name."""

    def __init__(self, name: str) -> None:
        """Keep who."""
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """Who has which role at a running placement; `substitute_id` where only for a while."""

    organisation_id: int
    placement_id: int
    track_id: int
    student: str
    workplace_id: int
    workplace: str
    person_id: int
    person: str
    role: Role
    substitute_id: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the school who could stand in; `near` at that workplace, or a teacher."""

    person_id: int
    name: str
    near: bool


@dataclass(frozen=True, slots=True)
class Substitute:
    """One placement at which `person` stands in for `absent`, until just before `ends_at` (UTC)."""

    id: int
    organisation_id: int
    placement_id: int
    track_id: int
    student_id: int
    student: str
    workplace: str
    role: Role
    absent_id: int
    absent: str
    person_id: int
    person: str
    by_id: int | None
    said_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None

    @property
    def last_second(self) -> datetime:
        """An instant of the last day (UTC), by which it is shown."""
        return self.ends_at - timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Substitution:
    """What is named and ends together: one person for another, in one role, until one day."""

    parts: tuple[Substitute, ...]

    @property
    def first(self) -> Substitute:
        """The part that stands for all that they have in common."""
        return self.parts[0]

    @property
    def ids(self) -> list[int]:
        """The identities of its parts."""
        return [own.id for own in self.parts]

    @property
    def students(self) -> list[str]:
        """The names of its students, each once."""
        return list(dict.fromkeys(own.student for own in self.parts))


def join_substitutes(found: Iterable[Substitute]) -> Sequence[Substitution]:
    """Put together what one person does for another in one role until one day: the first first."""
    together: dict[tuple[datetime, int, int, Role], list[Substitute]] = {}
    for own in found:
        key = (own.ends_at, own.absent_id, own.person_id, own.role)
        together.setdefault(key, []).append(own)
    return [Substitution(tuple(parts)) for _key, parts in sorted(together.items())]
