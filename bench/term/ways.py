"""A term played lesson by lesson: groups planned anew before each, beside a fixed timetable."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle, islice

from bench.term.world import Learnt, Pair, World
from bot.domain.planning.campus.model import (
    CampusSituation,
    GoingOn,
    GroupKind,
    GroupLimits,
    LessonGroup,
    PlannedSession,
    going_on,
)
from bot.domain.planning.campus.rule import plan
from bot.domain.planning.campus.standing import CampusStanding, student_of
from bot.domain.scoring.scales import Mastery

Way = Callable[["Term"], PlannedSession]
"""How the groups of the next lesson are chosen."""


@dataclass(slots=True)
class Figures:
    """What came of a term; in student-sessions unless they say otherwise."""

    taught: int = 0
    """In a group on something that the student did not show alone yet."""
    overlap: int = 0
    """In a group on something that the student showed alone already."""
    own_choice: int = 0
    """In no group: on something of the own choice."""
    idle: int = 0
    """In no group, and with nothing left to choose: all is shown alone."""
    given: dict[int, int] = field(default_factory=dict)
    """By collective gap: the lesson, from 1, in which it was given for the first time."""
    reached: int = 0
    """Pairs of student and competence that are shown, with support or alone, at the end."""
    alone: int = 0
    """Pairs that are shown alone at the end."""


@dataclass(slots=True)
class Term:
    """A term so far: what was learnt, what mentor and teacher said of it, what was given."""

    world: World
    learnt: Learnt
    lesson: int = 0
    by_mentor: dict[Pair, Mastery] = field(default_factory=dict)
    by_teacher: dict[Pair, Mastery] = field(default_factory=dict)
    came_up: set[Pair] = field(default_factory=set)
    had: Counter[Pair] = field(default_factory=Counter)
    begun: tuple[GoingOn, ...] = ()
    figures: Figures = field(default_factory=Figures)

    @property
    def away(self) -> frozenset[int]:
        """Who is away from the next lesson."""
        return self.world.away[self.lesson]


def play(world: World, way: Way) -> Figures:
    """Play a term: a week at work, what mentors say of it, the lessons on campus."""
    term = Term(world, Learnt(world))
    for week in range(world.given.weeks):
        term.learnt.work(week)
        _hear_mentors(term, week)
        for _lesson in range(world.given.lessons):
            _give(term, way(term))
            term.lesson += 1
    pairs = [(student, number) for student in world.students for number in world.sessions]
    term.figures.reached = sum(term.learnt.is_supported(pair) for pair in pairs)
    term.figures.alone = sum(term.learnt.is_alone(pair) for pair in pairs)
    return term.figures


def by_timetable(term: Term) -> PlannedSession:
    """Give everyone the next competence of the programme; what time is left over repeats it."""
    timetable = [number for number, n in term.world.sessions.items() for _session in range(n)]
    number = next(islice(cycle(timetable), term.lesson, None))
    return PlannedSession((LessonGroup(GroupKind.GAP, number, tuple(term.world.students)),))


def by_rule(term: Term) -> PlannedSession:
    """Plan anew from what mentors and teacher said so far, and take the first session."""
    numbers = term.world.sessions
    gaps = {number for number in numbers if _is_gap(term, number)}
    students = tuple(
        student_of(
            student, {number: _standing(term, (student, number), gaps) for number in numbers}
        )
        for student in term.world.students
    )
    situation = CampusSituation(
        students,
        numbers,
        GroupLimits(term.world.given.groups),
        going_on=term.begun,
        away={0: term.away},
        at_least=1,
    )
    return plan(situation).sessions[0]


def _standing(term: Term, pair: Pair, gaps: set[int]) -> CampusStanding:
    said = [way[pair] for way in (term.by_mentor, term.by_teacher) if pair in way]
    return CampusStanding(
        alone=Mastery.AUTONOMOUS in said,
        differs=len(set(said)) > 1 and Mastery.AUTONOMOUS in said,
        supported=Mastery.WITH_SUPPORT in said,
        gap=pair[1] in gaps,
        planned=pair in term.world.planned,
        came_up=pair in term.came_up,
        had=term.had[pair],
    )


def _is_gap(term: Term, competence: int) -> bool:
    """Say whether it is planned at nobody's work, came up at nobody's, and somebody lacks it."""
    pairs = {(student, competence) for student in term.world.students}
    shown = {pair for pair in pairs if term.by_teacher.get(pair, Mastery.NOT_SHOWN).acquired}
    return not pairs & term.world.planned and not pairs & term.came_up and shown != pairs


def _hear_mentors(term: Term, week: int) -> None:
    """Let mentors say what came up, and the teacher look again where mentor and teacher differ."""
    for pair in term.world.mentioned[week]:
        term.came_up.add(pair)
        term.by_mentor[pair] = _mastery(term.learnt, pair)
        if term.by_mentor[pair] is Mastery.AUTONOMOUS and pair in term.by_teacher:
            term.by_teacher[pair] = _mastery(term.learnt, pair)


def _give(term: Term, session: PlannedSession) -> None:
    """Give a lesson, count what it was to each student, and let the teacher score it."""
    for group in session.groups:
        for student in group.students:
            if student in term.away:
                continue
            if group.competence is None:
                _choose(term, student)
            else:
                _learn(term, (student, group.competence), student in group.given)
        if group.given and group.competence in term.world.gaps:
            term.figures.given.setdefault(group.competence, term.lesson + 1)
    term.begun = going_on(session)


def _choose(term: Term, student: int) -> None:
    if term.learnt.choose(student):
        term.figures.own_choice += 1
    else:
        term.figures.idle += 1


def _learn(term: Term, pair: Pair, is_taught: bool) -> None:
    if term.learnt.is_alone(pair):
        term.figures.overlap += 1
    else:
        term.figures.taught += 1
    if is_taught and term.had[pair] < term.world.sessions[pair[1]]:
        term.had[pair] += 1
        term.learnt.be_taught(pair)
    else:
        term.learnt.practise(pair)
    term.by_teacher[pair] = _mastery(term.learnt, pair)


def _mastery(learnt: Learnt, pair: Pair) -> Mastery:
    if learnt.is_alone(pair):
        return Mastery.AUTONOMOUS
    return Mastery.WITH_SUPPORT if learnt.is_supported(pair) else Mastery.NOT_SHOWN
