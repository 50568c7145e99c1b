"""The rule: where the perspectives on one competence of one track are apart.

Source: document 004, chapter 3 §6 gives the case (period 3, competence 8: the teacher says not
acquired, student and workplace say acquired); the rule is ours. Two perspectives are compared only
on what both have scored in this period. An N of either takes an indicator out, since an X there
proves nothing; a coverage that nobody gave does not. The cost is that of one competence: three
perspectives, some ten indicators, no history and no other students.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations, product

from bot.domain.divergence.comparison import Case, divergence_of
from bot.domain.divergence.gaps import gap, overlap
from bot.domain.divergence.kinds import (
    FURTHEST,
    Disputed,
    Divergence,
    DivergenceKind,
    Route,
    RouteReason,
    Sides,
)
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.scales import Coverage, Mastery

Pair = tuple[Role, Role]
PAIRS: tuple[Pair, ...] = tuple(combinations(PERSPECTIVES, 2))

SaidByRole = Mapping[Role, Mapping[int, Mastery]] | Mapping[Role, Mapping[int, Coverage]]
"""Values of one scale, by role and indicator id."""


def divergences(case: Case) -> tuple[Divergence, ...]:
    """Find everything that is apart, at most one of each kind."""
    verdict = _verdict(case)
    found = (
        verdict,
        _without(verdict, _indicator(case)),
        _coverage(case),
        silence(case),
        gap(case),
        overlap(case),
    )
    return tuple(divergence for divergence in found if divergence is not None)


def _verdict(case: Case) -> Divergence | None:
    """Tell of the two whose verdicts are opposed and furthest apart.

    The third perspective sides with one of them, on the same indicators, if it scored enough of
    those; then the other one stands alone.
    """
    opposed = [_opposed(case, *pair) for pair in PAIRS]
    widest = max((pair for pair in opposed if pair is not None), default=None)
    if widest is None:
        return None
    apart, of, compared = widest
    verdicts = {role: case.verdict(role, compared) for role in PERSPECTIVES}
    groups = [tuple(r for r in PERSPECTIVES if verdicts[r] is said) for said in (False, True)]
    fewer, more = sorted(groups, key=len)
    disputed = _disputed(case.masteries, compared, product(fewer, more), least=1)
    reason = RouteReason(apart, of, case.thresholds.verdict_from(of))
    return divergence_of(case, DivergenceKind.VERDICT, (fewer, more), reason, disputed, compared)


def _opposed(case: Case, first: Role, second: Role) -> tuple[int, int, tuple[int, ...]] | None:
    """Count by how many steps two opposed verdicts differ, over how many indicators, and which."""
    masteries = case.masteries
    both = tuple(i for i in case.indicators if i in masteries[first] and i in masteries[second])
    verdicts = (case.verdict(first, both), case.verdict(second, both))
    if None in verdicts or verdicts[0] == verdicts[1]:
        return None
    not_acquired, acquired = (second, first) if verdicts[0] else (first, second)
    steps = sum(_steps(masteries[not_acquired][i].rank, masteries[acquired][i].rank) for i in both)
    return max(steps, 0), len(both), both


def _without(verdict: Divergence | None, indicator: Divergence | None) -> Divergence | None:
    """Keep single indicators where no verdict tells of them, or where the programme wants them."""
    if verdict is None or indicator is None:
        return indicator
    louder = indicator.route is Route.ALERT and verdict.route is Route.DIGEST
    return indicator if louder else None


def _indicator(case: Case) -> Divergence | None:
    return _at_ends(case, DivergenceKind.INDICATOR, case.masteries, case.thresholds.indicator_from)


def _coverage(case: Case) -> Divergence | None:
    return _at_ends(case, DivergenceKind.COVERAGE, case.coverages, case.thresholds.coverage_from)


def _at_ends(
    case: Case, kind: DivergenceKind, said: SaidByRole, needed: int | None
) -> Divergence | None:
    """Tell of single indicators at opposite ends of a scale: X against V, or N against R."""
    disputed = _disputed(said, case.indicators, PAIRS, least=FURTHEST)
    if not disputed:
        return None
    apart = [pair for pair in PAIRS if _disputed(said, case.indicators, [pair], least=FURTHEST)]
    compared = tuple(i for i in case.indicators if sum(i in own for own in said.values()) > 1)
    reason = RouteReason(len(disputed), len(compared), needed)
    return divergence_of(case, kind, _sides(apart), reason, disputed, compared)


def silence(case: Case) -> Divergence | None:
    """Tell of one who has said nothing when two have and the photo is near."""
    answered = {role: case.answered(role) for role in PERSPECTIVES}
    spoken = tuple(role for role in PERSPECTIVES if case.enough(answered[role]))
    silent = tuple(role for role in PERSPECTIVES if not answered[role])
    if len(spoken) != 2 or len(silent) != 1 or not case.photo_is_near:
        return None
    reason = RouteReason(
        len(silent), len(PERSPECTIVES), 1 if case.thresholds.silence_alert else None
    )
    return divergence_of(case, DivergenceKind.SILENCE, (silent, spoken), reason)


def _disputed(
    said: SaidByRole, among: Iterable[int], pairs: Iterable[Pair], least: int
) -> tuple[Disputed, ...]:
    """List the indicators on which any of these pairs is so far apart, the furthest first."""
    pairs = tuple(pairs)
    found = []
    for indicator in among:
        own = {role: said[role][indicator] for role in PERSPECTIVES if indicator in said[role]}
        both = ((own[a].rank, own[b].rank) for a, b in pairs if a in own and b in own)
        distance = max((abs(_steps(*ranks)) for ranks in both), default=0)
        if distance >= least:
            found.append(Disputed(indicator, tuple(own.items()), distance))
    return tuple(sorted(found, key=lambda disputed: -disputed.distance))


def _steps(rank: int, other: int) -> int:
    """Count the steps from one rank up to another where one is the lowest and the other is not.

    That is where acquired meets not acquired; L against V is no dispute.
    """
    return 0 if min(rank, other) else other - rank


def _sides(apart: list[Pair]) -> Sides:
    """Group the perspectives: the one in both of two pairs alone, all of three apart."""
    if len(apart) != 2:
        return tuple((role,) for role in PERSPECTIVES if any(role in pair for pair in apart))
    alone = set(apart[0]) & set(apart[1])
    return tuple(alone), tuple(role for role in PERSPECTIVES if role not in alone)
