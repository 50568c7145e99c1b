"""The book of what was told to a sector: who was counted together, and what is told of a photo."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.domain.sector.totals.atoms import CountedAtom, Sum, ToldNumbers, tell_of
from bot.domain.sector.totals.blocks import BlockPart, KeptBlock, cut_blocks
from bot.domain.sector.totals.spread import Aspect, Spread, Standings, spread_of

PROGRAMME = "*"
"""The set of everybody who is counted in a photo; no region is called so."""

Photographed = Mapping[int, Mapping[int, Standings]]
"""Of each student in a photo what was scored, by competence."""

Earlier = Callable[[int], Photographed]
"""What was scored in an earlier period's photo, of who is known in it today."""


@dataclass(frozen=True, slots=True)
class CountedPhoto:
    """A photo to be counted: its students by region, what was scored, and of which competences."""

    period_id: int
    regions: Mapping[int, str]
    standings: Photographed
    competences: Sequence[int]


@dataclass(frozen=True, slots=True)
class FrozenTotals:
    """What is told of a photo: how many are counted, by region, and the numbers by competence.

    Numbers are by region, or of the whole `PROGRAMME` where they may not be told by region.
    """

    students: Mapping[str, int]
    numbers: Mapping[int, Mapping[str, Mapping[Aspect, Spread]]]


@dataclass(slots=True)
class TotalsBook:
    """Blocks and atoms as they are after all that was told; new blocks have negative numbers."""

    blocks: dict[int, KeptBlock]
    atoms: dict[int, list[CountedAtom]] = field(default_factory=dict)
    _new: int = 0

    def count(
        self, photo: CountedPhoto, rank: Callable[[int], object], earlier: Earlier
    ) -> FrozenTotals:
        """Count a photo, and note who was counted together in it."""
        regions = self._cut(photo.regions, rank)
        reads = _Reads(self.blocks, photo, earlier)
        numbers = {}
        for competence in photo.competences:
            told = self._tell(competence, regions, photo.period_id, reads)
            if told is not None:
                self.atoms[competence] = [*told.atoms]
                numbers[competence] = told.sets
        sizes = {
            region: sum(self.blocks[block].size for block in blocks)
            for region, blocks in regions.items()
        }
        return FrozenTotals(sizes, numbers)

    def _tell(
        self, competence: int, regions: Mapping[str, frozenset[int]], period: int, reads: "_Reads"
    ) -> ToldNumbers | None:
        """Tell by region, unless of all together more can be told."""
        whole = {PROGRAMME: frozenset[int]().union(*regions.values())}
        atoms, read = self.atoms.get(competence, []), reads.of(competence)
        found = [tell_of(atoms, sets, period, read) for sets in (regions, whole)]
        some = [told for told in found if told is not None]
        return max(some, key=lambda told: told.worth, default=None)

    def _cut(
        self, present: Mapping[int, str], rank: Callable[[int], object]
    ) -> dict[str, frozenset[int]]:
        """Cut blocks by who is in the photo; gives the blocks that are counted in each region."""
        parts: dict[int | None, list[BlockPart]] = {}
        for part in cut_blocks(present, self.blocks.values(), rank):
            parts.setdefault(part.block, []).append(part)
        regions: dict[str, set[int]] = {}
        for cut, own in parts.items():
            for part, block in zip(own, self._number(cut, own), strict=True):
                if block is not None and part.region is not None:
                    regions.setdefault(part.region, set()).add(block)
        return {region: frozenset(blocks) for region, blocks in regions.items()}

    def _number(self, cut: int | None, parts: Sequence[BlockPart]) -> Iterator[int | None]:
        """Name the block of each part; who was never counted and still is not has none."""
        if cut is not None and len(parts) == 1:
            return iter([cut])
        numbers: list[int | None] = []
        for part in parts:
            if cut is None and part.region is None:
                numbers.append(None)
                continue
            self._new -= 1
            self.blocks[self._new] = KeptBlock(self._new, part.size, part.members)
            numbers.append(self._new)
        if cut is not None:
            del self.blocks[cut]
            self._replace(cut, frozenset(new for new in numbers if new is not None))
        return iter(numbers)

    def _replace(self, cut: int, new: frozenset[int]) -> None:
        for atoms in self.atoms.values():
            for place, atom in enumerate(atoms):
                if cut in atom.blocks:
                    atoms[place] = CountedAtom(atom.blocks - {cut} | new, atom.history)


@dataclass(slots=True)
class _Reads:
    """Counts the values of blocks at this photo and at earlier ones."""

    blocks: Mapping[int, KeptBlock]
    photo: CountedPhoto
    earlier: Earlier

    def of(self, competence: int) -> Callable[[Sum, frozenset[int]], Spread | None]:
        """Make the reader of one competence: it counts once what is asked for more than once."""

        @cache
        def read(told: Sum, blocks: frozenset[int]) -> Counter[str] | None:
            period, aspect = told
            now = period == self.photo.period_id
            standings = self.photo.standings if now else self.earlier(period)
            members = [self.blocks[block] for block in sorted(blocks)]
            students = [student for block in members for student in sorted(block.members)]
            whole = sum(block.size for block in members) == len(students)
            if not whole or not all(student in standings for student in students):
                return None
            return spread_of((standings[own].get(competence, {}) for own in students), aspect)

        return read
