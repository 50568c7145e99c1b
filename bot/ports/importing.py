"""What the imports ask of the storage: whole shelves of rows, read and written in sets.

A row names its table's columns; its organisation is given beside it. An `id` of 0 is a row
that is not stored yet.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Protocol, TypeVar

from bot.domain.school.frameworks import CutOff, PriorRule
from bot.domain.school.naming import Naming


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """Whose everything is: a school, or a centre, with its language and time zone.

    `care` is its own text where danger is told of: whom to turn to. `manner` is how it speaks with
    people, as it is kept (`bot/domain/manner.py`), and `naming` what others' platforms are told of
    people's names.
    """

    name: str
    language: str
    time_zone: str
    sample: bool = False
    id: int = 0
    care: str = ""
    manner: str = ""
    naming: Naming = Naming.FIRST_NAMES


@dataclass(frozen=True, slots=True)
class FrameworkRow:
    """A framework, known by its code."""

    code: str
    version: str
    title: str
    source: str
    id: int = 0

    @property
    def number(self) -> str:
        """The code without its version: BK-0138 of BK-0138-3."""
        return self.code.removesuffix(f"-{self.version}") if self.version else self.code


@dataclass(frozen=True, slots=True)
class CompetenceRow:
    """A competence of a framework."""

    framework_id: int
    number: int
    title: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator of a competence."""

    competence_id: int
    number: int
    text: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme, under the code of the framework that it was made from."""

    code: str
    title: str
    cut_off: str = CutOff.AT_LEAST.value
    blind_first: bool = True
    setting: str | None = None
    prior_rule: str = PriorRule.SHOWN.value
    id: int = 0


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A competence in a programme: its number there, and its course component."""

    programme_id: int
    competence_id: int
    number: int
    course_component_id: int | None = None


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A course component of a programme."""

    programme_id: int
    title: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class ContextRow:
    """A context of a programme."""

    programme_id: int
    number: int
    title: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class TrainsRow:
    """What a context does for a competence."""

    context_id: int
    competence_id: int
    contribution: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person by the school's id; no language means the organisation's.

    `guardian` says how it stands with one, where one has to say yes.
    """

    school_id: str
    name: str
    folded_name: str
    language: str | None = None
    email: str | None = None
    guardian: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ClassGroupRow:
    """A class group, known by its name."""

    name: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class WorkplaceRow:
    """A workplace, known by its name, with the school's own word for where it is."""

    name: str
    id: int = 0
    region: str = ""


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One student in one programme, in a class group."""

    student_id: int
    programme_id: int
    class_group_id: int
    id: int = 0


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """One workplace of a track."""

    track_id: int
    workplace_id: int
    training_plan: str | None = None
    weekly_hours: Fraction | None = None
    starts_on: str | None = None
    ends_on: str | None = None
    ended_at: datetime | None = None
    stopped_on: str | None = None
    left_at: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class InvolvementRow:
    """Somebody around a placement, in a role; as a substitute, only for a while."""

    placement_id: int
    person_id: int
    role: str
    track_id: int
    substitute_id: int | None = None


@dataclass(frozen=True, slots=True)
class HandedRow:
    """A track whose coach handed it over, is not its coach any more, and who is it now."""

    track_id: int
    from_id: int
    to_id: int


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A time of the week at which a teacher has a lesson with a class group."""

    class_group_id: int
    teacher_id: int
    weekday: int
    starts: str


Row = TypeVar("Row")


class Shelf(Protocol[Row]):
    """All rows of one kind; nothing is ever taken off it."""

    def list_all(self, organisation_id: int) -> Sequence[Row]:
        """Read an organisation's rows, in the order of their keys."""

    def add(self, organisation_id: int, rows: Sequence[Row]) -> Sequence[Row]:
        """Store new rows; gives them back with their ids, in any order."""

    def change(self, rows: Sequence[Row]) -> None:
        """Replace stored rows, found by their keys."""


class LinkShelf(Shelf[Row], Protocol[Row]):
    """Rows that only join others, and may end: no score hangs on them."""

    def remove(self, rows: Sequence[Row]) -> None:
        """End stored links, found by their keys."""


class Catalogue(Protocol):
    """Everything that an import reads and writes, one shelf for each kind."""

    frameworks: Shelf[FrameworkRow]
    competences: Shelf[CompetenceRow]
    indicators: Shelf[IndicatorRow]
    programmes: Shelf[ProgrammeRow]
    members: LinkShelf[MemberRow]
    components: Shelf[ComponentRow]
    contexts: Shelf[ContextRow]
    trains: LinkShelf[TrainsRow]
    people: Shelf[PersonRow]
    class_groups: Shelf[ClassGroupRow]
    workplaces: Shelf[WorkplaceRow]
    tracks: Shelf[TrackRow]
    placements: Shelf[PlacementRow]
    involvements: LinkShelf[InvolvementRow]
    lessons: LinkShelf[LessonRow]

    def raise_revisions(self, programme_ids: Collection[int]) -> None:
        """Raise the revision of programmes, so that nobody works on with an old reading."""

    def list_handed(self, organisation_id: int) -> Sequence[HandedRow]:
        """List the tracks that changed hands, while whom they came to last coaches them."""

    def list_organisations(self) -> Sequence[OrganisationRow]:
        """List the organisations, real ones before the sample."""

    def add_organisation(self, organisation: OrganisationRow) -> OrganisationRow:
        """Store a new organisation; gives it its id."""

    def change_organisation(self, organisation: OrganisationRow) -> None:
        """Replace an organisation's name, language and time zone."""
