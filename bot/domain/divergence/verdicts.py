"""Opposed verdicts: one says acquired, another not, on what both have scored.

Source: document 004, chapter 3 §6 (period 3, competence 8: the teacher says not acquired, student
and workplace say it is). One against both others on everything that is compared is that case, and
always an alert; two who are opposed alert from the programme's threshold on. The rest is ours.
"""

from dataclasses import dataclass, field
from itertools import product

from bot.domain.divergence.beginnings import begun
from bot.domain.divergence.comparison import Case, divergence_of
from bot.domain.divergence.disputes import PAIRS, list_disputed, steps
from bot.domain.divergence.kinds import Divergence, DivergenceKind, RouteReason
from bot.domain.divergence.raters import Leniency
from bot.domain.school.tracks import PERSPECTIVES, Role

LEAST_AGAINST_BOTH = 3
"""Indicators compared with each of the two others; on fewer, one against both is mostly chance."""


@dataclass(frozen=True, slots=True, order=True)
class Opposed:
    """Opposed verdicts: by how many steps, over how many indicators, which, and from where on told.

    The furthest apart is the greatest. `between` names of two who says acquired, and who does not;
    `leniency` is that of the first, where it is known.
    """

    steps: int
    of: int
    compared: tuple[int, ...]
    needed: int
    leniency: Leniency | None = field(default=None, compare=False)
    between: tuple[Role, Role] | None = field(default=None, compare=False)


def verdict(case: Case) -> Divergence | None:
    """Tell of one against both others, else of the two whose verdicts are furthest apart.

    Of two, the third perspective sides with one, on the same indicators, if it scored enough of
    those; then the other one stands alone.
    """
    opposed = find_opposed(case)
    if opposed is None:
        return None
    verdicts = {role: case.verdict(role, opposed.compared) for role in PERSPECTIVES}
    groups = [tuple(r for r in PERSPECTIVES if verdicts[r] is said) for said in (False, True)]
    fewer, more = sorted(groups, key=len)
    pairs = product(fewer, more)
    disputed = list_disputed(case.masteries, opposed.compared, pairs, least=1)
    return divergence_of(
        case,
        DivergenceKind.VERDICT,
        (fewer, more),
        RouteReason(opposed.steps, opposed.of, opposed.needed),
        begun(case, DivergenceKind.VERDICT, lambda earlier: find_opposed(earlier) is not None),
        disputed,
        opposed.compared,
    )


def find_opposed(case: Case) -> Opposed | None:
    """Find the opposed verdicts that matter most; None where no two are opposed."""
    found = find_against_both(case)
    if found is not None:
        return found
    pairs = (oppose(case, *pair) for pair in PAIRS)
    return max((opposed for opposed in pairs if opposed is not None), key=_weight, default=None)


def _weight(opposed: Opposed) -> tuple[bool, Opposed]:
    """Order by this: what alerts first, since who leans needs more than who does not."""
    return opposed.steps >= opposed.needed, opposed


def find_against_both(case: Case) -> Opposed | None:
    """Find one who differs from both others on everything, which is always an alert."""
    against_both = (_against_both(case, alone) for alone in PERSPECTIVES)
    return next((opposed for opposed in against_both if opposed is not None), None)


def _against_both(case: Case, alone: Role) -> Opposed | None:
    """Tell of one who differs from both others, in the same way, on all that is compared."""
    masteries = case.masteries
    shared = {other: _shared(case, alone, other) for other in PERSPECTIVES if other is not alone}
    if not all(
        len(both) >= LEAST_AGAINST_BOTH and case.enough(len(both)) for both in shared.values()
    ):
        return None
    either = tuple(i for i in case.indicators if any(i in both for both in shared.values()))
    own = {masteries[alone][i].acquired for i in either}
    theirs = {masteries[other][i].acquired for other, both in shared.items() for i in both}
    if len(own) != 1 or len(theirs) != 1 or own == theirs:
        return None
    pairs = [(alone, other) for other in shared]
    apart = sum(d.distance for d in list_disputed(masteries, either, pairs, least=1))
    # Apart on each of them is at least that many steps, so this is always enough.
    needed = min(len(either), case.thresholds.verdict_from(len(either)))
    return Opposed(apart, len(either), either, needed)


def oppose(case: Case, first: Role, second: Role) -> Opposed | None:
    """Count by how many steps two opposed verdicts differ, on what both have scored."""
    masteries, both = case.masteries, _shared(case, first, second)
    verdicts = (case.verdict(first, both), case.verdict(second, both))
    if None in verdicts or verdicts[0] == verdicts[1]:
        return None
    not_acquired, acquired = (second, first) if verdicts[0] else (first, second)
    apart = sum(steps(masteries[not_acquired][i].rank, masteries[acquired][i].rank) for i in both)
    between = acquired, not_acquired
    leniency = case.leniencies.get(between)
    needed = case.thresholds.verdict_from(len(both), leniency)
    return Opposed(max(apart, 0), len(both), both, needed, leniency, between)


def _shared(case: Case, first: Role, second: Role) -> tuple[int, ...]:
    own, other = case.masteries[first], case.masteries[second]
    return tuple(i for i in case.indicators if i in own and i in other)
