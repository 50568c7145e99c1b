"""The rule of the groups beside the optimum, and how much it tries."""

import cProfile

import pytest

from bench.campus.classes import UNSEEN, large, small
from bot.domain.planning.campus.rule import plan

MOST_CALLS = 2_000_000
"""The heaviest class that was drawn takes 1.1 million, with Python 3.11."""


@pytest.mark.parametrize(
    "seeds", [UNSEEN[:25], pytest.param(UNSEEN[25:], marks=pytest.mark.slow)], ids=["few", "all"]
)
def test_a_plan_needs_at_most_one_session_or_a_tenth_more_than_the_optimum(seeds):
    """Whichever is larger: on 500 classes that were not looked at when the rule was made."""
    pytest.importorskip("ortools", reason="no OR-Tools here, which proves what is possible")
    from bench.campus.exact import is_possible

    over = {}
    for seed in seeds:
        situation = small(seed)
        sessions = len(plan(situation).sessions)
        if is_possible(situation, too_few(sessions)):
            over[seed] = sessions
    assert not over


def too_few(sessions: int) -> int:
    """Count the most sessions an optimum can have beside which a plan of these has too many."""
    return max(few for few in range(-1, sessions) if sessions > max(few + 1, few * 11 // 10))


@pytest.mark.parametrize("seed", UNSEEN[:5])
def test_what_is_possible_is_the_optimum_and_nothing_below(seed: int):
    pytest.importorskip("ortools", reason="no OR-Tools here, which proves what is possible")
    from bench.campus.exact import fewest, is_possible

    situation = small(seed)
    optimum = fewest(situation, most=len(plan(situation).sessions))
    possible = [most for most in range(optimum + 2) if is_possible(situation, most)]
    assert possible == [optimum, optimum + 1]


def test_a_plan_of_thirty_students_and_23_competences_takes_so_many_steps():
    situation = large(1)
    with cProfile.Profile() as profile:
        plan(situation)
    assert sum(entry.callcount for entry in profile.getstats()) < MOST_CALLS
