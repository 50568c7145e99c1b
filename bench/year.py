"""Does it work on people: a year of reminders and answers, simulated, with every assumption named.

Our way beside none and daily reminders, and with each new part left out; then each assumption at
the ends of its range. A goal that is missed is a result. What a simulation cannot show: whether
people are as is assumed here, and whether a conversation was any better for it.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from bench.simulated.assumptions import RANGES, Assumptions
from bench.simulated.year import TRACKS, Way, Year, play
from bot.domain.periods.reminders import Plan

SEEDS = (1, 2, 3)
LONGEST = 130
"""Days that no usual period is longer than."""
WAYS = (
    Way("ours"),
    Way("no reminders", plan=None),
    Way("weekly reminders", plan=Plan(days=(*range(0, LONGEST, 7), 2))),
    Way("daily reminders", plan=Plan(days=tuple(range(LONGEST)))),
    Way("without the few", few=False),
    Way("without unchanged", unchanged=False),
    Way("without both", few=False, unchanged=False),
    Way("not one a day", one_a_day=False),
)
COMPLETE, LASTING = 0.95, 0.90
"""The goals: complete at the last photo, and answers of the last period beside the first."""

HEAD = (
    f"{'':24}{'complete at photo 1, 2, 3':>27}{'a day':>7}{'most':>6}{'taps 1, 2, 3':>20}"
    f"{'muted':>8}{'lasting':>9}"
)


def main() -> None:
    """Print the ways, then the ranges."""
    print(f"{TRACKS} tracks, seeds {SEEDS}. Assumed, with where it comes from and its range:")
    for name, own in RANGES.items():
        value = getattr(Assumptions(), name)
        print(
            f"  {value:>7.4g}  {own.low:g} to {own.high:g}  {own.source:9}  {name}: {own.meaning}"
        )
    print("Messages a day are per person and working day, taps per person and period; 'lasting' is")
    print("the share of messages answered in period 3, over that in period 1.")
    print(HEAD)
    for way in WAYS:
        print(row(way.name, [play(way, Assumptions(), seed) for seed in SEEDS]))
    print()
    print("Our way, with one assumption at an end of its range:")
    print(HEAD)
    reached = 0
    ends = [(name, end) for name in RANGES for end in (RANGES[name].low, RANGES[name].high)]
    for name, end in ends:
        years = [play(WAYS[0], replace(Assumptions(), **{name: end}), seed) for seed in SEEDS]
        reached += meets(years)
        print(row(f"{name} {end:g}", years))
    print(f"both goals, and at most one message a day, are met at {reached} of {len(ends)} ends")


def row(name: str, years: Sequence[Year]) -> str:
    """Write one line: the means over the seeds."""
    complete = "".join(f"{fmean(year.complete[at] for year in years):9.1%}" for at in range(3))
    taps = "".join(
        f"{fmean(year.taps[at] / year.people for year in years):6.0f}" for at in range(3)
    )
    muted = fmean(year.muted / year.people for year in years)
    return (
        f"{name:24}{complete:>27}{fmean(year.a_day for year in years):7.2f}"
        f"{max(year.most_a_day for year in years):6}{taps:>20}{muted:8.1%}"
        f"{fmean(year.lasting for year in years):9.2f}"
    )


def meets(years: Sequence[Year]) -> bool:
    """Say whether both goals are met, with at most one message a day."""
    complete = min(fmean(year.complete[at] for year in years) for at in range(3))
    return (
        complete >= COMPLETE
        and fmean(year.lasting for year in years) >= LASTING
        and max(year.most_a_day for year in years) <= 1
    )
