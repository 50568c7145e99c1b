"""With mastery alone: what is shown has come up, wherever that is said of a student or a group."""

from datetime import UTC, datetime

import pytest

from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


@pytest.fixture
def school(own_school: School) -> School:
    """Only mastery is scored, at work and on campus: of 10 all, of 8 half, of 11 nothing."""
    for who, line in (
        ("m1", "jonas 10 all v"),
        ("m1", "noor 10 all l"),
        ("m1", "jonas 8: 1v 2l 3-4x"),
        ("t1", "jonas 8: 2-4v"),
    ):
        own_school.say(who, line)
    return own_school


def test_the_confirmation_counts_it(own_school: School):
    assert "covered 13 of 13" in own_school.text("m1", "jonas 10 all v")
    assert "covered 2 of 4" in own_school.text("m1", "jonas 8: 1v 2l 3-4x")
    assert "covered 3 of 4" in own_school.text("m1", "jonas 8.3 s")
    assert "covered 2 of 4" in own_school.text("m1", "/undo")


def test_the_report_the_card_and_their_words_count_it(school: School):
    (report,) = school.say("m1", "/report jonas")
    assert "8 Marks out routes (0/2/3 of 4)" in report.text
    assert "10 Lays conduits (0/13/0 of 13)" in report.text
    assert "mentor: acquired, autonomously, covered 13 of 13" in report.files[0]["alt"]
    (card,) = school.say("s1", "/report 10")  # the student sees colour and progress alone
    assert "covered 13 of 13" in card.text
    assert "mentor: acquired, autonomously, covered 13 of 13" in card.files[0]["alt"]


def test_no_collective_gap_where_somebody_shows_it(school: School):
    text = school.text("t1", "/class 6E")
    assert "Collective gap, at no workplace yet, say the mentors: 11 Sets boxes." in text


def test_what_everybody_acquired_on_campus_is_no_gap(school: School):
    for line in ("jonas 11 all v", "noor 11 all l"):
        school.say("t1", line)
    text = school.text("t1", "/class 6E")
    assert "No collective gaps" in text
    assert "11 Sets boxes: 1 acquired, autonomously · 1 acquired, with support\n" in f"{text}\n"
    school.say("t1", "noor 11 all x")
    text = school.text("t1", "/class 6E")
    assert "11 Sets boxes: 1 acquired, autonomously · 1 not acquired · collective gap" in text


def test_the_route_counts_it(school: School):
    text = school.text("c1", "/route jonas")
    assert "8 Marks out routes: 2 + 3 of 4 overlap of 1 indicator" in text
    assert "10 Lays conduits: 13 + 0 of 13 workplace only" in text
    assert "11 Sets boxes: nothing yet" in text


def test_a_lesson_does_not_call_it_new_alone_and_not_met(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)  # a Monday
    school.say("t1", "/lessons 6E tue 8:30, thu 8:30")
    school.later(days=1, hours=1)
    school.say("m1", "jonas 10: 1v 2l")
    school.say("s1", "11.1 v")
    (told,) = tick_through(school, 34)["t1"]
    line = (
        "Jonas · 10 Lays conduits: 2 indicators came up, 1 is done alone now, says the mentor; "
        "also something new on 1 other competence"
    )
    assert line in told.text
    new = school.tapped("t1", "all new of Jonas")
    assert "10.2 lays 2: came up\n11 Sets boxes\n11.1 sets 1: came up, says the student" in new
    missing = school.tapped("t1", "what 6E did not meet at work yet")
    assert "No mentor says yet that these came up:\n8 Marks out routes\n11 Sets boxes\n" in missing
    assert "Noor: 10 Lays conduits" in missing


def test_not_shown_says_nothing_of_it(own_school: School):
    assert "covered 0 of 13" in own_school.text("m1", "jonas 10 all x")
    assert "10 Lays conduits: nothing yet" in own_school.text("c1", "/route jonas")


@pytest.mark.parametrize("line", ["11.1 v", "11.2 s", "today 11.3"])
def test_a_lesson_and_a_class_map_say_by_whose_word_something_came_up(school: School, line: str):
    gap = "Collective gap, at no workplace yet, say the mentors: 11 Sets boxes."
    assert gap in school.text("t1", "/class 6E")
    school.say("t1", "/lessons 6E tue 8:30, thu 8:30")
    school.say("s1", line)
    assert gap in school.text("t1", "/class 6E")
    tick_through(school, 30)
    assert "came up, says the student" in school.tapped("t1", "all new of Jonas")
    missing = school.tapped("t1", "what 6E did not meet at work yet")
    assert missing.startswith("No mentor says yet that these came up:\n11 Sets boxes\n")


def test_what_a_mentor_says_came_up_is_no_gap_in_any_text(school: School):
    school.say("t1", "/lessons 6E tue 8:30, thu 8:30")
    school.say("m1", "jonas 11.1 s")
    assert "No collective gaps" in school.text("t1", "/class 6E")
    tick_through(school, 30)
    assert "No mentor says" not in school.tapped("t1", "what 6E did not meet at work yet")
