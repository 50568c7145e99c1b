"""Whoever has every number that was ever told of a school finds nobody out by them.

The attacker is given more than a sector has: who is counted in each number, and of those who stay
together in all numbers what they were in each, of which every number that is told is a sum. They
may know as well that nobody's colour ever changed, which makes differences exact.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from tests.domain.sector.played import SOME, Moment, Played, a_year

pytest.importorskip("ortools", reason="no OR-Tools here, which proves what follows from numbers")

from tests.domain.sector.attacker import Attacker, Number

SEEDS = range(4)


def play(moments: Sequence[Moment]) -> Played:
    played = Played()
    for moment in moments:
        played.count(moment.period, moment.regions, moment.seen)
    return played


def bluntly(moments: Sequence[Moment]) -> Iterator[Number]:
    """What is told where only groups below five are left out: of all, and of each region."""
    for moment in moments:
        for region in {"", *moment.regions.values()}:
            inside = frozenset(own for own, at in moment.regions.items() if region in ("", at))
            if len(inside) >= 5:
                yield inside, moment.period, Counter(str(moment.seen[own]) for own in inside)


def found_out(attacker: Attacker, moments: Sequence[Moment]) -> list[tuple[int, int]]:
    """Whose colour at a photo follows, of those who are counted in it."""
    counted = {(own, period) for members, period, _spread in attacker.numbers for own in members}
    return [
        (own, moment.period)
        for moment in moments
        for own, colour in moment.seen.items()
        if (own, moment.period) in counted and not attacker.can_be(own, moment.period, colour)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_follows_where_nothing_ever_changed(seed: int):
    moments = a_year(seed, still=True)
    numbers = [*play(moments).atoms()]
    assert numbers
    assert found_out(Attacker(numbers, still=True), moments) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_follows_where_students_got_better(seed: int):
    moments = a_year(seed, still=False)
    numbers = [*play(moments).atoms()]
    assert numbers
    # Who knows less can compute no more.
    assert found_out(Attacker(numbers, rising=True), moments) == []


def test_the_same_attacker_finds_people_where_only_few_are_left_out():
    moments = a_year(0, still=True)
    assert found_out(Attacker([*bluntly(moments)], still=True), moments)


def test_no_number_of_fewer_than_five_follows():
    tried = 0
    for moments in (a_year(seed, still=True) for seed in SEEDS):
        numbers = [*play(moments).atoms()]
        for group, period in groups_of_few(moments):
            counted = {own for members, at, _spread in numbers if at == period for own in members}
            if few := group & counted:
                tried += 1
                assert is_open(Attacker(numbers, still=True), few, period), (few, period)
    assert tried


def is_open(attacker: Attacker, few: frozenset[int], period: int) -> bool:
    """Whether of some students more than one number of a colour is possible."""
    bounds = (attacker.bounds(few, period, colour) for colour in SOME)
    return any(least < most for least, most in bounds)


def groups_of_few(moments: Sequence[Moment]) -> Iterator[tuple[frozenset[int], int]]:
    """Groups below five that somebody may ask for: of a region, who left, came or moved."""
    for before, now in pairwise(moments):
        left = frozenset(before.regions) - frozenset(now.regions)
        came = frozenset(now.regions) - frozenset(before.regions)
        both = frozenset(now.regions) & frozenset(before.regions)
        moved = frozenset(own for own in both if now.regions[own] != before.regions[own])
        regions = [
            frozenset(own for own in now.regions if now.regions[own] == region)
            for region in {*now.regions.values()}
        ]
        for group, period in (
            (left, before.period),
            (came, now.period),
            (moved, now.period),
            (moved, before.period),
            *((own, now.period) for own in regions),
        ):
            if 0 < len(group) < 5:
                yield group, period
