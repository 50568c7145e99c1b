"""The default thresholds in the simulated programme: right often enough, and not too often."""

import pytest

from bench.divergence import CHOSEN_ON, UNSEEN, measured
from bench.simulated.fairness import Fairness, watched
from bench.simulated.programme import Planted
from bench.simulated.track import played
from bot.domain.divergence.thresholds import Thresholds

SHORT = 50
"""Tracks of the short form: those of two coaches."""


def check(seed, tracks):
    noise, right, load, few = measured(seed, tracks)
    assert 0.42 <= noise.differing <= 0.50, "46 % of 7,382 assessments differ (SIMPL, 2020)"
    assert noise.at_ends <= 0.06
    assert right.precision >= 0.80
    assert right.recall(Planted.STRONG) >= 0.95
    assert load.mean <= 2
    return right, load, few


@pytest.mark.slow
def test_the_default_thresholds_hold():
    right, _load, _few = check(1, SHORT)
    assert right.count(Planted.STRONG) > 25


@pytest.mark.slow
def test_they_hold_on_a_seed_that_was_not_used_to_choose_them():
    check(UNSEEN[0], SHORT)


def test_the_simulation_gives_the_same_figures_each_time():
    assert measured(2, 4) == measured(2, 4)


def test_what_is_written_down_alerts_as_the_rule_does():
    watched_ones, tracks = watched(3, 3), played(3, Thresholds(), 3)
    fairness = Fairness()
    fairness.add(watched_ones, Thresholds().verdict_spread, lenient=True)
    told = [change for track in tracks for _at, _place, change in track.changes if change.tells]
    assert fairness.alerts == len(told) > 0


@pytest.mark.long
@pytest.mark.parametrize("seed", [*CHOSEN_ON, *UNSEEN])
def test_they_hold_in_every_programme(seed):
    _right, load, few = check(seed, 200)
    assert load.busy <= 0.15
    assert few.precision >= 0.75
    assert few.recall(Planted.STRONG) >= 0.90
