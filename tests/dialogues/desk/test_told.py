"""What of a desk is told unasked: when it comes near, once, and when it is late."""

from datetime import UTC, datetime

from bot.storage.tables import school_holiday
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.clock import hear, tick
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.settled import let_it_be_new
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]

NOON = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
"""A Monday, within the coach's hours."""


def note(school: School, said: str) -> None:
    school.say("c1", "/desk")
    school.tap("c1", "write a note")
    school.say("c1", said)


def days_told(school: School, days: int) -> dict[str, str]:
    """Let days pass, and give what the coach was told, by the day."""
    found = {}
    for _day in range(days):
        for shown in tick(school).get("c1", ()):
            found[f"{school.at:%d %b}"] = shown.text
        school.later(days=1)
    return found


def test_what_is_due_at_once_and_has_no_day_is_told_once(own_school: School):
    own_school.at = NOON
    with own_school.engine.begin() as connection:
        let_it_be_new(StoredUnitOfWork(connection))
    assert days_told(own_school, 30) == {
        "23 Nov": "On your desk:\n"
        "• at once: a visit is due at Elektro bv · Jonas, Noor\n"
        "• at once: a visit is due at Volta nv · Nicolas"
    }


def test_a_note_is_told_two_weeks_and_three_days_before_and_once_when_it_is_late(
    own_school: School,
):
    own_school.at = NOON
    note(own_school, "report to the policy group until 11 December")
    assert days_told(own_school, 30) == {
        "27 Nov": "On your desk:\n• 11 Dec: report to the policy group",
        "08 Dec": "On your desk:\n• 11 Dec: report to the policy group",
        "14 Dec": "On your desk:\n• ⚠ late since 11 Dec: report to the policy group",
    }


def test_what_falls_in_a_holiday_or_right_behind_it_is_told_before_it(own_school: School):
    own_school.at = NOON
    with own_school.engine.begin() as connection:
        holiday = {"organisation_id": 1, "name": "", "first_on": "2026-12-19"}
        connection.execute(school_holiday.insert().values(**holiday, last_on="2027-01-03"))
    note(own_school, "the plan until 30 December")
    note(own_school, "the budget until 5 January")
    own_school.say("c1", "/desk")
    told = days_told(own_school, 41)
    assert told["15 Dec"] == "On your desk:\n• 30 Dec: the plan"
    assert told["17 Dec"] == "On your desk:\n• 5 Jan: the budget"


def test_what_is_done_meanwhile_is_not_told_and_who_wants_little_hears_it_when_it_is_near(
    own_school: School,
):
    own_school.at = NOON
    own_school.say("c1", "/settings")
    own_school.tap("c1", "light: only the last reminder")
    note(own_school, "the report until 11 December")
    note(own_school, "the minutes until 9 December")
    own_school.say("c1", "/desk")
    own_school.tap("c1", "the minutes")
    own_school.tap("c1", "done")
    assert list(days_told(own_school, 20)) == ["08 Dec"]


def test_a_muted_coach_is_told_nothing(own_school: School):
    own_school.at = NOON
    note(own_school, "the report until 11 December")
    own_school.say("c1", "/settings")
    own_school.tap("c1", "mute")
    assert days_told(own_school, 30) == {}


@both_ways
def test_it_comes_within_the_hours_and_its_button_opens_the_desk(school: School):
    note(school, "the report until friday")
    school.later(hours=3)
    hear(school)
    assert "the report" in school.tapped("c1", "my desk")
