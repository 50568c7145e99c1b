"""The default thresholds in the simulated programme: right often enough, and not too often."""

import pytest

from bench.divergence import SEEDS, measured
from bench.programme import Planted

SHORT = 75
"""Tracks of the short form: those of three coaches."""


def check(seed, tracks):
    noise, right, load = measured(seed, tracks)
    assert 0.42 <= noise.differing <= 0.50, "46 % of 7,382 assessments differ (SIMPL, 2020)"
    assert noise.at_ends <= 0.06
    assert right.precision >= 0.80
    assert right.recall(Planted.STRONG) >= 0.95
    assert load.mean <= 2
    return noise, right, load


@pytest.mark.slow
def test_the_default_thresholds_hold():
    first = check(1, SHORT)
    assert first[1].count(Planted.STRONG) > 40


def test_the_simulation_gives_the_same_figures_each_time():
    assert measured(2, 4) == measured(2, 4)


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_they_hold_in_every_programme(seed):
    _noise, _right, load = check(seed, 200)
    assert load.busy <= 0.15
