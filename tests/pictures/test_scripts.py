"""Names in any script are drawn: joined, from the right where they are read so, and never alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.ink.letters import Face, FontWeight, fit, line_mask, tidy
from bot.pictures.ink.scripts import joined, visual

FACE = Face(FontWeight.REGULAR, 24)
NAMES = ["محمد علي", "李 小龙", "שרה כהן", "Sam 🎓", "김 민수", "さくら", "สมชาย", "გიორგი",
         "Ծովակ", "राम", "فاطمة", "王 芳", "Jonas"]  # fmt: skip


def test_no_two_names_look_alike():
    drawn = {line_mask(tidy(name), FACE)[0] for name in NAMES}
    assert len(drawn) == len(NAMES)
    assert all(any(mask) for mask in drawn)


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Jonas", "Jonas"),
        ("שרה כהן", "ןהכ הרש"),
        ("علي", "\ufef2\ufee0\ufecb"),
        ("محمد", "\ufeaa\ufee4\ufea4\ufee3"),
        ("لا", "\ufefb"),
        ("علي · 6A", "\ufef2\ufee0\ufecb · 6A"),
        ("Noor (نور)", "Noor (\ufead\ufeee\ufee7)"),
        ("בן-דוד", "דוד-ןב"),
    ],
)
def test_what_is_read_from_the_right_is_turned_and_joined(name, drawn):
    assert visual(name) == drawn


def test_a_sign_that_no_font_has_is_written_in_latin():
    assert tidy("राम") == "RaAaMa"
    assert tidy("𓀀") == "13000"


LETTERS = st.characters(categories=["L", "So", "Nd"], codec="utf-8")


@given(st.text(LETTERS, max_size=12), st.integers(20, 400))
def test_any_name_fits_and_is_drawn(name, width):
    fitted = fit(name, FACE, width)
    assert FACE.width(fitted) <= max(width, FACE.width("…"))
    line_mask(fitted, FACE)


def test_arabic_is_joined_in_the_order_in_which_it_is_read():
    said = "Jonas · محمد · שָׁלוֹם · Nguyễn"
    shaped = joined(said)
    assert "\ufee3\ufea4\ufee4\ufeaa" in shaped
    assert shaped.replace("\ufee3\ufea4\ufee4\ufeaa", "محمد") == said
