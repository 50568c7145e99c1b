"""A class and its workplaces: what is planned, what comes up when, who is away, what is learnt."""

import random
from collections import defaultdict
from dataclasses import dataclass, field

from bench.term.assumptions import Assumptions

Pair = tuple[int, int]
"""A student and a competence."""


@dataclass(frozen=True, slots=True)
class World:
    """What happens whatever the campus does; all of it is drawn from a seed."""

    given: Assumptions
    sessions: dict[int, int]
    """How many lessons each competence needs."""
    planned: frozenset[Pair]
    """What the training plans put at work."""
    came_up: tuple[frozenset[Pair], ...]
    """By week."""
    mentioned: tuple[frozenset[Pair], ...]
    """By week: of what came up, what the mentor scored."""
    away: tuple[frozenset[int], ...]
    """By lesson."""

    @property
    def students(self) -> range:
        """List the students."""
        return range(1, self.given.students + 1)

    @property
    def gaps(self) -> frozenset[int]:
        """List the collective gaps at the start: what is planned at nobody's work."""
        return frozenset(self.sessions) - {competence for _student, competence in self.planned}


def draw_world(seed: int, sizes: tuple[int, ...], given: Assumptions) -> World:
    """Draw a term of a programme whose competences have so many indicators each."""
    draw = random.Random(f"term {seed}")
    sessions = {number: lessons_for(size) for number, size in enumerate(sizes, 1)}
    gaps = set(draw.sample(sorted(sessions), given.gaps))
    pairs = [(student, n) for student in range(1, given.students + 1) for n in sessions]
    planned = {pair for pair in pairs if pair[1] not in gaps and draw.random() < given.offered}
    chances = {
        pair: draw.uniform(given.rare, given.often)
        for pair in pairs
        if pair[1] not in gaps
        and draw.random() < (1 - given.not_kept if pair in planned else given.unplanned)
    }
    came_up = tuple(
        frozenset(pair for pair, chance in chances.items() if draw.random() < chance)
        for _week in range(given.weeks)
    )
    mentioned = tuple(
        frozenset(pair for pair in sorted(week) if draw.random() < given.mentioned)
        for week in came_up
    )
    away = tuple(
        frozenset(n for n in range(1, given.students + 1) if draw.random() < given.away)
        for _lesson in range(given.weeks * given.lessons)
    )
    return World(given, sessions, frozenset(planned), came_up, mentioned, away)


def lessons_for(indicators: int) -> int:
    """Say how many lessons a competence needs: one to three, as in the sources' example."""
    return 1 if indicators <= 5 else 2 if indicators <= 8 else 3


@dataclass(slots=True)
class Learnt:
    """How far each student is with each competence, in weeks at work."""

    world: World
    points: defaultdict[Pair, float] = field(default_factory=lambda: defaultdict(float))

    def is_alone(self, pair: Pair) -> bool:
        """Say whether a student shows a competence alone."""
        return self.points[pair] >= self.world.given.alone_at

    def is_supported(self, pair: Pair) -> bool:
        """Say whether a student shows a competence, with support or alone."""
        return self.points[pair] >= self.world.given.supported_at

    def work(self, week: int) -> None:
        """Let students learn from a week at work."""
        for pair in self.world.came_up[week]:
            self.points[pair] += self.world.given.exposure

    def be_taught(self, pair: Pair) -> None:
        """Let a student learn from a lesson."""
        self.points[pair] += self.world.given.lesson / self.world.sessions[pair[1]]

    def practise(self, pair: Pair) -> None:
        """Let a student learn from practice with others."""
        self.points[pair] += self.world.given.exposure

    def choose(self, student: int) -> bool:
        """Let a student learn what is nearest to being shown alone; says whether that is any."""
        left = [(student, n) for n in self.world.sessions if not self.is_alone((student, n))]
        if left:
            nearest = max(left, key=lambda pair: (self.points[pair], -pair[1]))
            self.points[nearest] += self.world.given.own_choice
        return bool(left)
