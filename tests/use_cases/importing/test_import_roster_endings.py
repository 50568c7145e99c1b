"""What ends, ends: a last day in a roster, a row that is gone, and who was around until then."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ports.worlds import World
from bot.storage.school.tracks import StoredTracks
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.roster_cells import day_in
from bot.use_cases.joining.end_placements import end_over, end_placements
from bot.use_cases.joining.resume_placements import last_ended, resume_placements
from tests.exchange.english import english
from tests.use_cases.importing.imports import BAKER, JONAS, NOOR, counts, in_memory, school

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
MILL = replace(JONAS, line=3, workplace="The Mill", mentor_id="m2", mentor="Piet Smet")


@pytest.fixture
def oven():
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        yield own


@pytest.fixture
def uow(oven):
    return StoredUnitOfWork(oven.connection)


def notices(report):
    return [english(told.text) for told in report.notices]


def reasons(report):
    return [english(left.reason) for left in report.rejected]


def jonas(uow):
    person = next(person for person in uow.people.list_all() if person.school_id == "s1")
    return uow.endings.list_of_student(person.id)


def sees(oven, school_id):
    ((person,),) = oven.rows(f"SELECT id FROM person WHERE school_id = '{school_id}'")
    return [track.student for track in StoredTracks(oven.connection, {}).list_of(person)]


def over(uow, day):
    noon = datetime(2026, 11, day, 12, tzinfo=UTC)
    return end_over(uow, World(False, noon), ["Europe/Brussels"])


def test_a_placement_that_the_file_no_longer_has_is_named_with_the_command(oven):
    oven.enrol(JONAS)
    report = oven.enrol(replace(MILL, line=2))
    assert notices(report) == [
        "Jonas Verlinde is still at The Oven, not in this file; to end that: "
        "kompaan track end s1 --workplace 'The Oven'"
    ]
    assert sees(oven, "m1") == ["Jonas Verlinde"]


def test_a_student_who_is_gone_from_the_class_group_is_named(oven):
    oven.enrol(JONAS, NOOR)
    assert notices(oven.enrol(JONAS)) == [
        "1 student of these class groups is not in this file: Noor Peeters (s2); to end a track: "
        "kompaan track end ID"
    ]
    elsewhere = replace(JONAS, student_id="s3", student="Amir Good", class_group="6B")
    assert notices(oven.enrol(elsewhere)) == []
    assert notices(oven.enrol(JONAS, replace(NOOR, workplace=""))) == [
        "Noor Peeters is still at The Oven, not in this file; to end that: "
        "kompaan track end s2 --workplace 'The Oven'"
    ]


def test_who_was_around_an_ended_placement_sees_nothing_and_comes_back_with_it(oven, uow):
    oven.enrol(JONAS, MILL)
    before = oven.everything()
    end_placements(uow, [life for life in jonas(uow) if life.workplace == "The Oven"], AT)
    assert sees(oven, "m1") == []
    assert sees(oven, "t1") == ["Jonas Verlinde"]
    assert {life.workplace: life.ended_at for life in jonas(uow)} == {
        "The Oven": AT,
        "The Mill": None,
    }
    resume_placements(uow, last_ended(jonas(uow)), AT)
    assert sees(oven, "m1") == ["Jonas Verlinde"]
    after = oven.everything()
    assert len(after.pop("rights_act")) == 2
    assert before.pop("rights_act") == []
    assert after == before


def test_a_track_ends_with_its_last_placement_and_the_student_keeps_looking(oven, uow):
    oven.enrol(JONAS)
    end_placements(uow, jonas(uow), AT)
    assert [sees(oven, who) for who in ("s1", "m1", "t1", "c1")] == [["Jonas Verlinde"], [], [], []]
    oven.learn(replace(BAKER, code="BK-0999-3", version="3"))
    assert oven.enrol(replace(JONAS, framework="BK-0999-3")).rejected == ()
    assert sees(oven, "s1") == ["Jonas Verlinde"]
    (track,) = StoredTracks(oven.connection, {}).list_of(1)
    assert track.programme_id == 2


def test_no_line_takes_up_again_what_has_ended_unless_it_says_until_when(oven, uow):
    oven.enrol(JONAS)
    end_placements(uow, jonas(uow), AT)
    before = oven.everything()
    assert reasons(oven.enrol(JONAS)) == [
        "Jonas Verlinde ended at The Oven: leave the line out, or take it up again first "
        "(kompaan track resume s1 --workplace 'The Oven')"
    ]
    assert oven.everything() == before
    assert oven.enrol(replace(JONAS, ends="2027-06-30")).rejected == ()
    assert sees(oven, "m1") == ["Jonas Verlinde"]


def test_a_last_day_ends_a_placement_the_day_after_and_the_file_again_changes_nothing(oven, uow):
    row = replace(JONAS, ends="13/11/2026")
    oven.enrol(row)
    assert over(uow, 13) == 0
    assert sees(oven, "m1") == ["Jonas Verlinde"]
    assert over(uow, 14) == 1
    assert over(uow, 15) == 0
    assert sees(oven, "m1") == []
    before = oven.everything()
    report = oven.enrol(row)
    assert report.rejected == ()
    assert set(counts(report)) == {"unchanged"}
    assert oven.everything() == before


def test_who_has_ended_at_a_workplace_may_come_back_in_another_role(oven, uow):
    oven.enrol(JONAS)
    second = replace(MILL, teacher_id="m1", teacher="Karim Haddad")
    assert reasons(oven.enrol(second)) == [
        "m1 is still around at The Oven, and cannot be both mentor and teacher of one student: "
        "end that placement first (kompaan track end s1 --workplace 'The Oven')"
    ]
    end_placements(uow, jonas(uow), AT)
    assert oven.enrol(second).rejected == ()


@pytest.mark.parametrize(
    "ends", ["soon", "31/2/2027", "1/1/1899", "30-6", "46203", "2027-13-01", "30/6/27", "#N/A"]
)
def test_what_is_no_last_day_is_refused(oven, ends):
    assert reasons(oven.enrol(replace(JONAS, ends=ends))) == [
        f"{ends} is no last day such as 2027-06-30 or 30/6/2027"
    ]


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_last_day_is_read_as_people_and_spreadsheets_write_it(day):
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
        assert day_in(day.strftime(form)) == day


def test_a_first_day_is_kept_and_a_wrong_one_is_refused(oven):
    assert oven.enrol(replace(JONAS, starts="1/9/2026", ends="2027-06-30")).rejected == ()
    days = "SELECT starts_on, ends_on FROM placement"
    assert oven.rows(days) == [("2026-09-01", "2027-06-30")]
    oven.enrol(JONAS)
    assert oven.rows(days) == [("2026-09-01", "2027-06-30")]
    assert reasons(oven.enrol(replace(JONAS, starts="soon"))) == [
        "soon is no first day such as 2026-09-01 or 1/9/2026"
    ]
    assert reasons(oven.enrol(replace(JONAS, starts="2027-07-01", ends="2027-06-30"))) == [
        "the last day, 2027-06-30, is before the first, 2027-07-01"
    ]
    assert oven.rows(days) == [("2026-09-01", "2027-06-30")]
