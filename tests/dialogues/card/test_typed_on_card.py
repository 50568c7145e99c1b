"""What is typed while a card is open: it is about that card, and leaves it open."""

import pytest

from tests.dialogues.card.cards import code_of, line_of, mark, open_card
from tests.dialogues.conftest import dutch_school
from tests.dialogues.school import School

__all__ = ["dutch_school"]


@pytest.mark.parametrize("typed", ["3v", "3 v", "3: V", "3 ✓", "3 alone"])
def test_a_number_and_a_mark_are_a_row_of_the_card(own_school: School, typed: str):
    open_card(own_school)
    shown = own_school.say("m1", typed)[-1]
    assert line_of(shown, 3).endswith("✓ alone")
    assert own_school.scores == 1
    assert line_of(mark(own_school, shown, 4, "◐"), 3).endswith("✓ alone")


def test_a_number_is_the_button_that_shows_the_whole_text(own_school: School):
    open_card(own_school)
    assert own_school.text("m1", "8").startswith("10.8 lays 8")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("part 2", "8. lays 8"),
        ("all 4 or more", "often?"),
        ("3r", "regularly"),
        ("3 nvt", "3. lays 3  n/a here"),
    ],
)
def test_a_button_with_a_digit_is_typed_as_well(own_school: School, typed: str, told: str):
    open_card(own_school)
    own_school.tap("m1", "how often")
    assert told in own_school.say("m1", typed)[-1].text


@pytest.mark.parametrize("typed", ["all with help", "all ◐ with help", "all with support"])
def test_all_with_support_is_typed_in_short_and_in_full(own_school: School, typed: str):
    open_card(own_school)
    assert line_of(own_school.say("m1", typed)[-1], 3).endswith("◐ with support")
    assert own_school.scores == 13


@pytest.mark.parametrize("typed", ["liever tikken", "Tap instead"])
def test_who_would_rather_tap_than_type_a_list_says_so(dutch_school: School, typed: str):
    dutch_school.say("m1", "/scoor jonas 10")
    assert line_of(dutch_school.say("m1", typed)[-1], 3) == "3. lays 3"
    assert "alles ◐ met hulp" in dutch_school.buttons("m1")


@pytest.mark.parametrize("typed", ["14v", "3 v and more", "3 vn"])
def test_what_is_no_row_stores_nothing(own_school: School, typed: str):
    open_card(own_school)
    own_school.say("m1", typed)
    assert own_school.scores == 0


def test_a_line_leaves_the_card_open_and_true(own_school: School):
    school = own_school
    shown = open_card(school)
    code = code_of(shown, 1, "✓")
    school.say("m1", "10.3v")
    shown = school.tap_code("m1", code)[-1]
    assert line_of(shown, 1).endswith("✓ alone")
    assert line_of(shown, 3).endswith("✓ alone")
    assert "1 ✓" in school.tapped("m1", "done")


@pytest.mark.parametrize("undone", [False, True])
def test_the_card_is_drawn_anew_in_its_place_after_what_is_said_beside_it(
    school: School, undone: bool
):
    shown = mark(school, open_card(school), 1, "✓")
    told = school.say("m1", "10.3 l")
    again = next(own for own in told if own.id == shown.id)
    assert line_of(again, 3).endswith("◐ with support")
    assert line_of(again, 1).endswith("✓ alone")
    if undone:
        told = school.say("m1", "/undo")
        again = next(own for own in told if own.id == shown.id)
        assert line_of(again, 3) == "3. lays 3"
    assert line_of(mark(school, again, 4, "✓"), 4).endswith("✓ alone")


def contradicted(school: School, answer: str) -> str:
    """Contradict the card's first row by a line while it is open, and answer what is asked."""
    school.say("m1", "jonas 10.1 xn")
    school.later(seconds=1)
    open_card(school)
    assert "stands as 'never'" in school.text("m1", "10.1 v")
    return school.tapped("m1", answer)


@pytest.mark.parametrize(("answer", "mark_now"), [("sometimes", "✓ sometimes"), ("cancel", "")])
def test_a_line_that_contradicts_leaves_the_card_open(school: School, answer: str, mark_now: str):
    contradicted(school, answer)
    shown = school.say("m1", "3v")[-1]
    assert line_of(shown, 3).endswith("✓ alone")
    assert line_of(shown, 1).endswith(mark_now or "✗ never")


def test_the_card_goes_on_while_a_line_waits_and_says_what_became_of_it(own_school: School):
    school = own_school
    school.say("m1", "jonas 10.1 xn")
    school.later(seconds=1)
    code = code_of(open_card(school), 3, "✓")
    asked = school.say("m1", "10.1 v")[-1]
    told = school.tap_code("m1", code)
    assert line_of(told[0], 3).endswith("✓ alone")
    assert "“10.1 v” was not stored" in told[-1].text
    before = school.scores
    school.tap_code("m1", asked.buttons[0][0]["code"])
    assert school.scores == before
    assert line_of(school.tap_code("m1", code)[-1], 3).endswith("✓ alone")


def test_what_was_settled_is_not_settled_twice_and_the_card_stays(own_school: School):
    school = own_school
    school.say("m1", "jonas 10.1 xn")
    school.later(seconds=1)
    open_card(school)
    asked = school.say("m1", "10.1 v")[-1]
    buttons = [own["code"] for row in asked.buttons for own in row]
    school.tap_code("m1", buttons[0])
    before = school.scores
    for code in buttons:
        school.tap_code("m1", code)
    assert school.scores == before
    assert line_of(school.say("m1", "3v")[-1], 3).endswith("✓ alone")


def test_a_line_about_another_student_leaves_it_open_but_takes_no_row(own_school: School):
    school = own_school
    code = code_of(open_card(school), 1, "✓")
    school.say("m1", "noor 10.3 v")
    school.say("m1", "4v")
    assert school.scores == 1
    school.tap_code("m1", code)
    assert "Jonas" in school.tapped("m1", "done")


def test_what_is_not_understood_says_that_the_card_is_kept(own_school: School):
    school = own_school
    shown = open_card(school)
    mark(school, shown, 1, "✓")
    said = school.text("m1", "hmpf")
    assert "Nothing of it was stored" in said
    assert "What you tapped before stays" in said
    assert "jonas 10.1 v" in said


@pytest.mark.parametrize("typed", ["wait", "wacht even", "een moment"])
def test_who_has_to_wait_may(own_school: School, typed: str):
    shown = open_card(own_school)
    mark(own_school, shown, 1, "✓")
    assert own_school.text("m1", typed).startswith("Take your time")
    assert "1 indicator stored" in own_school.text("m1", "done")


def test_what_was_typed_beside_the_card_stays_when_all_are_alone(own_school: School):
    school = own_school
    mark(school, open_card(school), 3, "✓")
    school.say("m1", "10.3x 10.4l")
    shown = school.tap("m1", "all ✓ alone")[-1]
    assert line_of(shown, 3).endswith("✗ not")
    assert line_of(shown, 4).endswith("◐ with support")
    assert "11 indicators stored\n1-2 ✓ alone · 5-13 ✓" in school.tapped("m1", "done")
