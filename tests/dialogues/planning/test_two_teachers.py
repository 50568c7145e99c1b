"""Two teachers of one class group: what one set or planned stands beside what the other does."""

from datetime import UTC, datetime

import pytest

from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.planning.campus_school import add_teacher, found_example
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


@pytest.fixture
def taught(own_school: School) -> School:
    """Els teaches 6A on Monday and An on Tuesday; they see the same gaps."""
    found_example(own_school)
    add_teacher(own_school)
    own_school.say("t1", "/lessons 6A mon 9:00")
    own_school.say("m2", "/lessons 6A tue 9:00")
    return own_school


def test_undo_leaves_what_a_colleague_set_since(taught: School):
    taught.say("t1", "/groups 6A groups 3")
    taught.say("m2", "/groups 6A size 4")
    assert "Undone: how groups on campus are made" in taught.text("t1", "/undo")
    kept = taught.text("t1", "/groups 6A settings")
    assert "At most 2 groups at a time." in kept
    assert "Students in a group: at most 4" in kept
    taught.say("t1", "/groups 6A groups 3")
    taught.say("m2", "/groups 6A groups 1")
    assert "This cannot be taken back here: how groups on campus are made" in taught.text(
        "t1", "/undo"
    )
    assert "At most 1 group at a time." in taught.text("t1", "/groups 6A settings")


def test_undo_leaves_the_sessions_and_the_scenario_that_a_colleague_said_since(taught: School):
    taught.say("t1", "/groups 6A 6 takes 3")
    taught.say("m2", "/groups 6A 6 takes 2")
    assert "cannot be taken back here" in taught.text("t1", "/undo")
    assert "6 Mounts low voltage: 2 sessions" in taught.text("t1", "/groups 6A settings")
    taught.say("t1", "/scenarios CAMPUS-1 3: Pipes; room 4")
    taught.say("m2", "/scenarios CAMPUS-1 3: Pipes; room 5")
    assert "cannot be taken back here: a lesson scenario · Pipes" in taught.text("t1", "/undo")
    assert "room 5" in taught.text("t1", "/scenarios CAMPUS-1")
    assert "Undone: a lesson scenario · Pipes" in taught.text("m2", "/undo")
    assert "Undone: a lesson scenario · Pipes" in taught.text("t1", "/undo")


BESIDE = (
    "Els Wouters plans 2 Grounds in that week too: Mon 19 Oct, 09:00, confirmed, with everybody."
)


def test_the_second_hears_that_a_colleague_plans_the_same_gap_in_that_week(taught: School):
    assert "in that week too" not in taught.text("m2", "/groups 6A")
    taught.say("t1", "/groups 6A confirm")
    assert BESIDE in taught.text("m2", "/groups 6A")
    taught.at = datetime(2026, 10, 18, 22, tzinfo=UTC)
    told = tick_through(taught, 24)
    assert BESIDE in "\n".join(message.text for message in told["m2"])
    assert "in that week too" not in "\n".join(message.text for message in told["t1"])
    assert BESIDE in taught.text("m2", "/groups 6A confirm")
    taught.say("m2", "/groups 6A 2 to 3")
    assert "in that week too" not in taught.text("m2", "/groups 6A")


def test_a_lesson_of_another_week_or_one_that_is_skipped_is_no_double(taught: School):
    taught.say("t1", "/groups 6A confirm")
    taught.say("t1", "/groups 6A skip")
    assert "in that week too" not in taught.text("m2", "/groups 6A")
    taught.say("m2", "/lessons 6A fri 9:00")  # two days after, in the week before that Monday
    taught.say("t1", "/groups 6A confirm")
    assert "in that week too" not in taught.text("m2", "/groups 6A")


def test_a_coach_sees_the_groups_of_both(taught: School):
    taught.say("t1", "/groups 6A confirm")
    first, second = taught.say("c1", "/groups 6A")
    assert "6A · Els Wouters · Mon 19 Oct, 09:00 · confirmed\n2 Grounds: Ada" in first.text
    assert "6A · An Claes · Tue 20 Oct, 09:00 · proposed\n2 Grounds: Ada" in second.text
    assert BESIDE in second.text
    (later,) = taught.tap("c1", "next lesson ›")
    assert "6A · An Claes · Tue 27 Oct" in later.text
    (entry,) = taught.tap("c1", "📅 for the calendar")[0].files
    assert entry["described"]["begins"].startswith("2026-10-27")
    taught.say("c1", "/plan 6A")
    assert len(taught.tap("c1", "groups of the next lesson")) == 2


def test_in_dutch_the_second_hears_it(dutch_school: School):
    found_example(dutch_school)
    add_teacher(dutch_school)
    dutch_school.say("t1", "/lessen 6A ma 9:00")
    dutch_school.say("m2", "/lessen 6A di 9:00")
    dutch_school.say("t1", "/groepjes 6A bevestig")
    assert (
        "Els Wouters plant in die week ook 2 Grounds: ma 19 okt, 09:00, bevestigd, met iedereen."
    ) in dutch_school.text("m2", "/groepjes 6A")
