"""Who is around, and what is owed, within the one message of a day."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.storage.tables import outbox
from tests.dialogues.agreeing.test_agreement import made
from tests.dialogues.clock import tick, tick_through, told
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.supporting.test_handover import handed_over
from tests.dialogues.supporting.test_substitute import name_an

__all__ = ["own_school"]

MORNING = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
"""A Tuesday, within everybody's hours."""


def per_day(school: School, who: str) -> dict[str, int]:
    """How many messages that they did not ask for somebody got, by the day."""
    person = school.people[who].person_id
    asked = select(outbox.c.sent_at).where(
        outbox.c.person_id == person, outbox.c.sent_at.is_not(None)
    )
    with school.engine.begin() as connection:
        days = [f"{at:%d %b}" for at in connection.execute(asked).scalars()]
    return {day: days.count(day) for day in days}


def test_three_students_who_are_handed_over_one_by_one_are_one_line(own_school: School):
    own_school.at = datetime(2026, 10, 13, 20, 30, tzinfo=UTC)  # after everybody's hours
    for student in ("jonas", "nicolas", "noor"):
        handed_over(own_school, student)
        own_school.later(minutes=1)
    tick_through(own_school, 24)
    (heard,) = told(own_school, "t1", "reminder")
    first, *_more = heard.splitlines()
    assert first == (
        "You are coach of Jonas Peeters, Nicolas Maes and Noor Aziz now, after Lien Martens."
    )
    assert heard.count("Open there:") + heard.count("Nothing stands open") == 1
    opened = own_school.tapped("t1", "see what is open")
    assert [name in opened for name in ("Jonas", "Nicolas", "Noor")] == [True] * 3
    assert told(own_school, "m1", "reminder") == [
        "The coach of Jonas Peeters and Noor Aziz is Els Wouters now, after Lien Martens."
    ]


def stands_in(school: School) -> None:
    """Let An stand in for Karim, as Els who became coach of Jonas."""
    school.say("t1", "/substitute karim")
    if "everybody" in school.buttons("t1"):
        school.tap("t1", "everybody")
    school.say("t1", "An Claes")
    assert "stands in for Karim Haddad" in school.text("t1", "23/10/2026")


def test_what_is_news_of_one_day_is_one_message(own_school: School):
    made(own_school)
    own_school.say("c1", "/agreement jonas")
    own_school.tap("c1", "remind the student")
    name_an(own_school)
    handed_over(own_school)
    tick_through(own_school, 48)
    (heard,) = told(own_school, "s1", "reminder")
    assert "Your coach is Els Wouters now" in heard
    assert "An Claes stands in for your mentor" in heard
    assert "this is still asked of you:" in heard
    assert set(per_day(own_school, "s1").values()) == {1}


def test_who_had_their_message_hears_the_rest_the_next_day(own_school: School):
    own_school.at = MORNING
    handed_over(own_school)
    tick_through(own_school, 8)
    assert per_day(own_school, "s1") == {"13 Oct": 1}
    stands_in(own_school)
    own_school.later(minutes=20)
    tick(own_school)
    assert per_day(own_school, "s1") == {"13 Oct": 1}
    tick_through(own_school, 24)
    assert "stands in for your mentor" in told(own_school, "s1", "reminder")[-1]
    assert per_day(own_school, "s1") == {"13 Oct": 1, "14 Oct": 1}


def test_who_is_away_and_had_a_message_today_hears_who_stands_in_tomorrow(own_school: School):
    own_school.at = MORNING
    handed_over(own_school)
    tick_through(own_school, 8)
    assert per_day(own_school, "m1") == {"13 Oct": 1}
    stands_in(own_school)
    own_school.later(minutes=20)
    tick(own_school)
    assert per_day(own_school, "m1") == {"13 Oct": 1}
    tick_through(own_school, 24)
    assert per_day(own_school, "m1") == {"13 Oct": 1, "14 Oct": 1}
    (alone,) = told(own_school, "m1", "answer")
    assert alone.startswith("An Claes stands in for you up to and including 23 Oct")
