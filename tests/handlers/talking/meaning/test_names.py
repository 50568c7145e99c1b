"""Names: the whole name, a word, a prefix, or something near it."""

import pytest

from handlers.talking.meaning.names import meant_by

NAMES = ["Jonas Peeters", "Jonas De Smet", "Noor Aziz", "Zoë Çelik"]


def meant(name: str):
    return meant_by(name, NAMES, str)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("noor", "Noor Aziz"),
        ("NO", "Noor Aziz"),
        ("aziz", "Noor Aziz"),
        ("jonas p", "Jonas Peeters"),
        ("jonas de smet", "Jonas De Smet"),
        ("zoe", "Zoë Çelik"),
        ("celik", "Zoë Çelik"),
    ],
)
def test_one_is_surely_meant(typed, who):
    assert meant(typed).sure == who


def test_two_of_a_name_are_asked_about():
    assert set(meant("jonas").several) == {"Jonas Peeters", "Jonas De Smet"}


def test_a_near_spelling_is_never_sure():
    found = meant("nor azis")
    assert found.sure is None
    assert found.near[0] == "Noor Aziz"


@pytest.mark.parametrize("typed", ["xyz", "", "10", "😀"])
def test_nobody(typed):
    found = meant(typed)
    assert found.sure is None
    assert found.near == ()


def test_a_short_name_with_two_slips_is_asked_about():
    assert meant_by("jans", ["Jonas Peeters", "Amina Said"], str).near == ("Jonas Peeters",)
    assert meant_by("jans", ["Amina Said"], str).near == ()
