"""Who says that a mentor followed the training, in which words, and what is refused."""

from datetime import date

import pytest
from sqlalchemy import update

from bot.domain.dated import Dated
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_MENTOR_COURSES
from bot.storage.tables import involvement
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.agreeing.mentor_courses.list_dated import list_dated
from tests.dialogues.agreeing.settings import stands_in, starts, tapped_code
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


def dated(school: School, until: date) -> list[Dated]:
    """List what of mentors' training has a date for the coach."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people["c1"].person_id)
        assert person is not None
        with school.statements() as asked:
            found = list_dated(uow, person, uow.tracks.list_of(person.id), until, school.at.date())
        assert len(asked) < 8
    return found


def test_a_mentor_says_the_own_and_the_coach_reads_whose_word_it_is(own_school: School):
    shown = own_school.text("m1", "/mentoropleiding")
    assert shown.startswith("Your training for mentors\nnot followed yet\nIt is advised")
    assert "followed on 3 Mar 2025" in own_school.text("m1", "/mentortraining gevolgd op 3/3/2025")
    assert "planned for 3 Nov" in own_school.text("m1", "/mentortraining 3/11/2026")
    listed = own_school.text("c1", "/mentortraining")
    assert listed.splitlines()[0] == "The training for mentors:"
    assert "· Karim Haddad · Elektro bv: planned for 3 Nov" in listed
    own_school.say("m1", "/mentortraining")
    own_school.tap("m1", "followed …")
    assert "followed\n" in own_school.tapped("m1", "I do not know the day any more")
    assert "followed, says Karim Haddad" in own_school.text("c1", "/mentortraining karim")
    assert "↩ Undone" in own_school.text("m1", "/undo")
    assert "planned for 3 Nov" in own_school.text("c1", "/mentortraining karim")


def test_what_cannot_be_is_refused_and_changes_nothing(own_school: School):
    own_school.say("c1", "/mentortraining an")
    own_school.tap("c1", "followed …")
    refused = own_school.text("c1", "3/3/2027")
    assert refused.startswith("Nothing was stored: it was followed today or before.\nAn Claes")
    assert "followed on 3 Mar 2025" in own_school.text("c1", "3/3/2025")  # still asked
    own_school.say("c1", "/undo")
    own_school.say("c1", "/mentortraining an")
    own_school.tap("c1", "planned …")
    refused = own_school.text("c1", "3/3/2026")
    assert refused.startswith("Nothing was stored: it is planned for a day to come")
    assert own_school.text("m1", "/mentortraining soon").startswith("I read no day in that.")
    assert own_school.text("c1", "/mentortraining an").splitlines()[1] == "not followed yet"
    for who in ("s1", "t1"):
        assert own_school.text(who, "/mentortraining").startswith("Mentors and coaches see here")


def test_nobody_says_it_of_another_but_the_coach(own_school: School):
    for who in ("s1", "m1", "t1"):
        other = own_school.people["m2"].person_id
        for code in ("gcs:{}", "gca:{}:done", "gcn:{}:done", "gcd:{}"):
            said = tapped_code(own_school, who, code.format(other))
            assert said == "That is no mentor of your students. Nothing was changed."


def test_what_was_moved_or_done_by_then_is_not_asked(own_school: School):
    own_school.say("c1", "/mentortraining karim 19/10/2026")
    own_school.say("c1", "/mentortraining karim 22/10/2026")
    own_school.say("c1", "/mentortraining an 19/10/2026")
    own_school.later(days=6, hours=3)  # the 20th
    arrived = tick(own_school)
    assert "m1" not in arrived
    (asked,) = arrived["m2"]
    assert asked.text.startswith(
        "Your training for mentors was planned for 19 Oct. Did you follow it?"
    )
    own_school.tap("m2", "it is on another day")
    assert "planned for 2 Nov" in own_school.text("m2", "2/11/2026")
    own_school.say("m1", "/mentortraining 13/10/2026")
    own_school.later(days=3)  # the 23rd
    assert "m1" not in tick(own_school)


def test_on_the_desk_where_it_misses_is_planned_or_over(own_school: School):
    soon = date(2026, 10, 28)
    assert dated(own_school, soon) == []  # advised alone
    stands_in(own_school, Setting.COMPULSORY)
    assert [(own.words, own.due_on) for own in dated(own_school, soon)] == [
        ("An Claes", None),
        ("Karim Haddad", None),
    ]
    starts(own_school, date(2026, 11, 2))
    assert dated(own_school, soon) == []
    own_school.say("c1", "/mentortraining karim 19/10/2026")
    own_school.say("c1", "/mentortraining an 1/3/2024")
    (karim,) = dated(own_school, soon)
    assert (karim.words, karim.due_on) == ("Karim Haddad", date(2026, 10, 19))
    own_school.later(days=10)
    (late,) = dated(own_school, date(2026, 11, 7))
    assert late.due_on == date(2026, 10, 19)
    own_school.say("m1", "/mentortraining 19/10/2026")
    assert dated(own_school, date(2026, 11, 7)) == []


@pytest.mark.parametrize("role", [Role.MENTOR, Role.TEACHER, Role.COACH])
def test_who_sees_it_goes_by_the_table(own_school: School, role: Role):
    person = own_school.people["c1"].person_id
    with own_school.engine.begin() as connection:
        mine = involvement.c.person_id == person
        connection.execute(update(involvement).where(mine).values(role=role.value))
        uow = StoredUnitOfWork(connection)
        tracks = [track.id for track in uow.tracks.list_of(person)]
        assert tracks
        assert bool(uow.mentor_courses.list_mentors(person, tracks)) == (
            role in SEES_MENTOR_COURSES
        )
        for other in own_school.people.values():
            if other.person_id != person:
                assert not uow.mentor_courses.list_mentors(other.person_id, tracks)
