"""Groups on campus: the sources' example, changed by their teacher, and what came of them."""

from datetime import UTC, datetime

from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.planning.campus_school import after_lesson, found_example
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


def groups_in(text: str) -> list[str]:
    """The lines of a session that name a group: 'Grounds: Ada, Bas'."""
    return [
        line.partition(" · ")[0]
        for line in text.splitlines()
        if line[:1].isdigit() and ": " in line
    ]


def test_the_example_of_the_sources(school: School):
    found_example(school)
    school.say("t1", "/lessons 6A mon 9:00, tue 9:00, wed 9:00, thu 9:00, fri 9:00")
    school.say("t1", "/groups 6A 1 takes 2")
    school.say("t1", "/groups 6A 6 takes 3")
    expected = [
        ["2 Grounds: Ada, Bas, Cem, Dia"],
        ["1 Cuts slots: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
        ["1 Cuts slots: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
        ["3 Lays pipes: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
    ]
    shown = ""
    for groups in expected:
        shown = school.text("t1", "/groups 6A")
        assert groups_in(shown.partition("After that")[0]) == groups
        assert "Confirmed." in school.tapped("t1", "✓ confirm")
        after_lesson(school)
        assert "was given as planned" in school.text("t1", "/groups 6A given")
    assert "session 3 of 3" in shown
    assert "Bas and Dia: both lack it, and nobody trains it at work" in shown
    assert "nobody lacks anything" in school.text("t1", "/groups 6A")


def test_from_the_message_before_the_lesson_to_a_confirmed_plan_and_the_question_after_it(
    own_school: School,
):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)  # a Monday
    found_example(school)
    school.say("t1", "/lessons 6A thu 9:00")
    school.say("t1", "/scenarios CAMPUS-1 2, 2.1: Earthing a house; https://school.example/2")
    (told,) = tick_through(school, 60)["t1"]
    assert (
        "Groups that I propose:\n"
        "2 Grounds: everybody · “Earthing a house” (https://school.example/2) · "
        "nobody's workplace trains it: first, with everybody"
    ) in told.text
    (confirmed,) = school.tap("t1", "✓ confirm the groups of 6A")  # one tap of the two
    assert "6A · Thu 15 Oct, 09:00 · confirmed" in confirmed.text
    assert [file["kind"] for file in confirmed.files] == ["text/calendar"]
    school.at = datetime(2026, 10, 15, 9, tzinfo=UTC)
    (asked,) = tick_through(school, 8)["t1"]
    assert asked.text.splitlines() == [
        "Lesson with 6A on Thu 15 Oct, 09:00: was it given as planned?",
        "2 Grounds: everybody",
    ]
    assert buttons_of([asked]) == ["yes, as planned", "not quite …", "it was not given"]
    shown = school.tapped("t1", "not quite …")
    assert "Tap who was away" in shown
    assert "Away: Dia" in school.tapped("t1", "Dia away")
    before = school.scores
    noted = school.tapped("t1", "done")
    assert "Noted: the lesson with 6A on Thu 15 Oct, 09:00 was given.\nAway: Dia" in noted
    assert "Then I note so for 3 students: 1 indicator at most." in noted
    assert school.scores == before  # only where the teacher says so
    assert "Noted as come up on campus for 3 students." in school.tapped("t1", "yes, note that")
    assert school.scores == before + 3
    next_one = school.text("t1", "/groups 6A")
    assert "Grounds: Dia" in next_one  # who was away is planned again
    assert tick(school) == {}
