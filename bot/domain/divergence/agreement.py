"""How far two raters agree beyond chance: weighted kappa, and when it means nothing.

The weights are linear: X against V is twice as far apart as X against L (Cohen, 1968).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.scoring.scales import Mastery

LEAST_PAIRS = 2 * len(Mastery) ** 2
"""Below twice the square of the number of levels kappa is not to be trusted (Cicchetti, 1981)."""


class Meaningless(StrEnum):
    """Why a kappa would mean nothing."""

    TOO_FEW = "too_few"
    NO_VARIATION = "no_variation"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Weighted kappa of so many indicators scored by both: 1 complete, 0 as chance would have it.

    `kappa` is None where it would mean nothing; `meaningless` says why.
    """

    pairs: int
    kappa: float | None = None
    meaningless: Meaningless | None = None


def agreement(pairs: Iterable[tuple[Mastery, Mastery]]) -> Agreement:
    """Compute the agreement of two raters from what each said of the same indicators.

    A rater who gives everybody the same level agrees with anyone just as chance would.
    """
    both = Counter(pairs)
    total = both.total()
    if total < LEAST_PAIRS:
        return Agreement(total, meaningless=Meaningless.TOO_FEW)
    firsts: Counter[Mastery] = Counter()
    seconds: Counter[Mastery] = Counter()
    for (first, second), times in both.items():
        firsts[first] += times
        seconds[second] += times
    if len(firsts) == 1 or len(seconds) == 1:
        return Agreement(total, meaningless=Meaningless.NO_VARIATION)
    observed = sum(abs(a.rank - b.rank) * times for (a, b), times in both.items())
    by_chance = sum(abs(a.rank - b.rank) * firsts[a] * seconds[b] for a in firsts for b in seconds)
    return Agreement(total, kappa=1 - observed * total / by_chance)
