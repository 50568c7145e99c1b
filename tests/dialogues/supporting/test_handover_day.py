"""The day of a handover: who is coach by then, what was done since, and many students at once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from bot.use_cases.supporting.handover import hand_over
from handlers import sweeps
from tests.dialogues.administering.hired import hire
from tests.dialogues.clock import tick, tick_through, told
from tests.dialogues.conftest import own_school
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School, roster
from tests.dialogues.supporting.test_handover import coached_by, desk, handed_over, sent

__all__ = ["own_school"]

DAY = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)


def planned(school: School, student: str = "jonas") -> None:
    """Let Els become coach of a student on a day in October."""
    school.say("c1", f"/handover {student}")
    school.say("c1", "els")
    school.say("c1", "20/10/2026")


def erase(school: School, who: str) -> None:
    """Erase somebody, by the administrator's order."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        order_erasure(uow, school.people[who].person_id, 1, school.at)
    for _minute in range(2):
        school.later(minutes=1)
        tick(school, ERASING)


def read_in_again(school: School) -> None:
    """Read the roster in again, in which the coach of before stands."""
    with school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        (organisation,) = catalogue.list_organisations()
        import_roster(catalogue, organisation, roster())


def test_nothing_is_taken_from_the_coach_where_the_new_one_was_erased(own_school: School):
    hire(own_school)
    planned(own_school)
    erase(own_school, "t1")
    own_school.at = DAY
    tick_through(own_school, 30)
    assert "Jonas Peeters" in coached_by(own_school, "c1")
    (heard,) = [text for text in sent(own_school, "c1") if "did not go" in text]
    assert heard.startswith("Jonas Peeters did not go to another coach on ")
    assert "Who was to be coach is no longer there." in heard
    assert "Lien Martens is still coach of Jonas Peeters." in heard
    assert any("did not go to another coach" in text for text in sent(own_school, "a1"))


def test_who_was_named_fills_the_place_of_a_coach_who_was_erased(own_school: School):
    planned(own_school)
    erase(own_school, "c1")
    own_school.at = DAY
    tick_through(own_school, 30)
    assert coached_by(own_school, "t1") == {"Jonas Peeters"}
    assert any("You are coach of Jonas Peeters now" in it for it in sent(own_school, "t1"))


def test_who_is_a_mentor_by_then_does_not_become_coach(own_school: School):
    planned(own_school)
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql(
            f"update involvement set person_id = {own_school.people['t1'].person_id}"
            " where role = 'mentor' and track_id = 3"
        )
    own_school.at = DAY
    tick_through(own_school, 30)
    assert coached_by(own_school, "t1") == set()
    assert "Jonas Peeters" in coached_by(own_school, "c1")
    assert any("did not go to another coach" in it for it in sent(own_school, "c1"))


def test_what_was_given_back_before_it_was_told_is_told_to_nobody(own_school: School):
    handed_over(own_school)
    read_in_again(own_school)
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql(
            "delete from involvement where role = 'coach' and person_id ="
            f" {own_school.people['t1'].person_id}"
        )
    tick_through(own_school, 30)
    for who in ("s1", "m1", "t1"):
        assert all("coach" not in text for text in sent(own_school, who))
    assert desk(own_school, "t1") == []


def test_the_old_button_shows_nothing_to_who_is_coach_no_more(own_school: School):
    handed_over(own_school)
    tick_through(own_school, 30)
    own_school.later(minutes=1)
    own_school.say("t1", "/handover jonas")
    own_school.say("t1", "lien")
    own_school.tap("t1", "now")
    (shown,) = own_school.tap_code("t1", "ul:1")
    assert shown.text == "That handover does not stand any more: nothing changed."
    assert desk(own_school, "t1") == []


def test_from_tomorrow_said_in_the_evening_is_told_once(own_school: School):
    own_school.at = datetime(2026, 10, 19, 20, 30, tzinfo=UTC)  # after everybody's hours
    planned(own_school)
    own_school.at = datetime(2026, 10, 19, 22, 1, tzinfo=UTC)
    tick(own_school)
    own_school.at = DAY
    tick_through(own_school, 60)
    heard = [it for it in sent(own_school, "t1") if "ou are coach of Jonas" in it]
    assert len(heard) == 1
    assert heard[0].startswith("You are coach of Jonas Peeters now")


def test_what_is_taken_back_at_once_is_told_to_nobody(own_school: School):
    own_school.at = datetime(2026, 10, 19, 20, 30, tzinfo=UTC)
    handed_over(own_school)
    own_school.tap("c1", "↩ Undo")
    own_school.at = DAY
    tick_through(own_school, 60)
    for who in ("s1", "m1", "t1"):
        assert all("coach" not in text for text in sent(own_school, who))


@pytest.fixture
def large_school(own_school: School, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school whose coach has more students than go at once, in parts of two."""
    monkeypatch.setattr(hand_over, "AT_ONCE", 4)
    monkeypatch.setattr(sweeps, "ENDED_AT_ONCE", 2)
    base = roster()[0]
    more = [
        replace(base, line=20 + at, student_id=f"z{at}", student=f"Zoe Number{chr(97 + at)}")
        for at in range(4)
    ]
    with own_school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        (organisation,) = catalogue.list_organisations()
        import_roster(catalogue, organisation, [*roster(), *more])
    return own_school


def test_many_students_go_in_parts_and_everybody_hears_it_once(large_school: School):
    large_school.say("c1", "/handover")
    large_school.tap("c1", "all 7 students")
    large_school.say("c1", "els")
    said = large_school.tapped("c1", "now")
    assert said.startswith("Els Wouters becomes coach of ")
    assert "within minutes" in said
    large_school.later(minutes=1)
    tick(large_school)
    tick_through(large_school, 30)
    assert coached_by(large_school, "c1") == set()
    assert len(coached_by(large_school, "t1")) == 7
    for who in ("t1", "m1", "s1"):
        assert len([it for it in told(large_school, who, "reminder") if "coach" in it]) == 1
    large_school.say("c1", "/undo")
    assert len(coached_by(large_school, "t1")) == 7  # so many do not go back at once
