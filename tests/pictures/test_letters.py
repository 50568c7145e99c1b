"""Letters measured and made to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.ink.letters import Face, FontWeight, fit, font, line_mask, tidy, wrap
from bot.pictures.ink.scripts import is_plain, visual

FACES = [Face(weight, size) for weight in FontWeight for size in (26, 30, 46)]
BODY = Face(FontWeight.REGULAR, 30)
TEXTS = st.text(max_size=200)

ALPHABETS = {
    "Latin": "AaÀàÂâÄäĀāĂăĄąÇçČčĎďÉéĘęËëĞğÍíİĶķŁłŃńŇňÑñÖöŐőØøŘřŞşȘșŚśŠšȚțŤťÚúŮůŰűŽžÞþÆæŒœßẞĳĲ",
    "Greek": "ΑαΆάΒβΓγΔδΕεΈέΖζΗηΉήΘθΙιΊίΪϊΐΚκΛλΜμΝνΞξΟοΌόΠπΡρΣσςΤτΥυΎύΫϋΰΦφΧχΨψΩωΏώ",
    "Cyrillic": "АаБбВвГгҐґДдЕеЁёЄєЖжЗзИиІіЇїЙйКкЛлМмНнОоПпРрСсТтУуЎўФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя",
    "signs": "0123456789 …·–—“”‘’«»€%°²½×±≤≥→▲+−()[]{}/\\&@#*!?¿¡'\",;:",  # noqa: RUF001
}


def drawn(letter, face):
    mask = line_mask(letter, face)
    return mask.data, mask.size


@pytest.mark.parametrize("face", FACES[::3])
@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_the_font_has_every_letter(alphabet, face):
    missing = drawn("\ue200", face)
    lacking = [letter for letter in ALPHABETS[alphabet] if drawn(letter, face) == missing]
    assert lacking == []


@given(TEXTS, st.sampled_from(FACES))
def test_a_text_is_as_wide_as_its_letters_together(text, face):
    clean = tidy(text)
    assert face.width(clean) == sum(face.width(letter) for letter in visual(clean))
    if is_plain(clean):  # what Inter lacks is drawn with another font
        assert face.width(clean) == font(face).getlength(clean)


@given(TEXTS, st.integers(40, 900), st.sampled_from(FACES))
def test_a_fitted_text_fits(text, width, face):
    fitted = fit(text, face, width)
    assert face.width(fitted) <= width
    assert fitted == tidy(text) or fitted.endswith("…")


@given(TEXTS, st.integers(60, 900), st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_but_the_end(text, width, lines):
    wrapped = wrap(text, BODY, width, lines)
    assert len(wrapped) <= lines
    assert all(BODY.width(line) <= width for line in wrapped)
    said = "".join(wrapped).replace(" ", "")
    whole = tidy(text).replace(" ", "")
    assert said == whole or (said.endswith("…") and whole.startswith(said[:-1]))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sets boxes", ["Sets boxes"]),
        ("Lays conduits with wires", ["Lays conduits", "with wires"]),
        ("Werkt installatie- en meetplannen uit", ["Werkt", "installatie- e…"]),
        ("Hoogspanningsinstallatie", ["Hoogspanning", "sinstallatie"]),
        ("schakelaars/stopcontacten", ["schakelaars/", "stopcontacten"]),
        ("", []),
        ("   ", []),
    ],
)
def test_lines_are_broken_where_a_reader_expects_it(text, lines):
    assert wrap(text, BODY, 214, 2) == lines


def test_accents_are_put_together_and_what_is_not_seen_is_left_out():
    assert tidy("Zoe\u0308  \n Peeters\u200b\x00\ud800") == "Zoë Peeters"
