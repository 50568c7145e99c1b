"""Titles are cut at a word, and only where a button would become too long."""

import pytest

from bot.i18n import Voice
from handlers.talking.phrases import name_few, short


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Lays conduits", "Lays conduits"),
        (
            "Lays and connects the conduits, cables, wires",
            "Lays and connects the conduits, cables…",
        ),
        ("Lays and connects the conduits of all rooms-", "Lays and connects the conduits of all…"),
        ("A" * 60, "A" * 41 + "…"),
    ],
)
def test_a_title_is_cut_at_a_word(title: str, cut: str):
    assert short(title) == cut
    assert len(cut) <= 42


def test_and_stands_once_where_more_are_not_named():
    said = Voice("en", "Europe/Brussels")
    assert said.say(name_few(["1", "2", "3"], 3)) == "1, 2 and 3"
    assert said.say(name_few(["1", "2", "3", "4"], 2)) == "1, 2 and 2 more"
