"""A competence on one card, as whole dialogues on every platform."""

from tests.dialogues.card.cards import mark, open_card
from tests.dialogues.school import School


def test_thirteen_masteries_take_fifteen_taps_in_one_message(school: School):
    shown = first = open_card(school)
    taps = 0
    for number in range(1, 8):
        shown = mark(school, shown, number, "✓")
        taps += 1
        assert school.scores == taps
    shown = school.tap("m1", "part 2 ›")[-1]
    for number in range(8, 14):
        shown = mark(school, shown, number, "◐")
        taps += 1
    assert shown.id == first.id
    done = school.tap("m1", "done")
    assert taps + 2 <= 15
    assert "13 indicators stored" in done[-1].text


def test_both_scales_take_28_taps(school: School):
    shown = open_card(school)
    taps = 0
    for number in range(1, 8):
        shown = mark(school, shown, number, "✓")
        taps += 1
    shown = school.tap("m1", "part 2 ›")[-1]
    for number in range(8, 14):
        shown = mark(school, shown, number, "✓")
        taps += 1
    for number in range(1, 14):
        shown = mark(school, shown, number, "4 or more")
        taps += 1
    done = school.tap("m1", "done")[-1]
    assert taps + 2 <= 28
    assert "covered 13 of 13" in done.text
    assert "✅ acquired, autonomously" in done.text
