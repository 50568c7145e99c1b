"""Somebody who was erased stands in no view as a dash: it is said what became of the name."""

from sqlalchemy import select

from bot.storage.tables import incident, outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from tests.dialogues.clock import hear
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


def erase(school: School, who: str) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        order_erasure(uow, school.people[who].person_id, 1, school.at)
    school.later(days=2)
    hear(school, ERASING)


def scored(school: School) -> School:
    for line in ("jonas 8 all v: “tidy work”", "jonas 10 all v", "jonas 11 all v"):
        school.say("m1", line)
    for line in ("jonas 8 all x, 1v", "jonas 10 all x, 1v", "jonas 11 all x"):
        school.say("t1", line)
    school.say("m1", "/report jonas")
    return school


def test_what_they_said_and_opened_is_somebodys_who_was_erased(school: School):
    scored(school)
    assert "Karim" in school.text("s1", "/looks")
    erase(school, "m1")
    assert "somebody who was erased – the colours" in school.text("s1", "/looks")
    assert "somebody who was erased (mentor): " in school.text("c1", "/raters")
    for line in ("/notes jonas", "/report jonas 8", "/looks jonas", "/raters", "/log jonas"):
        answered = school.text("c1", line)
        assert "Karim" not in answered
        assert "—" not in answered


def test_it_is_said_in_dutch(dutch_school: School):
    scored(dutch_school)
    erase(dutch_school, "m1")
    assert "iemand die gewist is – de kleuren" in dutch_school.text("s1", "/gekeken")


def test_what_they_reported_of_a_student_stays_and_nobody_waits_for_an_answer(own_school: School):
    own_school.say("m1", "/incident")
    if "Jonas Peeters · 6E" in own_school.buttons("m1"):
        own_school.tap("m1", "Jonas Peeters · 6E")
    own_school.say("m1", "Jonas slipped on the oily floor")
    own_school.tap("m1", "send it now")
    hear(own_school)
    erase(own_school, "m1")
    with own_school.engine.begin() as connection:
        assert list(connection.execute(select(incident.c.words)).scalars()) == [
            "Jonas slipped on the oily floor"
        ]
    seen = own_school.tap_code("c1", "iv:1")[-1].text
    assert seen == "Noted. Who reported it was erased since. What you do now is up to you."
    with own_school.engine.begin() as connection:
        gone = own_school.people["m1"].person_id
        found = connection.execute(select(outbox.c.id).where(outbox.c.person_id == gone))
        assert found.all() == []
