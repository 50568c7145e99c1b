"""What is no alarm: what one environment cannot offer, and what both keep training for nothing.

Source: document 004, chapter 2 §5 and §6 (routes, overlap); what counts as long mastered is ours.
"""

from bot.domain.divergence.beginnings import begun
from bot.domain.divergence.comparison import Case, divergence_of
from bot.domain.divergence.kinds import Divergence, DivergenceKind, RouteReason
from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery

ENVIRONMENTS = (Role.MENTOR, Role.TEACHER)
"""The workplace and the campus, by who speaks for them."""


def gap(case: Case) -> Divergence | None:
    """Tell what the workplace or the campus says it cannot offer ('not here')."""
    missing = _missing(case)
    sides = tuple((role,) for role in ENVIRONMENTS if missing[role])
    everywhere = set().union(*missing.values())
    if not sides:
        return None
    since = begun(case, DivergenceKind.GAP, lambda earlier: any(_missing(earlier).values()))
    compared = tuple(indicator for indicator in case.indicators if indicator in everywhere)
    return divergence_of(
        case,
        DivergenceKind.GAP,
        sides,
        RouteReason(len(compared), len(case.indicators), None),
        since,
        (),
        compared,
    )


def _missing(case: Case) -> dict[Role, set[int]]:
    return {
        role: {indicator for indicator, mark in case.own(role).items() if mark.not_here}
        for role in ENVIRONMENTS
    }


def overlap(case: Case) -> Divergence | None:
    """Tell when both keep training regularly at least half of what both long saw mastered."""
    films = [case.own(role) for role in ENVIRONMENTS]
    both = tuple(
        indicator
        for indicator in case.indicators
        if all(indicator in film and _long_mastered(case, film[indicator]) for film in films)
    )
    if not both or not case.enough(len(both)):
        return None
    mastered_at = max(film[i].mastery_at or case.now for film in films for i in both)
    return divergence_of(
        case,
        DivergenceKind.OVERLAP,
        (ENVIRONMENTS,),
        RouteReason(len(both), len(case.indicators), None),
        case.since.get(DivergenceKind.OVERLAP, mastered_at),
        (),
        both,
    )


def _long_mastered(case: Case, mark: Mark) -> bool:
    return (
        mark.mastery is Mastery.AUTONOMOUS
        and mark.coverage is Coverage.REGULARLY
        and mark.mastery_at is not None
        and case.now - mark.mastery_at >= case.thresholds.overlap_after
    )
