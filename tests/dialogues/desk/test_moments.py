"""What one has planned of one topic is known where something of another is planned."""

from tests.dialogues.conftest import own_school
from tests.dialogues.divergence.test_talk import alerted
from tests.dialogues.school import School

__all__ = ["own_school"]


def moment(said: str) -> str:
    """Find the moment that is proposed or planned in a message."""
    line = next(line for line in said.splitlines() if line.startswith(("Proposed: ", "Planned: ")))
    return line.partition(": ")[2].partition(", 2")[0].partition(" minutes")[0]


def test_a_talk_is_not_proposed_where_a_visit_is_planned(own_school: School):
    timed = alerted(own_school)
    timed.say("c1", "/visit jonas")
    visit = moment(timed.tapped("c1", "plan a visit"))
    timed.tap("c1", "choose this moment")
    talk = timed.tapped("c1", "plan a talk")
    assert moment(talk) != visit
    assert "You have something else by then" not in talk


def test_a_moment_that_is_taken_is_said_and_can_be_chosen_all_the_same(own_school: School):
    own_school.say("c1", "/visit jonas")
    own_school.tap("c1", "plan a visit")
    own_school.tap("c1", "another moment …")
    own_school.say("c1", "20/10/2026 15:00")
    own_school.say("c1", "/visit nicolas")
    own_school.tap("c1", "plan a visit")
    own_school.tap("c1", "another moment …")
    said = own_school.text("c1", "20/10/2026 15:30")
    assert said.count("⚠ You have something else by then: ") == 1
    assert "Jonas Peeters" in said
    assert "Planned: " in said
