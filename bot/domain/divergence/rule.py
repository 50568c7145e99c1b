"""The rule: where the perspectives on one competence of one track are apart.

Source: document 004, chapter 3 §6 gives the case (period 3, competence 8: the teacher says not
acquired, student and workplace say acquired); the rule is ours. Two perspectives are compared only
on what both have scored in this period. An N of either takes an indicator out, since an X there
proves nothing; a coverage that nobody gave does not. The cost is that of one competence: three
perspectives, some ten indicators, no history and no other students.
"""

from collections.abc import Callable

from bot.domain.divergence.beginnings import begun
from bot.domain.divergence.comparison import Case, divergence_of
from bot.domain.divergence.disputes import PAIRS, Pair, SaidByRole, list_disputed
from bot.domain.divergence.gaps import gap, overlap
from bot.domain.divergence.kinds import (
    FURTHEST,
    Divergence,
    DivergenceKind,
    Route,
    RouteReason,
    Sides,
)
from bot.domain.divergence.verdicts import verdict
from bot.domain.school.tracks import PERSPECTIVES


def divergences(case: Case) -> tuple[Divergence, ...]:
    """Find everything that is apart, at most one of each kind."""
    opposed = verdict(case)
    found = (
        opposed,
        _without(opposed, _indicator(case)),
        _coverage(case),
        silence(case),
        gap(case),
        overlap(case),
    )
    return tuple(divergence for divergence in found if divergence is not None)


def _without(opposed: Divergence | None, indicator: Divergence | None) -> Divergence | None:
    """Keep single indicators where no verdict tells of them, or where the programme wants them."""
    if opposed is None or indicator is None:
        return indicator
    louder = indicator.route is Route.ALERT and opposed.route is Route.DIGEST
    return indicator if louder else None


def _indicator(case: Case) -> Divergence | None:
    needed = case.thresholds.indicator_from
    return _at_ends(case, DivergenceKind.INDICATOR, lambda earlier: earlier.masteries, needed)


def _coverage(case: Case) -> Divergence | None:
    needed = case.thresholds.coverage_from
    return _at_ends(case, DivergenceKind.COVERAGE, lambda earlier: earlier.coverages, needed)


def _at_ends(
    case: Case, kind: DivergenceKind, said_in: Callable[[Case], SaidByRole], needed: int | None
) -> Divergence | None:
    """Tell of single indicators at opposite ends of a scale: X against V, or N against R."""
    said = said_in(case)
    disputed = list_disputed(said, case.indicators, PAIRS, least=FURTHEST)
    if not disputed:
        return None
    apart = [pair for pair in PAIRS if list_disputed(said, case.indicators, [pair], least=FURTHEST)]
    compared = tuple(i for i in case.indicators if sum(i in own for own in said.values()) > 1)
    named = [dispute.indicator for dispute in disputed]

    def is_disputed(earlier: Case) -> bool:
        return bool(list_disputed(said_in(earlier), named, PAIRS, least=FURTHEST))

    reason = RouteReason(len(disputed), len(compared), needed)
    since = begun(case, kind, is_disputed)
    return divergence_of(case, kind, _sides(apart), reason, since, disputed, compared)


def silence(case: Case) -> Divergence | None:
    """Tell of one who has said nothing when two have and the photo is near."""
    sides = _silent_and_spoken(case)
    if sides is None or case.photo_at is None:
        return None
    needed = 1 if case.thresholds.silence_alert else None
    since = begun(
        case,
        DivergenceKind.SILENCE,
        lambda earlier: _silent_and_spoken(earlier) is not None,
        also=[case.photo_at - case.thresholds.near],
    )
    reason = RouteReason(1, len(PERSPECTIVES), needed)
    return divergence_of(case, DivergenceKind.SILENCE, sides, reason, since)


def _silent_and_spoken(case: Case) -> Sides | None:
    answered = {role: case.answered(role) for role in PERSPECTIVES}
    spoken = tuple(role for role in PERSPECTIVES if case.enough(answered[role]))
    silent = tuple(role for role in PERSPECTIVES if not answered[role])
    if len(spoken) != 2 or len(silent) != 1 or not case.photo_is_near:
        return None
    return silent, spoken


def _sides(apart: list[Pair]) -> Sides:
    """Group the perspectives: the one in both of two pairs alone, all of three apart."""
    if len(apart) != 2:
        return tuple((role,) for role in PERSPECTIVES if any(role in pair for pair in apart))
    alone = set(apart[0]) & set(apart[1])
    return tuple(alone), tuple(role for role in PERSPECTIVES if role not in alone)
