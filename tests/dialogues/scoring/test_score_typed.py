"""Scoring by typed lines, as whole dialogues."""

import pytest

from tests.dialogues.school import School, buttons_of
from tests.dialogues.signs import in_signs
from tests.dialogues.ways import both_ways


@both_ways
def test_a_mentor_scores_thirteen_indicators_in_one_message(school: School):
    (shown,) = school.say("m1", "jonas 10 vvlvxvvvvlvvv")
    assert "13 indicators stored" in shown.text
    assert (
        "1-2 ✓ alone · 3 ◐ with support · 4 ✓ · 5 ✗ not shown · 6-9 ✓ · 10 ◐ · 11-13 ✓"
        in shown.text
    )
    assert "🟩 acquired, with support" in shown.text
    assert "As mentor: Karim Haddad (Elektro bv)" in shown.text
    assert buttons_of([shown]) == ["↩ Undo"]
    assert school.scores == 13


def test_everybody_then_sees_what_they_may(school: School):
    school.say("m1", "jonas 10 vvlvxvvvvlvvv")
    school.say("m1", 'jonas 10.3 l "needs help with the radius"')
    student = school.text("s1", "/report 10")
    assert "mentor · 🟩 acquired, with support" in student
    assert "mentor ✓" not in student
    assert "radius" not in student
    assert "needs help" in school.text("c1", "/report jonas 10")
    assert "needs help" in school.text("m1", "/report jonas 10")
    teacher = school.text("t1", "/report jonas 10")
    assert "mentor ◐" in teacher
    assert "needs help" not in teacher
    other = school.text("m2", "/report jonas")
    assert "nobody called 'jonas'" in other
    assert "acquired, with support" not in other


def test_both_scales_fit_in_one_message(school: School):
    text = school.text("m1", "jonas 8 vvlx rrsn")
    assert "1-2 ✓R alone, regularly · 3 ◐S with support, sometimes · 4 ✗N not shown, never" in text
    assert "covered 3 of 4" in text


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("jonas 10 all v, 3x 7l", "1-2 ✓ · 3 ✗ · 4-6 ✓ · 7 ◐ · 8-13 ✓"),
        ("jonas 10 alles v, 3x 7l", "1-2 ✓ · 3 ✗ · 4-6 ✓ · 7 ◐ · 8-13 ✓"),
        ("jonas 10 tout v", "1-13 ✓"),
        ("jonas 10 ALLE v", "1-13 ✓"),
        ("jonas 10: 1-4v 5x 6lr", "1-4 ✓ · 5 ✗ · 6 ◐R"),
        ("jonas 10:1–4v 5 x", "1-4 ✓ · 5 ✗"),
        ("jonas 10 all r", "1-13 R"),
        ("jonas 10 all vr", "1-13 ✓R"),
        ("jonas 10.3 l 8.1 v", "3 ◐"),
        ("jonas 8 v-l-", "1 ✓ · 3 ◐"),
        ("jonas 8 v v l x", "1-2 ✓ · 3 ◐ · 4 ✗"),
        ("Jonás 8 VVLX", "1-2 ✓ · 3 ◐ · 4 ✗"),
        ("peeters 8 vvlx", "1-2 ✓ · 3 ◐ · 4 ✗"),
        ("jo 8 vvlx", "1-2 ✓ · 3 ◐ · 4 ✗"),
        ("/score jonas 8 vvlx", "1-2 ✓ · 3 ◐ · 4 ✗"),
        ("/scoor jonas 8 vvlx", "1-2 ✓ · 3 ◐ · 4 ✗"),
    ],
)
def test_the_shorthand(school: School, line: str, values: str):
    assert values in in_signs(school.text("m1", line))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("jonas 10 vvl", "has 13 indicators, and here I count 3"),
        ("jonas 10 vvlvxvvvvlvvvv", "I count 14"),
        ("jonas 99 v", "no competence 99"),
        ("jonas 10.99 v", "no indicator 99"),
        ("jonas 10 all", "A letter is missing"),
        ("jonas 10 all q", "do not know the letter 'q'"),
        ("jonas 10.3 v n", "cannot be shown and never"),
        ("jonas 8 vvlx nrrr", "cannot be shown and never"),
        ("jonas 10.3 v l", "Two values"),
        ("jonas 8 vvrr", "One string holds one scale"),
        ("jonas 10 9-3v", "runs backwards"),
        ("jonas 10 😀", "do not understand this"),
        ('jonas 10.3 l ""', "note is empty"),
    ],
)
def test_a_wrong_line_is_explained_and_stores_nothing(school: School, line: str, reason: str):
    text = school.text("m1", line)
    assert reason in text
    assert "▸" in text
    assert "Nothing was stored" in text
    assert school.scores == 0


@pytest.mark.parametrize("line", ["-1 v", "😀", "   ", "", "v" * 5000, "hello there", "\x00", "10"])
def test_what_is_no_line_stores_nothing(own_school: School, line: str):
    school = own_school
    assert school.say("m1", line)[0].text
    assert school.scores == 0


def test_an_unknown_command_says_so(school: School):
    assert "do not know the command /foo" in school.text("m1", "/foo bar")


def test_a_near_name_is_confirmed_never_assumed(school: School):
    shown = school.say("m1", "jnas 10 all v")
    assert "Nothing was stored yet" in shown[0].text
    assert school.scores == 0
    text = school.tapped("m1", "Jonas Peeters · 6E")
    assert "13 indicators stored" in text
    assert school.scores == 13


def test_none_of_these_drops_the_line(school: School):
    school.say("m1", "jnas 10 all v")
    assert "nothing was stored" in school.tapped("m1", "none of these")
    assert school.scores == 0


def test_markup_and_sql_in_a_note_are_only_words(school: School):
    nasty = """'; DROP TABLE score; -- <b>x</b> {student} %s"""
    school.say("m1", f'jonas 10.3 l "{nasty}"')
    assert nasty in school.text("c1", "/report jonas 10")
    assert school.scores == 1


def test_curly_quotes_hold_a_note(school: School):
    school.say("m1", "jonas 10.3 l “needs help”")
    assert "“needs help”" in school.text("c1", "/report jonas 10")


def test_a_line_without_a_name_goes_to_the_student_of_the_last_half_hour(school: School):
    school.say("m1", "noor 8 vvlx")
    school.later(minutes=29)
    assert "Noor · 10" in school.text("m1", "10.3 v")
    school.later(minutes=31)
    shown = school.say("m1", "10.4 v")
    assert "Which student" in shown[0].text
    assert school.scores == 5
    assert "Jonas · 10" in school.tapped("m1", "Jonas Peeters · 6E")
    assert school.scores == 6


def test_the_only_student_needs_no_name(school: School):
    assert "Nicolas · 10" in school.text("m2", "10.3 v")
    assert "Jonas · 10" in school.text("s1", "10.3 v")


def test_a_number_that_stands_twice_in_a_line_is_refused(school: School):
    assert "10.2 stands twice" in school.text("m1", "jonas 10.2 n 10.2 v")
    assert school.scores == 0


def test_a_contradiction_with_what_stands_is_asked(school: School):
    school.say("m1", "jonas 10.3 n")
    shown = school.say("m1", "jonas 10.3 v")
    assert "Nothing was stored yet" in shown[0].text
    assert school.scores == 1
    assert "3 ✓S" in school.tapped("m1", "sometimes")
    shown = school.say("m1", "jonas 10.3 n")
    assert "Take that mastery away" in shown[0].text
    assert "n/a" in school.tapped("m1", "yes, not applicable here")


def test_same_confirms_the_last_scores(school: School):
    school.say("m1", "jonas 8 vvlx rrss")
    school.later(days=40)
    assert "4 indicators stored" in school.text("m1", "same jonas 8")
    assert "3 ◐S with support, sometimes · 4 ✗S not shown\n" in school.text("m1", "zelfde jonas 8")
    assert "nothing to confirm" in school.text("m1", "same jonas 10")


def test_a_score_said_for_an_earlier_time_does_not_jump_the_queue(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 all v")
    school.later(days=-10)
    text = school.text("m1", "jonas 8 all x")
    assert "already overruled by a later score" in text
    assert "acquired, autonomously" in text


def test_a_coach_looks_on_and_does_not_score(school: School):
    assert "As coach you look on" in school.text("c1", "jonas 10 all v")
    assert "As coach you look on" in school.text("c1", "/score")
    assert school.scores == 0


def test_a_student_scores_only_the_own_track(school: School):
    assert "nobody called" in school.text("s1", "noor 10 all v")
    assert school.scores == 0
    assert "As student: Jonas" in school.text("s1", "10 all v")


def test_a_teacher_scores_one_indicator_for_a_class_group(school: School):
    text = school.text("t1", "6E 10.3 v")
    assert "Stored for 2 students" in text
    assert school.scores == 2
    school.tap("t1", "Undo")
    assert school.scores == 0


def test_a_whole_competence_of_a_class_group_is_stored_after_a_tap(school: School):
    school.say("t1", "noor 10.2 l")
    (shown,) = school.say("t1", "6E 10 all v, 3x")
    assert "1-2 ✓ alone · 3 ✗ not shown · 4-13 ✓" in shown.text
    assert "For 2 students: Jonas and Noor" in shown.text
    assert "would change for: Noor (1)" in shown.text
    assert school.scores == 1
    assert "Stored for 2 students" in school.tapped("t1", "store for 6E")
    assert school.scores == 27
    school.tap("t1", "Undo")
    assert school.scores == 1
    assert "nothing was stored" in school.text("t1", "6E 10.1 v 10.2 x") or school.scores == 1
    school.tap("t1", "cancel")
    assert school.scores == 1


def test_a_line_that_says_nothing_of_a_class_group_is_asked_about(school: School):
    text = school.text("t1", "6E 10.3 -")
    assert "What do you want to say of this?" in text
    assert "Nothing was stored" in text
    assert school.scores == 0


def test_a_mentor_has_no_class_group(school: School):
    school.say("m1", "6E 10.3 v")
    assert school.scores == 0


def test_listing_the_indicators(school: School):
    school.likes_one_by_one("m1")
    text = school.text("m1", "/score jonas 8")
    assert "1. marks 1" in text
    assert "4. marks 4" in text
    assert "jonas 8 vvlv" in text
    assert "How is this shown" in school.tapped("m1", "Tap instead")


def test_a_repeat_changes_nothing_and_gets_the_same_answer(own_school: School):
    school = own_school
    first = school.say("m1", "jonas 10 all v", key="once")
    again = school.say("m1", "jonas 10 all v", key="once")
    assert [shown.text for shown in again] == [shown.text for shown in first]
    assert school.scores == 13
