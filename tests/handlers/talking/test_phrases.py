"""Titles are cut at a word, and only where a button would become too long."""

import pytest

from handlers.talking.phrases import short


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
