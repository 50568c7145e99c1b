"""Of which students a competence's numbers may be told, now and after all that was told before.

Of each competence, students who were together in every number that was told of it are an atom:
nothing that is told, whatever is added or taken away, parts them. So all that was scored of one of
an atom, in every perspective and at every photo, may as well have been scored of another one. A
number is told only where after it, in every number so far, each atom is mixed: then nobody's value
follows from all numbers together, whatever is supposed of how they change or hang together.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.sector.totals.spread import ASPECTS, Aspect, Measure, Spread, is_mixed

Sum = tuple[int, Aspect]
"""What was told: of which period's photo, and what was counted in whose eyes."""

Reader = Callable[[Sum, frozenset[int]], Spread | None]
"""Counts the values of some blocks at a photo; None where that is not known any more."""


@dataclass(frozen=True, slots=True)
class CountedAtom:
    """Blocks that stayed together in every number of a competence, and what they were in each."""

    blocks: frozenset[int]
    history: Mapping[Sum, Spread] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToldNumbers:
    """What is told of a competence: of each set of blocks its numbers, and the atoms after it."""

    sets: Mapping[str, Mapping[Aspect, Spread]]
    atoms: Sequence[CountedAtom]

    @property
    def worth(self) -> tuple[int, int]:
        """Say how much it tells: colours count more than coverage."""
        told = next(iter(self.sets.values()))
        return sum(own.measure is Measure.COLOUR for own in told), len(told)


def tell_of(
    atoms: Sequence[CountedAtom], sets: Mapping[str, frozenset[int]], period: int, read: Reader
) -> ToldNumbers | None:
    """Tell the numbers of disjoint sets of blocks; None where any of them may not be told.

    An atom that would be parted into what is not mixed is left out of them as a whole.
    """
    after: list[CountedAtom] = []
    shut: frozenset[int] = frozenset()
    known: frozenset[int] = frozenset()
    for atom in atoms:
        known |= atom.blocks
        parts = _part(atom, sets.values(), read)
        if parts is None:
            shut |= atom.blocks
        after.extend(parts or (atom,))
    open_sets = {name: blocks - shut for name, blocks in sets.items() if blocks - shut}
    after.extend(CountedAtom(new) for blocks in open_sets.values() if (new := blocks - known))
    inside = frozenset[int]().union(*open_sets.values())
    counted = [atom for atom in after if atom.blocks <= inside]
    aspects = [*_list_told(counted, period, read)]
    if not counted or not aspects:
        return None
    return ToldNumbers(
        {
            name: {own: read((period, own), blocks) or {} for own in aspects}
            for name, blocks in open_sets.items()
        },
        [
            _noted(atom, ((period, own) for own in aspects), read)
            if atom.blocks <= inside
            else atom
            for atom in after
        ],
    )


def _list_told(atoms: Sequence[CountedAtom], period: int, read: Reader) -> Iterator[Aspect]:
    """List what may be told: how much came up only beside its colours.

    Alone it could say which colour those have whose colours are too much alike to be told.
    """
    may = {own for own in ASPECTS if _may_tell(atoms, (period, own), read)}
    for own in ASPECTS:
        if own in may and Aspect(own.role, Measure.COLOUR) in may:
            yield own


def _may_tell(atoms: Iterable[CountedAtom], told: Sum, read: Reader) -> bool:
    return all(is_mixed(read(told, atom.blocks) or {}) for atom in atoms)


def _noted(atom: CountedAtom, told: Iterable[Sum], read: Reader) -> CountedAtom:
    new = {told_sum: read(told_sum, atom.blocks) or {} for told_sum in told}
    return CountedAtom(atom.blocks, {**atom.history, **new})


def _part(
    atom: CountedAtom, sets: Iterable[frozenset[int]], read: Reader
) -> Sequence[CountedAtom] | None:
    """Part an atom by the sets, with what each part was; None where a part would not be mixed."""
    inside = [blocks for own in sets if (blocks := atom.blocks & own)]
    rest = atom.blocks.difference(*inside)
    parts = [*inside, rest] if rest else inside
    if len(parts) < 2:
        return (atom,)
    histories: list[dict[Sum, Spread]] = [{} for _part in parts]
    for told, whole in atom.history.items():
        spreads = [*_shared_out(whole, [read(told, blocks) for blocks in parts])]
        if not all(map(is_mixed, spreads)):
            return None
        for history, spread in zip(histories, spreads, strict=False):
            history[told] = spread
    return [CountedAtom(*own) for own in zip(parts, histories, strict=True)]


def _shared_out(whole: Spread, parts: Sequence[Spread | None]) -> Iterator[Spread]:
    """Say what each part was; of one that is not known any more it is what the others leave."""
    if sum(part is None for part in parts) > 1:
        yield {}
        return
    left = Counter(whole)
    for part in parts:
        left.subtract(part or {})
    unknown = any(part is None for part in parts)
    # What was kept and what the photo says part ways where the photo was taken anew.
    if any(count < 0 or (count and not unknown) for count in left.values()):
        yield {}
        return
    for part in parts:
        yield +left if part is None else part
