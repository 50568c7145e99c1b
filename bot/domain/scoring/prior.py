"""What was recognised as learned before the track: beside the views, and never among their marks.

Source: document 002 (formal, non-formal and informal learning is taken along). How it may count,
which the programme says, is ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.school.frameworks import Competence, CutOff, PriorRule, Programme
from bot.domain.scoring.colours import Counts, colour_of


class LearnedHow(StrEnum):
    """How something was learned; the words are stored, and outlive a version."""

    FORMAL = "formal"
    """In a course that ended in a certificate or a diploma."""
    NON_FORMAL = "non_formal"
    """In a training, at work or elsewhere, without one."""
    INFORMAL = "informal"
    """By doing, from colleagues, at home."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """One claim that was confirmed: these indicators of a competence, and how they were learned."""

    competence_id: int
    how: LearnedHow
    indicators: frozenset[int]


@dataclass(frozen=True, slots=True)
class PriorLearning:
    """What is recognised of one competence with so many indicators, and how it counts."""

    indicators: frozenset[int]
    hows: tuple[LearnedHow, ...]
    total: int
    rule: PriorRule

    @property
    def counts(self) -> Counts:
        """Count it by the programme's rule: never as shown alone, which is seen at work."""
        many = len(self.indicators)
        if self.rule is PriorRule.ACQUIRED:
            return Counts(scored=many, acquired=many, covered=many)
        return Counts(covered=many if self.rule is PriorRule.COVERED else 0)

    def is_acquired(self, cut_off: CutOff) -> bool:
        """Say whether by the rule it makes the whole competence one that is acquired."""
        return colour_of(self.total, self.counts, cut_off).acquired


def join_recognised(
    recognised: Iterable[Recognised], competence_id: int, total: int, rule: PriorRule
) -> PriorLearning | None:
    """Join what is recognised of one competence; None where nothing is."""
    own = [claim for claim in recognised if claim.competence_id == competence_id]
    if not own:
        return None
    hows = {claim.how for claim in own}
    return PriorLearning(
        frozenset().union(*(claim.indicators for claim in own)),
        tuple(how for how in LearnedHow if how in hows),
        total,
        rule,
    )


def came_up_before(programme: Programme, recognised: Iterable[Recognised]) -> frozenset[int]:
    """List the competences, by identity, of which the rule says that something came up before."""
    if programme.prior_rule is PriorRule.SHOWN:
        return frozenset()
    return frozenset(claim.competence_id for claim in recognised if claim.indicators)


def acquired_indicators(programme: Programme, recognised: Iterable[Recognised]) -> frozenset[int]:
    """List the indicators that by the programme's rule were acquired before the track."""
    if programme.prior_rule is not PriorRule.ACQUIRED:
        return frozenset()
    return frozenset().union(*(claim.indicators for claim in recognised))


def is_acquired_before(
    programme: Programme, competence: Competence, recognised: Iterable[Recognised]
) -> bool:
    """Say whether by the programme's rule a competence was acquired before the track."""
    total = len(competence.indicators)
    prior = join_recognised(recognised, competence.id, total, programme.prior_rule)
    return prior is not None and prior.is_acquired(programme.cut_off)
