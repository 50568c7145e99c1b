"""How a rater leans against the others on the same indicators, how sure that is, and from how many.

This is for the coach and is never shown to the raters. Source: document 004, chapter 3 §3 warns
that experts may take their own level as the norm. A form is filled in with one impression, so its
indicators are no separate witnesses: each form counts once, by its mean, and the interval comes
from how much the forms differ.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, permutations
from statistics import NormalDist, fmean, stdev

from bot.domain.divergence.agreement import Agreement, agreement
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.scales import Mastery

LEAST_FORMS = 5
"""From fewer forms nothing is said about a leaning."""

MOST_APART = 1.0
"""Steps that one form may count for: a dispute that somebody means is no leniency."""

SPREAD = 0.25
"""How much two raters' leniency spreads, in steps, before anything is known of them."""

MOST_LENIENT = 0.4
"""Steps of an indicator that are put down to leniency at most; the rest is a difference."""

_Z = NormalDist().inv_cdf(0.975)


class Lean(StrEnum):
    """Which way a rater leans, where that is sure."""

    LENIENT = "lenient"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True)
class Beside:
    """What a rater said of an indicator, beside what another said of the same.

    `form` is what one impression may colour: the competence of a track. Raters are person ids.
    """

    rater: int
    other: int
    form: Hashable
    said: Mastery
    other_said: Mastery


@dataclass(frozen=True, slots=True)
class Leaning:
    """How much higher (above 0) or lower a rater scores than the others, in steps of the scale.

    `low` and `high` are the 95 % interval, None where there are too few forms to say.
    """

    steps: float
    low: float | None
    high: float | None
    forms: int
    comparisons: int

    @property
    def lean(self) -> Lean | None:
        """Say which way, if the whole interval lies there."""
        if self.low is not None and self.low > 0:
            return Lean.LENIENT
        if self.high is not None and self.high < 0:
            return Lean.SEVERE
        return None


@dataclass(frozen=True, slots=True)
class Leniency:
    """How much higher one perspective scores than another, in steps an indicator, and its variance.

    It is what the forms say, drawn towards none as far as they leave it open.
    """

    steps: float
    variance: float

    @property
    def interval(self) -> tuple[float, float]:
        """Within which steps it is by 95 %."""
        off = _Z * math.sqrt(self.variance)
        return self.steps - off, self.steps + off


Form = tuple[int, Mapping[Role, Mapping[int, Mastery]]]
"""How many indicators a competence has, and what each perspective says of them."""


def leniencies(forms: Iterable[Form]) -> dict[tuple[Role, Role], Leniency]:
    """Compute how much higher each perspective scores than each other one, from enough forms.

    A form counts once, by its mean, where both scored half of it; pairs with few are left out.
    """
    means: dict[tuple[Role, Role], list[float]] = defaultdict(list)
    for size, said in forms:
        for role, other in combinations(PERSPECTIVES, 2):
            first, second = said.get(role, {}), said.get(other, {})
            both = first.keys() & second.keys()
            if both and 2 * len(both) >= size:
                apart = sum(first[i].rank - second[i].rank for i in both) / len(both)
                means[role, other].append(max(-MOST_APART, min(apart, MOST_APART)))
    known = {pair: _leniency(own) for pair, own in means.items() if len(own) >= LEAST_FORMS}
    turned = {(other, role): replace(own, steps=-own.steps) for (role, other), own in known.items()}
    return known | turned


def _leniency(means: list[float]) -> Leniency:
    """Weigh what the forms say against what is likely before any is known (both normal)."""
    mean = fmean(means)
    # Not by statistics.stdev, whose fractions would be a third of each comparison's time.
    variance = math.fsum((own - mean) ** 2 for own in means) / (len(means) - 1)
    error = max(variance / len(means), 1e-4)
    trust = SPREAD**2 / (SPREAD**2 + error)
    steps = max(-MOST_LENIENT, min(trust * mean, MOST_LENIENT))
    return Leniency(steps, trust * error)


def set_beside(form: Hashable, said: Mapping[int, Mapping[int, Mastery]]) -> Iterator[Beside]:
    """Set what raters said of one competence beside each other, by rater and indicator id."""
    for rater, other in permutations(said, 2):
        for indicator in said[rater].keys() & said[other].keys():
            yield Beside(rater, other, form, said[rater][indicator], said[other][indicator])


def leanings(besides: Iterable[Beside]) -> dict[int, Leaning]:
    """Compute how each rater leans against all others together, by person id."""
    steps: dict[int, dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
    for beside in besides:
        steps[beside.rater][beside.form].append(beside.said.rank - beside.other_said.rank)
    return {rater: _leaning(list(forms.values())) for rater, forms in steps.items()}


def _leaning(forms: list[list[int]]) -> Leaning:
    means = [fmean(steps) for steps in forms]
    mean, comparisons = fmean(means), sum(len(steps) for steps in forms)
    if len(means) < LEAST_FORMS:
        return Leaning(mean, None, None, len(means), comparisons)
    margin = student_t(len(means) - 1) * stdev(means) / math.sqrt(len(means))
    return Leaning(mean, mean - margin, mean + margin, len(means), comparisons)


def student_t(freedom: int) -> float:
    """Compute Student's t for a two-sided 95 % interval, within 0.3 % from 4 degrees of freedom on.

    The expansion is formula 26.7.5 of Abramowitz and Stegun.
    """
    terms = (
        (_Z**3 + _Z) / 4,
        (5 * _Z**5 + 16 * _Z**3 + 3 * _Z) / 96,
        (3 * _Z**7 + 19 * _Z**5 + 17 * _Z**3 - 15 * _Z) / 384,
    )
    return _Z + sum(term / math.pow(freedom, power) for power, term in enumerate(terms, 1))


def agreements(besides: Iterable[Beside]) -> dict[tuple[int, int], Agreement]:
    """Compute how far each two raters agree, once per pair, the lower id first."""
    pairs: dict[tuple[int, int], list[tuple[Mastery, Mastery]]] = defaultdict(list)
    for beside in besides:
        if beside.rater < beside.other:
            pairs[beside.rater, beside.other].append((beside.said, beside.other_said))
    return {raters: agreement(said) for raters, said in pairs.items()}
