"""How what was learned before is counted, by the rule of a programme."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.school.frameworks import CutOff, PriorRule, Programme
from bot.domain.scoring.colours import Counts
from bot.domain.scoring.prior import (
    LearnedHow,
    PriorLearning,
    Recognised,
    acquired_indicators,
    came_up_before,
    join_recognised,
)


def of(many: int, rule: PriorRule, total: int = 10) -> PriorLearning:
    return PriorLearning(frozenset(range(many)), (LearnedHow.FORMAL,), total, rule)


def test_it_counts_as_its_programme_says():
    assert of(8, PriorRule.SHOWN).counts == Counts()
    assert of(8, PriorRule.COVERED).counts == Counts(covered=8)
    assert of(8, PriorRule.ACQUIRED).counts == Counts(scored=8, acquired=8, covered=8)


@pytest.mark.parametrize(
    ("many", "cut_off", "acquired"),
    [
        (8, CutOff.AT_LEAST, True),
        (8, CutOff.MORE_THAN, False),
        (7, CutOff.AT_LEAST, False),
        (10, CutOff.MORE_THAN, True),
    ],
)
def test_the_cut_off_is_that_of_every_view(many: int, cut_off: CutOff, acquired: bool):
    assert of(many, PriorRule.ACQUIRED).is_acquired(cut_off) is acquired


@given(some.integers(1, 10), some.sampled_from(CutOff))
def test_only_where_it_counts_as_acquired_it_makes_a_competence_so(many: int, cut_off: CutOff):
    assert not of(many, PriorRule.SHOWN).is_acquired(cut_off)
    assert not of(many, PriorRule.COVERED).is_acquired(cut_off)


def test_several_claims_of_a_competence_are_joined():
    claims = [
        Recognised(1, LearnedHow.INFORMAL, frozenset({1, 2})),
        Recognised(2, LearnedHow.FORMAL, frozenset({7})),
        Recognised(1, LearnedHow.FORMAL, frozenset({2, 3})),
    ]
    joined = join_recognised(claims, 1, 5, PriorRule.SHOWN)
    assert joined == PriorLearning(
        frozenset({1, 2, 3}), (LearnedHow.FORMAL, LearnedHow.INFORMAL), 5, PriorRule.SHOWN
    )
    assert join_recognised(claims, 3, 5, PriorRule.SHOWN) is None


@pytest.mark.parametrize(
    ("rule", "came_up", "acquired"),
    [
        (PriorRule.SHOWN, set(), set()),
        (PriorRule.COVERED, {1, 2}, set()),
        (PriorRule.ACQUIRED, {1, 2}, {1, 2, 7}),
    ],
)
def test_what_came_up_and_what_is_not_asked_first_goes_by_the_rule(
    rule: PriorRule, came_up: set[int], acquired: set[int]
):
    programme = Programme(1, "P", "P", CutOff.AT_LEAST, (), prior_rule=rule)
    claims = [
        Recognised(1, LearnedHow.INFORMAL, frozenset({1, 2})),
        Recognised(2, LearnedHow.FORMAL, frozenset({7})),
    ]
    assert came_up_before(programme, claims) == came_up
    assert acquired_indicators(programme, claims) == acquired
