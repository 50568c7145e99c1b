"""Being forgotten, as a dialogue: what goes and stays, a night's sleep, who decides, the end."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select, update

from bot.domain.school.naming import ERASED
from bot.platforms.transcript import Speaker
from bot.ports.importing import OrganisationRow
from bot.storage.tables import forgetting, mark, note, outbox, person, rights_act, score
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.clock import hear, told
from tests.dialogues.conftest import own_school
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School

__all__ = ["own_school"]


@pytest.fixture
def scored(school: School) -> School:
    school.say("m1", "jonas 8 all vs: “tidy work”")
    school.say("s1", "8 all lr")
    return school


def wish(school: School, who: str = "s1") -> None:
    school.say(who, "/forget")
    school.tap(who, "I want to be forgotten")


def sleep(school: School) -> None:
    """Let it become the next day's noon, in everybody's hours."""
    hear(school, ERASING)
    school.later(hours=26.2)
    hear(school, ERASING)


def count(school: School, table: object, **where: object) -> int:
    with school.engine.begin() as connection:
        counted = select(func.count()).select_from(table)  # type: ignore[arg-type]
        return int(connection.execute(counted.filter_by(**where)).scalar_one())


def test_a_student_is_forgotten_after_a_night_and_what_the_coach_says(scored: School):
    shown = scored.text("s1", "/forget")
    assert "what was scored, noted and worked out about you" in shown
    assert "your answers" not in shown
    assert "Lien Martens" in shown
    assert "30 days" in shown
    assert "Sleep on it" in scored.tapped("s1", "I want to be forgotten")
    sleep(scored)
    assert "Is that still so?" in scored.text("s1", "/forget")
    noted = scored.tapped("s1", "yes, forget me")
    assert "It is told to Lien Martens now" in noted
    hear(scored, ERASING)
    (heard,) = told(scored, "c1", "answer")
    assert "Jonas Peeters wants to be forgotten" in heard
    assert count(scored, score) == 8
    assert "Erase Jonas Peeters now?" in scored.tapped("c1", "erase now")
    assert "within a minute" in scored.tapped("c1", "yes, erase now")
    hear(scored, ERASING)
    assert count(scored, score) == count(scored, mark) == count(scored, note) == 0
    with scored.engine.begin() as connection:
        row = connection.execute(
            select(person).where(person.c.id == scored.people["s1"].person_id)
        ).one()
    assert (row.name, row.school_id) == (ERASED, f"erased-{row.id}")
    assert row.erased_at is not None
    scored.later(minutes=5)
    hear(scored, ERASING)
    assert count(scored, forgetting, cleaned_at=None) == 0
    kinds = ["forget_wished", "forget_confirmed", "forget_confirmed", "erased"]
    with scored.engine.begin() as connection:
        noted_acts = select(rights_act.c.kind).order_by(rights_act.c.number)
        assert list(connection.execute(noted_acts).scalars()) == kinds


def test_a_yes_before_the_night_is_refused_kindly(scored: School):
    wish(scored)
    assert "Sleep on it first" in scored.text("s1", "/forget yes")
    assert "Sleep on it" in scored.text("s1", "/forget")
    assert count(scored, forgetting, confirmed_at=None) == 1


def test_the_question_comes_by_itself_the_next_day(scored: School):
    wish(scored)
    sleep(scored)
    asked = told(scored, "s1", "reminder") + told(scored, "s1", "question")
    assert any("Is that still so?" in text for text in asked)


def asked_again(school: School) -> int:
    """How often the question after the night has come to Jonas."""
    hear(school, ERASING)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        shown = uow.transcripts.list_recent(school.people["s1"].person_id, 20)
    return sum("Is that still so?" in message.text for message in shown)


def test_it_comes_once_in_their_hours_and_no_minute_before(own_school: School):
    wish(own_school)
    noon = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)  # twelve in Brussels, where the day begins
    own_school.at = noon - timedelta(minutes=1)
    assert asked_again(own_school) == 0
    own_school.at = noon
    assert asked_again(own_school) == 1
    own_school.later(days=1)
    assert asked_again(own_school) == 1


def test_neither_a_weekend_nor_a_wish_for_quiet_keeps_it(own_school: School):
    own_school.at = datetime(2026, 10, 16, 17, 0, tzinfo=UTC)  # a Friday evening
    with own_school.engine.begin() as connection:
        student = person.c.id == own_school.people["s1"].person_id
        connection.execute(update(person).where(student).values(muted=True))
    wish(own_school)
    assert asked_again(own_school) == 0
    own_school.at = datetime(2026, 10, 17, 10, 0, tzinfo=UTC)
    assert asked_again(own_school) == 1


def test_what_was_taken_back_by_night_is_not_asked(own_school: School):
    wish(own_school)
    own_school.tap("s1", "take the wish back")
    own_school.at = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
    assert asked_again(own_school) == 0


def test_the_wish_is_taken_back_and_the_coach_hears_that(scored: School):
    wish(scored)
    sleep(scored)
    scored.say("s1", "/forget yes")
    hear(scored, ERASING)
    scored.later(days=3)
    scored.say("s1", "/forget")
    assert "taken back" in scored.tapped("s1", "take the wish back")
    hear(scored, ERASING)
    assert "took the wish to be forgotten back" in told(scored, "c1", "answer")[-1]
    scored.later(days=40)
    hear(scored, ERASING)
    assert count(scored, score) == 8
    assert "Nothing is to be erased" in scored.tapped("s1", "take the wish back")


def test_who_decides_says_why_it_waits_and_the_student_reads_that(scored: School):
    wish(scored)
    sleep(scored)
    scored.say("s1", "/forget yes")
    hear(scored, ERASING)
    assert "Jonas Peeters reads your words" in scored.tapped("c1", "it has to wait: say why")
    assert "told to Jonas Peeters" in scored.text("c1", "An appeal runs until June.")
    hear(scored, ERASING)
    assert "“An appeal runs until June.”" in told(scored, "s1", "answer")[-1]
    assert "Talk about it with Lien Martens" in scored.text("s1", "/forget")
    scored.later(days=60)
    hear(scored, ERASING)
    assert count(scored, score) == 8
    scored.say("c1", "/forget")
    scored.tap("c1", "erase now")
    scored.tap("c1", "yes, erase now")
    hear(scored, ERASING)
    assert count(scored, score) == 0


def test_after_the_days_the_clock_erases(scored: School):
    wish(scored)
    sleep(scored)
    scored.say("s1", "/forget yes")
    scored.later(days=29)
    hear(scored, ERASING)
    assert count(scored, score) == 8
    scored.later(days=1, hours=1)
    hear(scored, ERASING)
    assert count(scored, score) == 0
    assert count(scored, outbox, person_id=scored.people["m1"].person_id) == 0


@pytest.mark.parametrize("who", ["m1", "m2", "t1", "s2"])
def test_nobody_else_decides(scored: School, who: str):
    wish(scored)
    sleep(scored)
    scored.say("s1", "/forget yes")
    assert "Jonas" not in scored.text(who, "/forget")
    for code in ("fc:1:yes", "fh:1", "fl:1"):
        (answer,) = scored.tap_code(who, code)
        assert "nothing here for you to decide" in answer.text
    scored.later(minutes=5)
    hear(scored, ERASING)
    assert count(scored, score) == 8


def test_a_mentor_goes_and_the_record_of_the_student_stays(scored: School):
    assert "What you said of students is their record" in scored.text("m1", "/forget")
    scored.tap("m1", "I want to be forgotten")
    sleep(scored)
    scored.say("m1", "/forget yes")
    scored.later(days=31)
    hear(scored, ERASING)
    assert count(scored, score) == 8
    assert count(scored, note) == 1
    with scored.engine.begin() as connection:
        names = set(connection.execute(select(person.c.name)).scalars())
    assert "Karim Haddad" not in names


def test_whoever_guides_nobody_hears_nothing_of_what_guides_leave(scored: School):
    for line in ("/helps quiet, please", "/mydata"):
        scored.say("s1", line)
    shown = scored.text("s1", "/forget")
    assert "of students" not in shown
    assert "of a student" not in shown
    assert "And this stays" not in shown
    assert "What you said of students is their record" in scored.text("m1", "/forget")


def make_administrator(school: School, who: str) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        own = uow.people.find(school.people[who].person_id)
        assert own is not None
        uow.administrators.make(own, school.at)


def confirm(school: School, who: str = "s1") -> None:
    wish(school, who)
    sleep(school)
    school.say(who, "/forget yes")
    hear(school, ERASING)


def test_a_wish_that_waits_stands_among_what_is_open(scored: School):
    assert "wants to be forgotten" not in scored.text("c1", "/open")
    confirm(scored)
    said = scored.text("c1", "/open")
    assert "Jonas Peeters wants to be forgotten, and slept on it." in said
    assert "wants to be forgotten" not in scored.text("m1", "/open")
    scored.say("c1", "/open")
    scored.tap("c1", "it has to wait: say why")
    scored.say("c1", "The council of 18 December has to decide.")
    assert "wants to be forgotten" not in scored.text("c1", "/open")


def test_an_administrator_decides_who_has_no_track_with_the_student(scored: School):
    make_administrator(scored, "m2")
    confirm(scored)
    assert "Jonas Peeters wants to be forgotten" in scored.text("m2", "/forget")
    scored.tap("m2", "erase now")
    scored.tap("m2", "yes, erase now")
    hear(scored, ERASING)
    assert count(scored, score) == 0


def test_an_administrator_of_another_school_sees_and_decides_nothing(own_school: School):
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        other = uow.catalogue.add_organisation(OrganisationRow("Other", "en", "Europe/Brussels"))
        row = {"organisation_id": other.id, "school_id": "a9", "name": "Otto Other"}
        made = insert(person).values(**row, folded_name="otto other").returning(person.c.id)
        otto = connection.execute(made).scalar_one()
    own_school.people["a9"] = Speaker(otto, other.id)
    make_administrator(own_school, "a9")
    confirm(own_school)
    assert "Jonas" not in own_school.text("a9", "/forget")
    for code in ("fc:1:yes", "fc:1:ask", "fh:1"):
        (answer,) = own_school.tap_code("a9", code)
        assert "nothing here for you to decide" in answer.text
    with own_school.engine.begin() as connection:
        found = StoredUnitOfWork(connection).forgettings.find_open(
            own_school.people["s1"].person_id
        )
    assert found is not None
    assert found.held_at is None
    assert found.due_at is not None
    assert found.due_at > own_school.at


def test_nobody_decides_about_oneself(own_school: School):
    make_administrator(own_school, "c1")
    confirm(own_school, "c1")
    assert "erase now" not in own_school.buttons("c1")
    (answer,) = own_school.tap_code("c1", "fc:1:yes")
    assert "nothing here for you to decide" in answer.text


def test_a_wish_that_nobody_confirms_lapses(own_school: School):
    wish(own_school)
    own_school.later(days=15)
    assert "this goes for good" in own_school.text("s1", "/forget")
    assert "this goes for good" in own_school.text("s1", "/forget yes")
    own_school.tap("s1", "I want to be forgotten")
    assert count(own_school, forgetting, withdrawn_at=None) == 1
