"""Which students are counted together for a sector, so that no two totals tell of fewer than five.

Source: document 004, chapter 2 §2 c (the fifth actor); what a sector is told, and how nobody is
told by it, are ours.

Students who were counted together in everything that was told so far are a block. Every number
that is told is a sum over whole blocks, and a block has `FEWEST` students at least, so whatever
numbers are added to or taken from each other, those of a block stay together. Where somebody leaves
a block, or only a few of it are in a region, others go along with them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

FEWEST = 5
"""Students in a block, and so behind any number that is told."""

ELSEWHERE = ""
"""The region of those whose own one has too few, or who have none or several."""


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """Students who were always counted together: how many there were, and who is still known.

    Who was erased counts in `size`, and is no member any more.
    """

    id: int
    size: int
    members: frozenset[int]


@dataclass(frozen=True, slots=True)
class BlockPart:
    """What a photo makes of a block, or of students who were never counted (no `block`).

    `region` is None for those who are not counted in this photo.
    """

    block: int | None
    region: str | None
    size: int
    members: frozenset[int]


@dataclass(slots=True)
class _Cut:
    """One block while it is cut: its pieces by region, and how many of it are not counted."""

    block: KeptBlock | None
    pieces: dict[str, list[int]]
    out: list[int] = field(default_factory=list)
    gone: int = 0

    def settle(self) -> None:
        """Make every piece, and what is left out of a block, empty or large enough."""
        self._gather_few()
        # Who was never counted stands in no sum: any number of them may wait.
        new = self.block is None
        self._move_to(self.pieces[ELSEWHERE], self._lacks_elsewhere(), whole=not new)
        if 0 < len(self.pieces[ELSEWHERE]) < FEWEST:
            self.out += self.pieces.pop(ELSEWHERE)
        if not new:
            self._move_to(self.out, self._lacks_out(), whole=True)

    def _gather_few(self) -> None:
        elsewhere = self.pieces.setdefault(ELSEWHERE, [])
        for region in [*self.pieces]:
            if region != ELSEWHERE and len(self.pieces[region]) < FEWEST:
                elsewhere += self.pieces.pop(region)

    def _lacks_elsewhere(self) -> int:
        found = len(self.pieces[ELSEWHERE])
        return FEWEST - found if 0 < found < FEWEST else 0

    def _lacks_out(self) -> int:
        found = len(self.out) + self.gone
        return FEWEST - found if 0 < found < FEWEST else 0

    def _move_to(self, target: list[int], lacks: int, *, whole: bool) -> None:
        """Move there as many as it lacks, from the largest piece; or a `whole` small one."""
        others = {
            region: piece for region, piece in self.pieces.items() if piece and piece is not target
        }
        if not lacks or not others:
            return
        largest = max(others, key=lambda region: (len(others[region]), region))
        if len(others[largest]) >= FEWEST + lacks:
            for _moved in range(lacks):
                target.append(others[largest].pop())
            return
        if not whole:
            return
        smallest = min(others, key=lambda region: (len(others[region]), region))
        target += self.pieces.pop(smallest)

    def parts(self) -> Iterator[BlockPart]:
        """Say what became of it."""
        block = self.block.id if self.block else None
        for region, piece in sorted(self.pieces.items()):
            if piece:
                yield BlockPart(block, region, len(piece), frozenset(piece))
        if self.out or self.gone:
            yield BlockPart(block, None, len(self.out) + self.gone, frozenset(self.out))


def cut_blocks(
    present: Mapping[int, str], blocks: Iterable[KeptBlock], rank: Callable[[int], object]
) -> list[BlockPart]:
    """Cut the blocks of who is in a photo, each with a region, into those who are counted together.

    `rank` puts students in an order that knows nothing of their scores: by it is decided who goes
    along with others. Blocks of which nobody is in the photo stay as they are, and are left out.
    """
    waiting = dict(present)
    parts: list[BlockPart] = []
    for block in blocks:
        inside = [student for student in block.members if student in waiting]
        if inside:
            cut = _Cut(block, _by_region(inside, waiting, rank))
            cut.out = sorted(block.members.difference(inside))
            cut.gone = block.size - len(block.members)
            parts += _settled(cut)
            for student in inside:
                del waiting[student]
    return [*parts, *_settled(_Cut(None, _by_region(waiting, waiting, rank)))]


def _by_region(
    students: Iterable[int], regions: Mapping[int, str], rank: Callable[[int], object]
) -> dict[str, list[int]]:
    pieces: dict[str, list[int]] = {}
    # The key compares with itself alone.
    for student in sorted(students, key=rank):  # type: ignore[arg-type]
        pieces.setdefault(regions[student], []).append(student)
    return pieces


def _settled(cut: _Cut) -> Iterator[BlockPart]:
    cut.settle()
    return cut.parts()
