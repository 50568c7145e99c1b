"""Two teachers of one class group: what one set or planned stands beside what the other does."""

import pytest

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
