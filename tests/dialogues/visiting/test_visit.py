"""A visit from plan to minutes, and the promise that comes back at the next one."""

from icalendar import Calendar

from tests.dialogues.clock import tick, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import newest_file
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def was_there(school: School) -> None:
    """Note a visit to Jonas of today, without minutes."""
    school.say("c1", "/visit jonas")
    school.tap("c1", "I was there")
    school.tap("c1", next(label for label in school.buttons("c1") if label.startswith("today")))


def promised(school: School, said: str, by: str = "mentor") -> str:
    """Write down one promise, and who promised it."""
    school.say("c1", said)
    return school.tapped("c1", by)


@both_ways
def test_from_plan_to_minutes_to_the_promise_that_returns(school: School):
    shown = school.text("c1", "/visit jonas")
    assert shown.startswith("Visits to Jonas Peeters at Elektro bv\nNobody visited yet.")
    assert "One is due before the start." in shown
    proposed = school.tapped("c1", "plan a visit")
    assert proposed.startswith("Visit to Jonas Peeters at Elektro bv\nProposed: ")
    school.tap("c1", "an hour later")
    assert "Planned: " in school.tapped("c1", "choose this moment")
    (event,) = Calendar.from_ical(newest_file(school, "c1")).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Visit to Jonas Peeters at Elektro bv"
    assert "Planned: " in school.text("c1", "/visit jonas")
    was_there(school)
    assert "What did you talk about?" in school.text("c1", "It goes well, a bit shy")
    assert "What was promised?" in school.text("c1", "The meters, and the logbook")
    assert "Who promised it?" in school.text("c1", "shows how to measure, until Friday")
    stored = school.tapped("c1", "mentor")
    assert stored.startswith("Stored:\n• mentor · shows how to measure · until ")
    minutes = school.text("c1", "that is all")  # typed
    assert "How it goes there: “It goes well, a bit shy”" in minutes
    assert "Talked about: “The meters, and the logbook”" in minutes
    shown = school.text("c1", "/visit jonas")
    assert "Last visit: " in shown
    assert "The next is due by " in shown
    assert "• mentor · shows how to measure · until " in shown
    assert "shows how to measure" in school.tapped("c1", "prepare")
    assert school.tapped("c1", "✓ shows how to measure") == "Kept: shows how to measure"
    assert "shows how" not in school.text("c1", "/visit jonas")


def test_a_moment_is_typed_as_well_and_a_visit_can_be_called_off(own_school: School):
    own_school.say("c1", "/visit jonas")
    own_school.tap("c1", "plan a visit")
    assert "Planned: " in own_school.text("c1", "rather thursday 10:00")
    own_school.say("c1", "/visit jonas")
    assert own_school.tapped("c1", "call it off").startswith("Called off. I tell nobody of it.")
    assert "Planned" not in own_school.text("c1", "/visit jonas")
    assert "call it off" not in own_school.buttons("c1")
    own_school.tap("c1", "plan a visit")
    own_school.tap("c1", "another moment …")
    assert "I need a day and a time to come" in own_school.text("c1", "soon")
    assert "within a year" in own_school.text("c1", "18/12/2029 16:00")
    assert "Planned: " in own_school.text("c1", "18/12/2026 16:00")


def test_minutes_can_be_skipped_written_again_and_taken_back(own_school: School):
    was_there(own_school)
    own_school.tap("c1", "skip")
    own_school.tap("c1", "skip")
    assert "Nothing is promised." in own_school.tapped("c1", "that is all")
    own_school.tap("c1", "how it goes")
    own_school.say("c1", "A good start")
    own_school.tap("c1", "skip")
    assert "“A good start”" in own_school.tapped("c1", "that is all")
    own_school.tap("c1", "how it goes")
    long = own_school.text("c1", "x" * 1501)
    assert long == "Nothing was stored: 1500 letters at most, and this has 1501. Say it shorter."
    own_school.say("c1", "Better")
    own_school.tap("c1", "skip")
    assert "“Better”" in own_school.tapped("c1", "that is all")
    assert own_school.tapped("c1", "I was not there").startswith("Taken back: ")
    assert "Nobody visited yet." in own_school.text("c1", "/visit jonas")


def test_a_visit_was_on_a_day_of_the_last_two_months(own_school: School):
    own_school.say("c1", "/visit jonas")
    own_school.tap("c1", "I was there")
    assert "Nothing was stored" in own_school.text("c1", "14/7/2026")
    own_school.say("c1", "/visit jonas")
    own_school.tap("c1", "I was there")
    assert "How does it go" in own_school.text("c1", "2/10/2026")
    own_school.tap("c1", "skip")
    own_school.tap("c1", "skip")
    assert "2 Oct" in own_school.text("c1", "/visit jonas")


def test_what_stands_on_the_buttons_can_be_typed_all_the_way(own_school: School):
    lines = ("/visit jonas", "I was there", "today", "It goes well", "The meters",
             "shows the meter, until Friday", "mentor")  # fmt: skip
    for line in lines:
        said = own_school.text("c1", line)
    assert said.startswith("Stored:\n• mentor · shows the meter · until 16 Oct\n")
    own_school.tap("c1", "that is all")
    own_school.say("c1", "/visit jonas")
    assert own_school.text("c1", "✓ shows the meter") == "Kept: shows the meter"


def test_promises_are_read_with_their_day_and_end_or_stand_again(own_school: School):
    was_there(own_school)
    own_school.tap("c1", "skip")
    own_school.tap("c1", "skip")
    assert "• student · brings the logbook" in promised(own_school, "brings the logbook", "student")
    assert " · until" not in promised(own_school, "tells until nobody listens", "coach")
    own_school.tap("c1", "that is all")
    own_school.say("c1", "/visit jonas")
    own_school.tap("c1", "no more")
    assert own_school.tapped("c1", "↩ Undo") == "It stands again: brings the logbook"
    assert "brings the logbook" in own_school.text("c1", "/visit jonas")


def test_who_is_no_coach_asks_for_a_visit_once_and_the_coach_hears_it(own_school: School):
    assert "Nobody visited yet." in own_school.text("m1", "/visit jonas")
    said = own_school.tapped("m1", "ask the coach to come by")
    assert said == "I tell Lien Martens that you ask for a visit."
    own_school.later(hours=3)
    tick(own_school)
    (heard,) = told(own_school, "c1", "reminder")
    assert "asks you to come by: Jonas Peeters at Elektro bv." in heard
    assert "A visit is asked for, and not planned yet." in own_school.text("s1", "/visit")
    assert "Proposed: " in own_school.tapped("c1", "plan a visit")


def test_nobody_else_plans_writes_or_reads(own_school: School):
    was_there(own_school)
    own_school.say("c1", "Secret of the coach")
    for who in ("s1", "m1", "t1"):
        assert "Secret" not in own_school.text(who, "/visit jonas")
        for code in ("yv:1", "yp:1", "yr:1", "yw:1", "yz:1", "yi:1:going", "yq:1", "yo:1", "yx:1"):
            (shown,) = own_school.tap_code(who, code)
            assert shown.text == "That visit is not one of yours.", code


def test_who_was_not_visited_for_too_long_comes_first(own_school: School):
    was_there(own_school)
    own_school.say("c1", "x")
    own_school.say("c1", "y")
    listed = own_school.text("c1", "/visit").splitlines()
    assert listed[0].startswith("At ")
    assert "Jonas" in listed[-1]
    own_school.later(days=150)
    assert "⚠ Jonas Peeters at Elektro bv" in own_school.text("c1", "/visit")


def proposed_at(shown: str) -> str:
    """Find the moment that is proposed."""
    return shown.partition("Proposed: ")[2].partition(", 60 minutes")[0]


def test_no_two_visits_are_proposed_at_one_moment_and_what_is_planned_stands_until_moved(
    own_school: School,
):
    own_school.say("c1", "/visit jonas")
    first = proposed_at(own_school.tapped("c1", "plan a visit"))
    assert "stays planned" not in own_school.tapped("c1", "choose this moment")
    own_school.say("c1", "/visit noor")
    assert proposed_at(own_school.tapped("c1", "plan a visit")) not in ("", first)
    own_school.say("c1", "/visit jonas")
    own_school.tap("c1", "another moment …")
    moved = own_school.tapped("c1", "an hour later")
    assert f"{first} stays planned until you choose another moment." in moved
    assert f"Planned: {first}." in own_school.tapped("c1", "leave it as planned")


def test_a_student_reads_of_visits_to_themselves(own_school: School):
    said = own_school.text("s1", "/visit")
    assert said.startswith("Visits to you at Elektro bv")
    assert own_school.text("m1", "/visit jonas").startswith("Visits to Jonas Peeters at ")
