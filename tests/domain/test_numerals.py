"""Numbers in words are read in four languages, and nothing else is taken for one."""

from fractions import Fraction

import pytest

from bot.domain.numerals import read_number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("negentien en een half", "19.5"), ("negentieneneenhalf", "19.5"), ("Twintig", "20"),
        ("nineteen and a half", "19.5"), ("nineteen", "19"), ("thirty-two", "32"),
        ("dix-neuf et demie", "19.5"), ("dix neuf et demi", "19.5"), ("vingt et un", "21"),
        ("vingt-deux", "22"), ("neunzehneinhalb", "19.5"), ("neunzehn und ein halb", "19.5"),
        ("zweiunddreißig", "32"), ("einundzwanzig", "21"), ("tweeëntwintig", "22"),
        ("vierentwintig en half", "24.5"), ("zwölf", "12"), ("zwoelfeinhalb", "12.5"),
        ("19½", "19.5"), ("19 1/2", "19.5"), ("19 en een half", "19.5"), ("38", "38"),
    ],
)  # fmt: skip
def test_a_number_in_words(said: str, number: str):
    assert read_number(said) == Fraction(number)


@pytest.mark.parametrize("said", ["", "half", "en een half", "twintig uur", "none", "19.5.2", "ja"])
def test_anything_else_is_no_number(said: str):
    assert read_number(said) is None
