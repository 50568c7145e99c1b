"""Photos that are counted one after the other, in schools where people come, go and move."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.domain.sector.totals.blocks import KeptBlock
from bot.domain.sector.totals.book import CountedPhoto, FrozenTotals, TotalsBook
from bot.domain.sector.totals.spread import Aspect, Cover, Measure, Standing

COMPETENCE = 1
COLOURS = Aspect(Role.MENTOR, Measure.COLOUR)
SOME = (Colour.RED, Colour.ORANGE, Colour.DARK_GREEN)

Seen = Mapping[int, Colour]
"""The colour of each student in a photo."""


@dataclass
class Played:
    """A school whose photos are counted, with what is told of them."""

    book: TotalsBook = field(default_factory=lambda: TotalsBook({}))
    told: list[FrozenTotals] = field(default_factory=list)
    past: dict[int, Mapping[int, Mapping[int, Mapping[Role, Standing]]]] = field(
        default_factory=dict
    )

    def count(self, period: int, regions: Mapping[int, str], seen: Seen) -> FrozenTotals:
        """Count a photo: of each student the region, and the colour that the mentor gave."""
        self.past[period] = {
            student: {COMPETENCE: {Role.MENTOR: Standing(seen[student], Cover.PART)}}
            for student in regions
        }
        photo = CountedPhoto(period, regions, self.past[period], [COMPETENCE])
        frozen = self.book.count(photo, lambda student: student, self.past.__getitem__)
        self.told.append(frozen)
        return frozen

    def erase(self, student: int) -> None:
        """Erase a student: nothing is known of them any more, and what was told stays."""
        for block in [*self.book.blocks.values()]:
            members = block.members - {student}
            self.book.blocks[block.id] = KeptBlock(block.id, block.size, members)
        self.past = {
            period: {own: of for own, of in seen.items() if own != student}
            for period, seen in self.past.items()
        }

    def atoms(self) -> Iterator[tuple[frozenset[int], int, Mapping[str, int]]]:
        """Who stays together in all that was told, with what they were in each photo told of."""
        for atom in self.book.atoms.get(COMPETENCE, ()):
            members = frozenset[int]().union(
                *(self.book.blocks[own].members for own in atom.blocks)
            )
            for (period, aspect), spread in atom.history.items():
                if aspect == COLOURS:
                    yield members, period, spread


@dataclass(frozen=True)
class Moment:
    """A photo: its period, who is in it and in which region, and what each was."""

    period: int
    regions: Mapping[int, str]
    seen: Seen


def a_year(seed: int, *, still: bool) -> Sequence[Moment]:
    """Three photos of one programme and two of another that shares students, with regions.

    Some leave, some come, some move, and one region gets another name. Where it is `still` nobody's
    colour ever changes, which makes it easiest to find somebody out.
    """
    random = Random(seed)
    students = {own: random.choice(("North", "South", "South", "East")) for own in range(26)}
    colours = {own: random.choices(SOME, (5, 3, 2))[0] for own in range(60)}
    moments = []
    coming = iter(range(26, 60))
    for period in range(1, 6):
        shared = period in (2, 4)
        here = {own: at for own, at in students.items() if not shared or own % 2 or own > 22}
        moments.append(Moment(period, here, {own: colours[own] for own in here}))
        _pass_time(random, students, coming)
        if period == 3:
            students = {own: {"East": "Far east"}.get(at, at) for own, at in students.items()}
        if not still:
            _learn(random, colours)
    return moments


def _pass_time(random: Random, students: dict[int, str], coming: Iterator[int]) -> None:
    """Let some leave, some move, and some come."""
    for own in random.sample(sorted(students), random.choice((0, 1, 1, 2))):
        del students[own]
    for own in random.sample(sorted(students), random.choice((0, 1, 2))):
        students[own] = random.choice(("North", "South"))
    for _new in range(random.choice((0, 1, 3, 6))):
        students[next(coming)] = random.choice(("North", "South", "East"))


def _learn(random: Random, colours: dict[int, Colour]) -> None:
    """Let some become better."""
    for own in colours:
        if random.random() < 0.3:
            colours[own] = SOME[min(SOME.index(colours[own]) + 1, len(SOME) - 1)]
