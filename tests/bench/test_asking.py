"""Ask a third, know the whole: the rule knows more colours of as many answers than other orders."""

import pytest

from bench.asking import (
    GOAL,
    GOAL_SHARE,
    UNSEEN,
    at_random,
    by_rule,
    measured,
    oldest_first,
)


@pytest.mark.slow
def test_the_rule_beats_random_order_and_oldest_first():
    seeds = UNSEEN[:2]
    rights = [
        min(found.right for found in measured(seeds, order, GOAL_SHARE, tracks=1))
        for order in (by_rule, oldest_first, at_random)
    ]
    assert rights == sorted(rights, reverse=True)
    assert rights[0] > GOAL - 0.05
    assert rights[0] > rights[1] + 0.1


def test_all_answers_give_the_full_form_and_the_same_each_time():
    whole = measured(UNSEEN[:1], at_random, 1.0, tracks=1)
    assert [(found.asked, found.right) for found in whole] == [(1.0, 1.0)] * 2
    assert whole == measured(UNSEEN[:1], at_random, 1.0, tracks=1)


@pytest.mark.long
def test_the_goal_is_reached_on_unseen_seeds():
    found = measured(UNSEEN, by_rule, GOAL_SHARE)
    assert min(period.right for period in found) >= GOAL
