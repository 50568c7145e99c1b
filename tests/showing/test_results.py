"""The numbers of a result as they are read: cut, never rounded up, in the reader's language."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Voice
from bot.showing.words.scores.results import percent_words, points_words

ENGLISH, DUTCH = Voice("en", "UTC"), Voice("nl", "UTC")


@pytest.mark.parametrize(
    ("number", "english", "dutch"),
    [
        ("0", "0 percentage points", "0 procentpunten"),
        ("1", "1 percentage point", "1 procentpunt"),
        ("9", "9 percentage points", "9 procentpunten"),
        ("9.99", "9.99 percentage points", "9,99 procentpunten"),
        ("9.999", "9.99… percentage points (exactly 9999/1000)",
         "9,99… procentpunten (precies 9999/1000)"),
        ("10", "10 percentage points", "10 procentpunten"),
        ("31/3", "10.33… percentage points (exactly 31/3)",
         "10,33… procentpunten (precies 31/3)"),
    ],
)  # fmt: skip
def test_points_are_said_in_full_or_with_their_fraction(number, english, dutch):
    said = points_words(Fraction(number))
    assert (ENGLISH.say(said), DUTCH.say(said)) == (english, dutch)


@given(st.fractions(min_value=0, max_value=100))
def test_no_number_that_is_read_is_above_what_it_is(number):
    for said, voice in ((points_words(number), DUTCH), (percent_words(number), ENGLISH)):
        found = re.match(r"([0-9]+)(?:[.,]([0-9]+))?(…?)", voice.say(said))
        assert found is not None
        read = Fraction(f"{found[1]}.{found[2] or 0}")
        assert 0 <= number - read < Fraction(1, 100)
        assert bool(found[3]) is (read != number)
        assert (read >= 10) is (number >= 10)
