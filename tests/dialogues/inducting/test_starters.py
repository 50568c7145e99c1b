"""The five steps of a teacher new to dual learning, planned by the teachers' coach."""

from icalendar import Calendar

from tests.dialogues.conftest import own_school
from tests.dialogues.files import newest_file
from tests.dialogues.inducting.named import name_coach
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]


@both_ways
def test_from_a_name_to_a_session_that_has_been(school: School):
    name_coach(school)
    assert "No teacher is marked" in school.text("d1", "/starters")
    school.tap("d1", "add a teacher")
    shown = school.text("d1", "els")
    assert shown.startswith("Els Wouters is marked as new to dual learning.")
    assert "• welcome session: due by " in shown
    school.tap("d1", "welcome session")
    proposed = school.tapped("d1", "plan it")
    assert proposed.startswith("welcome session: Els Wouters\nProposed: ")
    school.tap("d1", "an hour later")
    planned = school.tapped("d1", "choose this moment")
    assert "Planned: " in planned
    assert "I tell Els Wouters." in planned
    (event,) = Calendar.from_ical(newest_file(school, "d1")).walk("VEVENT")
    assert str(event["SUMMARY"]) == "welcome session: Els Wouters"
    assert "• welcome session: planned: " in school.text("t1", "/starters")
    school.say("d1", "/starters els")
    school.tap("d1", "own session 1")
    school.tap("d1", "it has been")
    label = next(own for own in school.buttons("d1") if own.startswith("today"))
    assert "You and Els Wouters read it, and nobody else." in school.tapped("d1", label)
    assert "You wrote: “Group work”" in school.text("d1", "Group work")
    school.say("t1", "/starters")
    assert "Hilde Maes wrote: “Group work”" in school.tapped("t1", "own session 1")
