"""Colours: every row of the method's table, and what must hold for all counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.frameworks import CutOff
from bot.domain.scoring.colours import (
    Colour,
    Counts,
    colour_of,
    count_of,
    counts_of,
    verdicts_differ,
    who_differ,
)
from bot.domain.scoring.scales import Coverage, Mastery

Marks = list[tuple[Mastery | None, Coverage | None]]

GREY, RED, ORANGE = Colour.GREY, Colour.RED, Colour.ORANGE
LIGHT, DARK = Colour.LIGHT_GREEN, Colour.DARK_GREEN

TABLE = [
    (13, 0, 0, 0, GREY, GREY),
    (13, 0, 0, 4, RED, RED),
    (13, 6, 6, 13, RED, RED),
    (13, 7, 0, 13, ORANGE, ORANGE),
    (13, 10, 10, 13, ORANGE, ORANGE),
    (13, 11, 10, 13, LIGHT, LIGHT),
    (13, 11, 11, 11, DARK, DARK),
    (10, 5, 5, 5, ORANGE, ORANGE),
    (10, 8, 7, 10, LIGHT, ORANGE),
    (10, 8, 8, 10, DARK, ORANGE),
    (5, 4, 4, 5, DARK, ORANGE),
    (5, 5, 4, 5, DARK, LIGHT),
]


@pytest.mark.parametrize(("n", "a", "v", "s", "at_least", "more_than"), TABLE)
def test_the_table_of_the_method(n, a, v, s, at_least, more_than):
    counts = Counts(scored=s, acquired=a, autonomous=v)
    assert colour_of(n, counts, CutOff.AT_LEAST) is at_least
    assert colour_of(n, counts, CutOff.MORE_THAN) is more_than


def test_the_example_of_the_first_dialogue():
    marks = [(Mastery(letter.upper()), None) for letter in "vvlvxvvvvlvvv"]
    assert colour_of(13, counts_of(marks)) is LIGHT


def test_only_coverage_is_grey():
    assert colour_of(4, counts_of([(None, Coverage.REGULARLY)] * 4)) is GREY


def test_a_competence_without_indicators_is_refused():
    with pytest.raises(ValueError, match="at least one indicator"):
        colour_of(0, Counts())


masteries = st.sampled_from([None, *Mastery])
coverages = st.sampled_from([None, *Coverage])
marks = st.lists(st.tuples(masteries, coverages), min_size=1, max_size=16)
DEEPER = {None: Mastery.NOT_SHOWN, Mastery.NOT_SHOWN: Mastery.WITH_SUPPORT}
DEEPER |= {Mastery.WITH_SUPPORT: Mastery.AUTONOMOUS, Mastery.AUTONOMOUS: Mastery.AUTONOMOUS}


@given(marks, st.data(), st.sampled_from(CutOff))
def test_more_mastery_never_lowers_a_colour(said, data, cut_off):
    at = data.draw(st.integers(0, len(said) - 1))
    more = [*said]
    more[at] = (DEEPER[said[at][0]], said[at][1])
    before = colour_of(len(said), counts_of(said), cut_off)
    assert colour_of(len(said), counts_of(more), cut_off).rank >= before.rank


@given(marks)
def test_the_cut_offs_differ_only_at_exactly_80_percent(said):
    n, counts = len(said), counts_of(said)
    at_least = colour_of(n, counts, CutOff.AT_LEAST)
    more_than = colour_of(n, counts, CutOff.MORE_THAN)
    exactly = 5 * counts.acquired == 4 * n or 5 * counts.autonomous == 4 * n
    assert at_least == more_than or exactly
    assert at_least.rank >= more_than.rank


@given(marks, st.tuples(masteries, coverages))
def test_counts_add_up_one_by_one(said, more):
    assert counts_of([*said, more]) == counts_of(said).plus(count_of(*more))
    assert counts_of([*said, more]).minus(count_of(*more)) == counts_of(said)


@given(masteries, coverages)
def test_what_is_shown_has_come_up_and_x_says_nothing_of_it(mastery, coverage):
    covered = count_of(mastery, coverage).covered
    if mastery in (Mastery.WITH_SUPPORT, Mastery.AUTONOMOUS):
        assert covered == 1
    else:
        assert (
            covered
            == count_of(None, coverage).covered
            == (coverage in (Coverage.SOMETIMES, Coverage.REGULARLY))
        )


@given(marks)
def test_never_is_more_acquired_than_came_up(said):
    assert counts_of(said).acquired <= counts_of(said).covered <= len(said)


def test_ten_competences_as_the_source_shows_them():
    # Three white bars, three red, one light green and fully covered, three orange (004, 3 §6 g).
    x, lil = Mastery.NOT_SHOWN, Mastery.WITH_SUPPORT
    r = Coverage.REGULARLY
    white: Marks = [(None, None)] * 4
    red: Marks = [(x, r), (x, r), (x, r), (lil, None)]
    green: Marks = [(lil, r)] * 4
    orange: Marks = [(lil, r), (lil, r), (lil, r), (x, None)]
    shown = [white, white, white, red, red, red, green, orange, orange, orange]
    colours = [colour_of(4, counts_of(marks)) for marks in shown]
    covered = [counts_of(marks).covered for marks in shown]
    assert [colours.count(colour) for colour in (GREY, RED, LIGHT, ORANGE)] == [3, 3, 1, 3]
    assert covered.count(0) == 3
    assert covered[6] == 4
    assert covered[7] == 3, "three quarters of the bar, on an orange competence"


@pytest.mark.parametrize(
    ("colours", "differ"),
    [("LDG", False), ("RO", False), ("GGG", False), ("", False), ("LGR", True), ("DOO", True)],
)
def test_verdicts_differ_where_one_says_acquired_and_another_says_not(colours, differ):
    named = dict(zip("GROLD", Colour, strict=True))
    assert verdicts_differ(named[letter] for letter in colours) is differ


@pytest.mark.parametrize(
    ("letters", "apart"),
    [
        ("DDR", "..!"),
        ("RDO", ".!."),
        ("DGR", "!.!"),
        ("DGG", "..."),
        ("DLD", "..."),
        ("GDG", "..."),
    ],
)
def test_the_one_who_differs_is_found(letters, apart):
    named = dict(zip("GROLD", Colour, strict=True))
    colours = [named[letter] for letter in letters]
    assert who_differ(colours) == tuple(sign == "!" for sign in apart)
