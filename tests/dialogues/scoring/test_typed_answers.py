"""A question with buttons is answered in words as well."""

import pytest

from tests.dialogues.school import School
from tests.dialogues.signs import in_signs


@pytest.mark.parametrize(
    ("answer_typed", "stored"),
    [("jonas", 1), ("Jonas Peeters", 1), ("peeters.", 1), ("none of these", 0), ("geen", 0)],
)
def test_a_typed_answer_to_a_question_with_buttons_answers_it(
    school: School, answer_typed: str, stored: int
):
    school.say("m1", "8.2 v")
    school.say("m1", answer_typed)
    assert school.scores == stored
    if not stored:
        assert "Nothing" in school.text("m1", "/cancel")


def test_other_questions_with_buttons_are_answered_in_words(school: School):
    school.say("m1", "jnas 8.2 n")
    school.say("m1", "yes")
    assert school.scores == 1
    school.say("m1", "jonas 8.2 v")
    assert "2 ✓S" in school.text("m1", "sometimes")
    school.say("t1", "6E 8 all v")
    assert "Stored for 2 students" in school.text("t1", "ja")
    school.say("m1", "/score jonas 8.1")
    assert "come up" in school.text("m1", "alone")
    assert "3/4" in school.text("m1", "regularly")  # 8.2 was answered, and 8.1; 8.3 is asked
    assert "stored" in school.text("m1", "done")


@pytest.mark.parametrize(("answer", "left"), [("ja", 0), ("no", 1), ("nee, laat maar", 1)])
def test_a_question_without_a_menu_is_answered_in_words_too(
    own_school: School, answer: str, left: int
):
    school = own_school
    school.say("m1", "jonas 8.1 v")
    school.later(days=2)
    assert "Take this back?" in school.text("m1", "/undo")
    school.say("m1", answer)
    assert school.scores == left


def test_yes_is_about_nothing_that_was_left(own_school: School):
    school = own_school
    school.say("m1", "jonas 8.1 v")
    school.later(days=2)
    for between in ("/report jonas", "jonas 8.2 v"):
        school.say("m1", "/undo")
        school.say("m1", between)
        school.say("m1", "yes")
    assert school.scores == 2
    school.say("m1", "8 all v")
    school.later(days=2)
    school.say("m1", "/undo")
    school.tap("m1", "no, leave it")
    assert "not understand" in school.text("m1", "yes")


def test_other_choices_are_answered_by_their_words(own_school: School):
    school = own_school
    assert "which language" in school.text("m1", "/language")
    assert "Nederlands" in school.text("m1", "nederlands")
    assert "Which track" in school.text("c1", "/track")
    assert "Elektro bv" in school.text("c1", "noor")
    for _time in range(2):  # who asks twice is asked still
        school.say("c1", "/track")
    assert "Elektro bv" in school.text("c1", "noor")


def test_cancel_in_words_is_no_answer(own_school: School):
    school = own_school
    school.say("m1", "/score jonas 8.1")
    school.tap("m1", "note")
    assert "put away" in school.text("m1", "annuleer")
    assert "annuleer" not in school.text("c1", "/report jonas 8")


@pytest.mark.parametrize("word", ["thanks", "ok", "Prima"])
def test_a_kind_word_is_asked_about_where_a_note_is_awaited(own_school: School, word: str):
    school = own_school
    school.say("m1", "/score jonas 8.1")
    school.tap("m1", "note")
    assert f"Shall I keep “{word}”" in school.text("m1", word)
    assert "when you are ready" in school.tapped("m1", "no, go on")
    assert "Note kept: “steady hand”" in school.text("m1", "steady hand")
    school.tap("m1", "note")
    school.say("m1", word)
    assert f"Note kept: “{word}”" in school.text("m1", "yes")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("v", "1 ✓"),
        ("nvt", "1 hier n.v.t."),
        ("niet hier", "1 hier n.v.t."),
        ("n", ""),
        ("t", ""),
        ("hier", ""),
        ("met", ""),
        ("met ondersteuning", "1 ◐"),
    ],
)
def test_a_letter_is_its_mark_and_never_one_of_an_abbreviation(
    dutch_school: School, typed: str, stored: str
):
    dutch_school.say("m1", "/score jonas 10.1")
    dutch_school.say("m1", typed)
    assert dutch_school.scores == bool(stored)
    assert not stored or f"\n{stored}\n" in in_signs(dutch_school.tapped("m1", "klaar"))


@pytest.mark.parametrize(("typed", "stored"), [("a", ""), ("n", ""), ("n/a", "1 n/a here")])
def test_a_letter_is_none_of_na_either(own_school: School, typed: str, stored: str):
    own_school.say("m1", "/score jonas 10.1")
    own_school.say("m1", typed)
    assert own_school.scores == bool(stored)
    assert not stored or f"\n{stored}\n" in own_school.tapped("m1", "done")
