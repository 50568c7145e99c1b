"""A year of interventions in numbers that leave the team: none below five, nor one to be computed.

Source: document 004, chapter 3 §6 d (a team learns from what it did). What is not shown is ours:
numbers go in parts of one whole, and where a part is small, others are left out beside it. Levels
part the whole, what they were about and whether they helped part a level; roles and what they act
on part the whole again. So no number stands in two sums of which one is left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.domain.days import months_on
from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
    YearCount,
)
from bot.domain.school.tracks import Role

FEWEST = 5
"""The smallest number that is shown."""

SURELY = 10
"""From here on a number is shown beside one that is not."""

_TWO = 2

MONTHS = 12

Sort = TypeVar("Sort")


class YearPart(StrEnum):
    """By what a line of the overview counts."""

    ALL = "all"
    LEVEL = "level"
    ABOUT = "about"
    HELPED = "helped"
    ROLE = "role"
    ACTS_ON = "acts_on"


@dataclass(frozen=True, slots=True)
class YearLine:
    """One number of the overview, None where it is not shown; `level` is the one it is part of."""

    part: YearPart
    sort: InterventionLevel | InterventionAbout | Helped | Role | ActsOn | None
    count: int | None
    level: InterventionLevel | None = None


def whole_months(today: date) -> tuple[date, date]:
    """Say from which day, and before which, a year of whole months lies: this month is not in it.

    So nobody reads one day's interventions out of the overviews of two days.
    """
    until = today.replace(day=1)
    return months_on(until, -MONTHS), until


def leave_out_small(counts: Mapping[Sort, int]) -> Mapping[Sort, int | None]:
    """Leave out what is below ten where anything is below five, and all where that is too little.

    What is left out is five or more together, in two parts or more: so none of it can be had by
    subtraction, by the rule either. Where no part is small all are shown, and nothing at all as 0.
    """
    if not any(0 < count < FEWEST for count in counts.values()):
        return dict(counts)
    shown = {sort: count for sort, count in counts.items() if count >= SURELY}
    hidden = sum(counts.values()) - sum(shown.values())
    if hidden < FEWEST or len(counts) - len(shown) < _TWO:
        shown = {}
    return {sort: shown.get(sort) for sort in counts}


def overview_of(counts: Sequence[YearCount]) -> Sequence[YearLine]:
    """List the numbers of a year; where there are fewer than five in all, none of them is shown."""
    total = sum(own.count for own in counts)
    if total < FEWEST:
        none = None if total else 0
        levels = (YearLine(YearPart.LEVEL, level, none, level) for level in InterventionLevel)
        return [YearLine(YearPart.ALL, None, none), *levels]
    return [
        YearLine(YearPart.ALL, None, total),
        *_levels(counts),
        *_parts(counts, YearPart.ROLE, list(Role), lambda own: own.role),
        *_parts(counts, YearPart.ACTS_ON, [*ActsOn, None], lambda own: own.acts_on),
    ]


def _levels(counts: Sequence[YearCount]) -> Iterator[YearLine]:
    by_level = leave_out_small(_sums(counts, list(InterventionLevel), lambda own: own.level))
    for level, count in by_level.items():
        yield YearLine(YearPart.LEVEL, level, count, level)
        if not count:
            continue
        within = [own for own in counts if own.level is level]
        yield from _parts(
            within, YearPart.ABOUT, list(InterventionAbout), lambda own: own.about, level
        )
        yield from _parts(within, YearPart.HELPED, [*Helped, None], lambda own: own.helped, level)


def _parts(
    counts: Sequence[YearCount],
    part: YearPart,
    sorts: Sequence[Sort],
    sort_of: Callable[[YearCount], Sort],
    level: InterventionLevel | None = None,
) -> Iterator[YearLine]:
    for sort, count in leave_out_small(_sums(counts, sorts, sort_of)).items():
        yield YearLine(part, sort, count, level)  # type: ignore[arg-type]


def _sums(
    counts: Sequence[YearCount], sorts: Sequence[Sort], sort_of: Callable[[YearCount], Sort]
) -> Mapping[Sort, int]:
    return {sort: sum(own.count for own in counts if sort_of(own) == sort) for sort in sorts}
