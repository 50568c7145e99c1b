"""Weighted kappa: worked examples, a published theorem, and where it means nothing."""

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.divergence.agreement import LEAST_PAIRS, Agreement, Meaningless, agreement
from bot.domain.scoring.scales import Mastery

X, L, V = Mastery


def pairs_of(table):
    """Turn a table of counts, one rater's levels down and the other's across, into pairs."""
    cells = zip(product(Mastery, repeat=2), (times for row in table for times in row), strict=True)
    return [pair for pair, times in cells for _time in range(times)]


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # A printout of SAS that statistics packages are tested with.
        ([[0, 4, 1], [0, 8, 0], [0, 1, 5]], 0.4701),
        # By hand: 8 steps are seen; by chance it were 8 * (24 + 8 + 24) / 24 = 18.67.
        ([[4, 4, 0], [0, 8, 0], [0, 4, 4]], 1 - 8 / 18.6667),
        ([[6, 0, 0], [0, 6, 0], [0, 0, 6]], 1.0),
        ([[2, 2, 2], [2, 2, 2], [2, 2, 2]], 0.0),
        ([[0, 0, 9], [0, 0, 0], [9, 0, 0]], -1.0),
    ],
)
def test_worked_examples(table, kappa):
    result = agreement(pairs_of(table))
    assert result.kappa == pytest.approx(kappa, abs=5e-5)
    assert result.pairs == sum(map(sum, table))


def test_too_few_mean_nothing():
    assert LEAST_PAIRS == 18
    assert agreement([(X, V)] * 17) == Agreement(17, None, Meaningless.TOO_FEW)
    assert agreement([]) == Agreement(0, None, Meaningless.TOO_FEW)


@pytest.mark.parametrize("said", [[(V, V)] * 30, [(V, V), (V, X)] * 15, [(X, L), (V, L)] * 15])
def test_a_rater_who_gives_one_level_only_means_nothing(said):
    assert agreement(said) == Agreement(30, None, Meaningless.NO_VARIATION)


said = st.lists(st.tuples(*[st.sampled_from(Mastery)] * 2), min_size=18, max_size=60)


@given(said)
def test_it_is_the_same_for_either_rater_and_in_any_order(pairs):
    other = agreement([(b, a) for a, b in reversed(pairs)])
    assert other.meaningless is agreement(pairs).meaningless
    assert other.kappa == pytest.approx(agreement(pairs).kappa)


@given(said)
def test_it_lies_between_opposition_and_agreement(pairs):
    kappa = agreement(pairs).kappa
    assert kappa is None or -1 - 1e-9 <= kappa <= 1 + 1e-9


@given(said)
def test_linear_weights_average_the_two_ways_to_cut_the_scale(pairs):
    # Vanbelle and Albert, 2009: linear weights amount to the kappas of the two 2 by 2 tables.
    kappa = agreement(pairs).kappa
    assume(kappa is not None)
    observed = by_chance = 0.0
    for cut in (1, 2):
        above = [(a.rank >= cut, b.rank >= cut) for a, b in pairs]
        one, other = (sum(who) / len(above) for who in zip(*above, strict=True))
        observed += sum(a != b for a, b in above) / len(above)
        by_chance += one * (1 - other) + other * (1 - one)
    assert kappa == pytest.approx(1 - observed / by_chance)
