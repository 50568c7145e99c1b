"""Who is meant: a student or a class group by name, by prefix, or by something near it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.folding import fold

NEAR = 70
"""From this likeness (of 100) on, a spelling is near enough to be asked about."""

SHORT, SLIPS = 4, 2
"""Names of so many letters and more may have so many slips behind their first letter."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meant(Generic[T]):
    """Whom a name fits: surely one, or several to choose from, or near spellings to confirm."""

    sure: T | None = None
    several: tuple[T, ...] = ()
    near: tuple[T, ...] = ()


def meant_by(name: str, among: Sequence[T], name_of: Callable[[T], str]) -> Meant[T]:
    """Find who is meant: by the whole name, its words, a prefix of each, or a near spelling."""
    wanted = fold(name)
    for fits in (_is_name, _is_word, _is_prefix):
        found = tuple(known for known in among if fits(wanted, fold(name_of(known))))
        if len(found) == 1:
            return Meant(sure=found[0])
        if found:
            return Meant(several=found)
    return Meant(near=_near(wanted, among, name_of))


def _is_name(wanted: str, name: str) -> bool:
    return wanted == name


def _is_word(wanted: str, name: str) -> bool:
    return all(word in name.split() for word in wanted.split())


def _is_prefix(wanted: str, name: str) -> bool:
    return all(any(own.startswith(word) for own in name.split()) for word in wanted.split())


def _near(wanted: str, among: Sequence[T], name_of: Callable[[T], str]) -> tuple[T, ...]:
    # Only a misspelt name pays for loading it.
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    def alike(part: str) -> float:
        # Of a short name two slips are a large part: "jans" is Jonas, and only asked about.
        slips = OSA.distance(wanted, part)
        close = len(wanted) >= SHORT and wanted[:1] == part[:1] and slips <= SLIPS
        return max(fuzz.ratio(wanted, part), NEAR if close else 0)

    def likeness(known: T) -> float:
        name = fold(name_of(known))
        return max(alike(part) for part in (name, *name.split()))

    # Words beside a name are not a misspelling of it: 'jonas peeters niet' is not Jonas Peeters.
    fitting = [known for known in among if len(wanted.split()) <= len(fold(name_of(known)).split())]
    near = sorted((it for it in fitting if likeness(it) >= NEAR), key=likeness, reverse=True)
    return tuple(near[:3])
