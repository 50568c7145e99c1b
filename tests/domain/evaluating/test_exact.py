"""Exact numbers as people write and read them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.evaluating.exact import (
    CutNumber,
    WorkplacePoints,
    cut,
    read_number,
    read_percent,
    read_points,
)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Fraction(0), CutNumber(0)),
        (Fraction(10), CutNumber(10)),
        (Fraction("62.5"), CutNumber(62, "5")),
        (Fraction("9.99"), CutNumber(9, "99")),
        (Fraction("9.999"), CutNumber(9, "99", more=True)),
        (Fraction(200, 3), CutNumber(66, "66", more=True)),
        (Fraction(1, 1000), CutNumber(0, "00", more=True)),
        (Fraction("10.1001"), CutNumber(10, "10", more=True)),
    ],
)
def test_a_number_is_cut_and_says_so(number, shown):
    assert cut(number) == shown


@given(st.fractions(min_value=0, max_value=1000))
def test_what_is_shown_is_never_above_the_exact_value(number):
    shown = cut(number)
    assert 0 <= number - shown.value < Fraction(1, 100)
    assert shown.more == (shown.value != number)
    assert (shown.whole >= 10) == (number >= 10)


@pytest.mark.parametrize(
    ("written", "points"),
    [
        ("41/80", (41, 80)),
        (" 12 op 20 ", (12, 20)),
        ("12 van de 20", None),
        ("14,5 of 20", ("14.5", 20)),
        ("7 out of 10", (7, 10)),
        ("62,5 %", ("62.5", 100)),
        ("62.5%", ("62.5", 100)),
        ("0/80", (0, 80)),
        ("80/80", (80, 80)),
        ("81/80", None),
        ("5/0", None),
        ("101 %", None),
        ("-3/20", None),
        ("12", None),
        ("1e5/2e5", None),
        ("1/1234567", None),
        ("٤١/٨٠", None),
        ("", None),
    ],
)
def test_points_are_read_out_of_a_total(written, points):
    read = points and WorkplacePoints(*map(Fraction, points))
    assert read_points(written) == read


def test_a_mark_is_read_as_it_is_written():
    written = ("50", "50 %", "50%", "50,0", "50 procent", "100/2")
    assert {read_percent(words) for words in written} == {Fraction(50)}
    assert read_percent("200/3 %") == read_number("200/3") == Fraction(200, 3)
    assert [read_percent(word) for word in ("half", "1/0", "5%%", "50/")] == [None] * 4
