"""The simulated year: the same people whatever the way, and more is said where more is asked."""

from bench.simulated.assumptions import RANGES, Assumptions
from bench.simulated.year import Way, play
from bot.domain.periods.reminders import Plan

FEW_TRACKS = 12


def test_a_year_is_the_same_each_time_and_reminders_get_more_said():
    without, ours, daily = (
        play(Way("", plan=plan), Assumptions(), 1, FEW_TRACKS)
        for plan in (None, Plan(), Plan(days=tuple(range(130))))
    )
    assert ours == play(Way(""), Assumptions(), 1, FEW_TRACKS)
    assert without.people == ours.people == daily.people
    assert without.taps.total() < ours.taps.total() < daily.taps.total()
    assert ours.most_a_day == 1


def test_each_assumption_lies_in_its_range_and_says_where_it_comes_from():
    assert RANGES.keys() == set(Assumptions.__slots__)
    for name, own in RANGES.items():
        assert own.low <= getattr(Assumptions(), name) <= own.high, name
        assert own.meaning
