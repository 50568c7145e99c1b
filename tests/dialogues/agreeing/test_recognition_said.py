"""Where a recognition is needed, how it is said in words, and what is refused."""

from datetime import date

import pytest
from sqlalchemy import update

from bot.domain.dated import Dated, Matter
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_RECOGNITIONS
from bot.storage.tables import involvement
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.agreeing.recognitions.list_dated import list_dated
from tests.dialogues.agreeing.settings import stands_in, starts, tapped_code
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

UNKNOWN = "until when it is recognised is not known"


def dated(school: School, until: date) -> list[Dated]:
    """List what of recognitions has a date for the coach."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people["c1"].person_id)
        assert person is not None
        with school.statements() as asked:
            found = list_dated(uow, person, uow.tracks.list_of(person.id), until, school.at.date())
        assert len(asked) < 8
    return found


@pytest.mark.parametrize("setting", [Setting.HIGHER, Setting.ENTREPRENEURIAL])
def test_outside_compulsory_education_none_is_needed(own_school: School, setting: Setting):
    stands_in(own_school, setting)
    none = "At none of your students’ workplaces a recognition is needed."
    assert own_school.text("c1", "/recognition") == none
    assert "recogni" not in own_school.text("c1", "/activities 8")
    assert "For this programme no recognition is needed." in tapped_code(own_school, "c1", "grs:1")
    assert dated(own_school, date(2040, 1, 1)) == []


def test_where_the_setting_is_not_said_nothing_is_missing_and_what_is_said_is_followed(
    own_school: School,
):
    listed = own_school.text("c1", "/recognition")
    assert listed.startswith("No recognition ends soon.\n")
    assert f"· Elektro bv · Electrician: {UNKNOWN}" in listed
    shown = own_school.text("c1", "/recognition volta nv")
    assert "Whoever runs Kompaan for the school says it." in shown
    assert dated(own_school, date(2026, 10, 28)) == []
    own_school.say("c1", "/recognition volta until 20/10/2026")
    (ends,) = dated(own_school, date(2026, 10, 28))
    assert (ends.matter, ends.due_on) == (Matter.RECOGNITION, date(2026, 10, 20))


def test_a_day_is_typed_behind_the_command_in_four_languages(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    said = {
        "/recognition elektro until 31/08/2030": "recognised until 31 Aug 2030",
        "/erkenning elektro bv tot en met 31/8/2029": "recognised until 31 Aug 2029",
        "/agrement volta jusqu'au 31 août 2028": "recognised until 31 Aug 2028",
        "/anerkennung volta nv erteilt am 1.9.2025": "recognised until 31 Aug 2030",
        "/recognition volta 1/9/2024": "recognised until 31 Aug 2029",
        "/recognition volta until 1/9/2026": "⚠ its recognition ended on 1 Sep",
    }
    for line, stored in said.items():
        assert stored in own_school.text("c1", line), line


def test_what_cannot_be_is_refused_and_changes_nothing(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    refused = "Nothing was changed: a recognition lasts five years"
    assert refused in own_school.text("c1", "/recognition elektro 31/12/2040")
    assert refused in own_school.text("c1", "/recognition elektro given 01/12/2026")
    assert "I read no day in that" in own_school.text("c1", "/recognition elektro soon")
    assert "Begin with one of these: Elektro bv and Volta nv" in own_school.text(
        "c1", "/recognition nowhere 31/8/2030"
    )
    assert own_school.text("c1", "/recognition").count(UNKNOWN) == 2
    own_school.say("c1", "/recognition elektro 31/8/2030")
    assert "Nothing changed:" in own_school.text("c1", "/recognition elektro 31/8/2030")


def test_who_is_no_coach_reads_it_with_the_activities(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    for who in ("s1", "m1", "t1"):
        assert own_school.text(who, "/recognition").startswith("A coach sees here")
        for code in ("grs:1", "gru:1", "grd:1:20310831", "grf:1:20260901", "gra:1"):
            assert tapped_code(own_school, who, code).startswith("That workplace is not one")
    assert own_school.text("c1", "/recognition").count(UNKNOWN) == 2


def test_on_the_desk_before_the_first_day_there_and_at_each_warning(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    soon = date(2026, 10, 28)
    assert [(own.place, own.due_on) for own in dated(own_school, soon)] == [
        ("Elektro bv", None),
        ("Volta nv", None),
    ]
    starts(own_school, date(2026, 11, 30))
    assert dated(own_school, soon) == []
    wanted = date(2026, 11, 2)  # four weeks before, as the list of an agreement has it
    assert {own.due_on for own in dated(own_school, wanted)} == {wanted}
    own_school.say("c1", "/recognition elektro 31/8/2031")
    own_school.say("c1", "/recognition volta 20/4/2027")
    (volta,) = dated(own_school, soon)  # six months before its end
    assert (volta.due_on, volta.ends_on) == (date(2026, 10, 20), date(2027, 4, 20))
    assert volta.student == "Nicolas Maes"
    own_school.later(days=30)
    (volta,) = dated(own_school, date(2026, 11, 27))  # it stays, with the next warning
    assert volta.due_on == date(2027, 2, 20)
    own_school.tap_code("c1", f"gra:{volta.about_id}")
    (volta,) = dated(own_school, date(2026, 11, 27))  # asked for: the end is what counts
    assert volta.due_on == date(2027, 4, 20)
    own_school.later(days=160)
    (volta,) = dated(own_school, date(2027, 5, 10))
    assert volta.due_on == date(2027, 4, 20)


@pytest.mark.parametrize("role", [Role.MENTOR, Role.TEACHER, Role.COACH])
def test_who_follows_it_goes_by_the_table(own_school: School, role: Role):
    person = own_school.people["c1"].person_id
    with own_school.engine.begin() as connection:
        mine = involvement.c.person_id == person
        connection.execute(update(involvement).where(mine).values(role=role.value))
        uow = StoredUnitOfWork(connection)
        tracks = [track.id for track in uow.tracks.list_of(person)]
        assert tracks
        assert bool(uow.recognitions.list_of(person, tracks)) == (role in SEES_RECOGNITIONS)
        for other in own_school.people.values():
            if other.person_id != person:
                assert not uow.recognitions.list_of(other.person_id, tracks)


def test_a_word_of_the_name_and_who_learns_there_find_a_workplace(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    assert own_school.text("c1", "/recognition nv").startswith("Volta nv · Electrician\n")
    assert own_school.text("c1", "/recognition nicolas").startswith("Volta nv · Electrician\n")
    stored = own_school.text("c1", "/recognition jonas until 31/8/2030")
    assert stored.startswith("Stored:\nElektro bv · Electrician\nrecognised until 31 Aug 2030")
    assert own_school.text("c1", "/mentortraining volta").startswith(
        "The training for mentors of An Claes"
    )


def test_after_a_day_that_cannot_be_another_is_typed_at_once(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    own_school.say("c1", "/recognition elektro soon")
    assert "recognised until 31 Aug 2030" in own_school.text("c1", "31/8/2030")
    own_school.say("c1", "31/12/2040")
    assert "recognised until 31 Aug 2031" in own_school.text("c1", "31/8/2031")
