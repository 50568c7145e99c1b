"""What is known before a line of a roster is read: what is stored, and the good lines above it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from bot.domain.folding import fold
from bot.domain.importing.people import alike, name_words
from bot.domain.planning.lessons import LessonTime
from bot.domain.school.tracks import Role
from bot.messages import Text
from bot.ports.importing import FrameworkRow

TrackKey = tuple[str, str]
"""The student's id, and the programme's code."""
PlacementKey = tuple[str, str, str]
"""A track, and the workplace's folded name."""
Around = frozenset[tuple[str, Role]]
"""The people around a placement, by the school's ids."""


@dataclass(frozen=True)
class Good:
    """A line that can be taken in, its people found, and what is worth a word about it.

    `guardian` says whether one has to say yes, None that the line says nothing of it. `over` says
    that its placement has ended and stays so: nobody is around it.
    """

    line: int
    framework: FrameworkRow
    student: str
    names: Mapping[str, str]
    class_group: str
    workplace: str
    around: Around
    language: str
    emails: Mapping[str, str]
    training_plan: str
    weekly_hours: Fraction | None
    lessons: tuple[LessonTime, ...]
    starts: date | None = None
    ends: date | None = None
    guardian: bool | None = None
    over: bool = False
    newest: str = ""
    region: str = ""
    notices: tuple[Text, ...] = ()

    @cached_property
    def track(self) -> TrackKey:
        """The key of the track: student, programme."""
        return self.student, self.framework.code

    @cached_property
    def placement(self) -> PlacementKey:
        """The key of the placement: student, programme, workplace."""
        return *self.track, fold(self.workplace)


@dataclass(slots=True)
class Known:
    """What is known before a line is read; `rename` lets a name become quite another.

    `sender` is the school's id of who sent the file in a chat, and empty for the command line.
    `handed` says who coaches a track now, after somebody who handed it over.
    """

    frameworks: tuple[FrameworkRow, ...]
    names: dict[str, str] = field(default_factory=dict)
    around: dict[TrackKey, dict[PlacementKey, Around]] = field(default_factory=dict)
    ended: dict[PlacementKey, date] = field(default_factory=dict)
    groups: dict[TrackKey, str] = field(default_factory=dict)
    workplaces: dict[str, str] = field(default_factory=dict)
    said_regions: dict[str, tuple[str, int]] = field(default_factory=dict)
    rename: bool = False
    sender: str = ""
    said_names: dict[str, str] = field(default_factory=dict)
    said_emails: dict[str, str] = field(default_factory=dict)
    said_groups: dict[TrackKey, tuple[str, int]] = field(default_factory=dict)
    said_placements: dict[PlacementKey, int] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)
    namesakes: dict[frozenset[str], str] = field(default_factory=dict)
    other_groups: tuple[str, ...] = ()
    stopped: dict[PlacementKey, date] = field(default_factory=dict)
    handed: dict[tuple[TrackKey, str], str] = field(default_factory=dict)
    group_looks: dict[str, str] = field(default_factory=dict)
    group_names: dict[str, str] = field(default_factory=dict)
    students: set[str] = field(default_factory=set)
    staff: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Index the names and the ids."""
        for school_id, name in self.names.items():
            self._index(school_id, name)
        for group in (*self.groups.values(), *self.other_groups):
            self._index_group(group)
        for (student, _programme), placements in self.around.items():
            self.students.add(student)
            for people in placements.values():
                self.staff.update(school_id for school_id, _role in people)

    def _index(self, school_id: str, name: str) -> None:
        self.ids.setdefault(fold(name), set()).add(school_id)
        self.alike.setdefault(alike(school_id), school_id)
        self.namesakes.setdefault(name_words(name), school_id)

    def _index_group(self, group: str) -> None:
        self.group_names[fold(group)] = group
        self.group_looks.setdefault(alike(group), group)

    def group_alike(self, group: str) -> str | None:
        """Find another class group that a new one cannot be told from, if there is one."""
        return None if fold(group) in self.group_names else self.group_looks.get(alike(group))

    def take(self, good: Good) -> None:
        """Remember a good line."""
        for school_id, name in good.names.items():
            if self.names.get(school_id) != name:
                self._index(school_id, name)
            self.names[school_id] = self.said_names[school_id] = name
        self.said_emails |= good.emails
        self.around.setdefault(good.track, {})[good.placement] = good.around
        self._index_group(good.class_group)
        self.students.add(good.student)
        self.staff.update(school_id for school_id, _role in good.around)
        self.workplaces.setdefault(fold(good.workplace), good.workplace)
        self.said_groups.setdefault(good.track, (good.class_group, good.line))
        self.said_placements[good.placement] = good.line
        if good.region:
            self.said_regions.setdefault(fold(good.workplace), (good.region, good.line))
