"""Who learns where, and who looks on: tracks, placements and the roles around them.

Source: document 004, chapter 2 §2 (the four actors) and §5 (routes).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.school.endings import heard_since
from bot.domain.school.names import first_name_of


class Role(StrEnum):
    """The three actors who score, and the coach who does not."""

    STUDENT = "student"
    MENTOR = "mentor"
    TEACHER = "teacher"
    COACH = "coach"

    @property
    def scores(self) -> bool:
        """Say whether this actor scores indicators."""
        return self is not Role.COACH


def coaches_and_teaches(roles: Collection[Role]) -> bool:
    """Say whether somebody has both roles, and so says in which one they speak."""
    return Role.COACH in roles and Role.TEACHER in roles


PERSPECTIVES = (Role.STUDENT, Role.MENTOR, Role.TEACHER)
"""The standpoints on a track, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known by the school's id, in an organisation, with a language and a time zone.

    `manner` is how the organisation speaks, as it is kept (`bot/domain/manner.py`).
    """

    id: int
    organisation_id: int
    school_id: str
    name: str
    language: str
    time_zone: str
    sample: bool = False
    manner: str = ""

    @property
    def first_name(self) -> str:
        """The first name, or the whole name where that is not sure."""
        return first_name_of(self.name)


@dataclass(frozen=True, slots=True)
class Placement:
    """One workplace of a track."""

    id: int
    workplace: str


@dataclass(frozen=True, slots=True)
class Track:
    """One student in one programme, as somebody with these roles there meets it.

    `shown` names the student so that this person takes nobody else for them, and `label` does so
    on a button, in full. `shared` says that somebody else scores in the same role. Once all of the
    track has ended (`ended_at`, UTC) its student looks on, and scores nothing more. It is `held`
    as long as a guardian of the student has to say yes first: then nobody scores.
    """

    id: int
    student_id: int
    student: str
    programme_id: int
    class_group_id: int
    class_group: str
    roles: frozenset[Role]
    placements: tuple[Placement, ...] = ()
    shown: str = ""
    label: str = ""
    shared: bool = False
    ended_at: datetime | None = None
    held: bool = False

    @property
    def looks_back(self) -> bool:
        """Say whether it ended, and who was around it sees what its class council needs."""
        return self.ended_at is not None and Role.STUDENT not in self.roles

    def was_there(self, at: datetime) -> bool:
        """Say whether it ran at an instant (aware), or had ended shortly before."""
        return self.ended_at is None or self.ended_at >= heard_since(at)

    @property
    def in_two_roles(self) -> bool:
        """Say whether this person is coach and teacher here."""
        return coaches_and_teaches(self.roles)

    @property
    def scoring_role(self) -> Role | None:
        """The role in which this person scores here, if any; the roster allows only one."""
        if self.ended_at is not None or self.held:
            return None
        return next((role for role in PERSPECTIVES if role in self.roles), None)

    @property
    def placement_id(self) -> int | None:
        """The placement from which a mentor scores: the only one, or the first of several."""
        return self.placements[0].id if self.placements else None
