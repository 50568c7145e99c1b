"""Which lines of a roster are good, and for the others why not; nothing is written here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.domain.folding import fold
from bot.domain.importing.drafts import RosterRow
from bot.domain.planning.lessons import LessonTime, read_times
from bot.domain.school.tracks import Role
from bot.messages import Text, _
from bot.ports.importing import FrameworkRow
from bot.use_cases.importing.programmes import framework_called
from bot.use_cases.importing.roster_cells import AROUND, Bad, check_cells, hours_of, pairs

TrackKey = tuple[str, str]
"""The student's id, and the programme's code."""
PlacementKey = tuple[str, str, str]
"""A track, and the workplace's folded name."""
Around = frozenset[tuple[str, Role]]
"""The people around a placement, by the school's ids."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line of the file that was left out, and why."""

    line: int
    reason: Text


@dataclass(frozen=True)
class Good:
    """A line that can be taken in, its people found."""

    line: int
    framework: FrameworkRow
    student: str
    names: Mapping[str, str]
    class_group: str
    workplace: str
    around: Around
    language: str
    email: str
    training_plan: str
    weekly_hours: int | None
    lessons: tuple[LessonTime, ...]

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
    """What is known before a line is read: what is stored, and the good lines above it."""

    frameworks: tuple[FrameworkRow, ...]
    names: dict[str, str] = field(default_factory=dict)
    around: dict[TrackKey, dict[PlacementKey, Around]] = field(default_factory=dict)
    said_names: dict[str, str] = field(default_factory=dict)
    said_groups: dict[TrackKey, tuple[str, int]] = field(default_factory=dict)
    said_placements: dict[PlacementKey, int] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the names."""
        for school_id, name in self.names.items():
            self.ids.setdefault(fold(name), set()).add(school_id)

    def take(self, good: Good) -> None:
        """Remember a good line."""
        for school_id, name in good.names.items():
            if self.names.get(school_id) != name:
                self.ids.setdefault(fold(name), set()).add(school_id)
            self.names[school_id] = self.said_names[school_id] = name
        self.around.setdefault(good.track, {})[good.placement] = good.around
        self.said_groups.setdefault(good.track, (good.class_group, good.line))
        self.said_placements[good.placement] = good.line


def judge(rows: Iterable[RosterRow], known: Known) -> tuple[list[Good], list[Rejected]]:
    """Part the good lines from the bad ones; a line may build on the good ones above it."""
    good: list[Good] = []
    rejected: list[Rejected] = []
    for row in rows:
        try:
            line = _good(row, known)
        except Bad as bad:
            rejected.append(Rejected(row.line, bad.reason))
        else:
            known.take(line)
            good.append(line)
    return good, rejected


def _good(row: RosterRow, known: Known) -> Good:
    check_cells(row)
    framework = framework_called(known.frameworks, row.framework)
    if framework is None:
        raise Bad(_("there is no framework {code}: import it first", code=row.framework))
    around, names = _people(row, known)
    good = Good(
        line=row.line,
        framework=framework,
        student=row.student_id,
        names=names,
        class_group=row.class_group,
        workplace=row.workplace,
        around=around,
        language=row.language.lower(),
        email=row.email,
        training_plan=row.training_plan,
        weekly_hours=hours_of(row.weekly_hours),
        lessons=tuple(read_times(row.lessons)),
    )
    _roles_go_together(good, known)
    _agrees_with_lines_above(good, known)
    return good


def _people(row: RosterRow, known: Known) -> tuple[Around, dict[str, str]]:
    """Find the people around a placement, and every name that the line says."""
    names: dict[str, str] = {}
    _say(names, known, row.student_id, row.student)
    around = set()
    for role in AROUND:
        for school_id, name in pairs(row, role):
            whose = school_id or _id_of(name, known)
            if name:
                _say(names, known, whose, name)
            elif whose not in names and whose not in known.names:
                raise Bad(_("{id} is not known yet, and has no name here", id=whose))
            around.add((whose, role))
    return frozenset(around), names


def _id_of(name: str, known: Known) -> str:
    ids = known.ids.get(fold(name), set())
    if len(ids) == 1:
        return next(iter(ids))
    if ids:
        raise Bad(_("several people are called {name}: give the id", name=name))
    raise Bad(_("{name} is not known yet, and has no id here", name=name))


def _say(names: dict[str, str], known: Known, school_id: str, name: str) -> None:
    """Note a name; within a file the first spelling counts, and another name is a mistake."""
    said = names.get(school_id) or known.said_names.get(school_id, name)
    if said != name and fold(said) != fold(name):
        raise Bad(
            _(
                "{id} is called {name} here, and {other} before that",
                id=school_id,
                name=name,
                other=said,
            )
        )
    names[school_id] = said


def _roles_go_together(good: Good, known: Known) -> None:
    """Keep to one scoring role for each person on a track; a teacher may also be coach."""
    if good.student in {school_id for school_id, _role in good.around}:
        raise Bad(_("{id} is the student and cannot have another role here", id=good.student))
    around = set(good.around)
    for placement, others in known.around.get(good.track, {}).items():
        if placement != good.placement:
            around |= others
    mentors = {school_id for school_id, role in around if role is Role.MENTOR}
    both = sorted(mentors & {school_id for school_id, role in around if role is Role.TEACHER})
    if both:
        problem = _("{id} cannot be both mentor and teacher of one student", id=both[0])
        raise Bad(problem)


def _agrees_with_lines_above(good: Good, known: Known) -> None:
    line = known.said_placements.get(good.placement)
    if line:
        raise Bad(_("student, framework and workplace are those of line {line}", line=line))
    group, line = known.said_groups.get(good.track, (good.class_group, 0))
    if group != good.class_group and fold(group) != fold(good.class_group):
        raise Bad(_("line {line} has this student in class group {group}", line=line, group=group))
