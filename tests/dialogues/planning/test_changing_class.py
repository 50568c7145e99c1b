"""Groups on campus in a class group that changes: who moves or leaves, and lessons taken away."""

from datetime import UTC, datetime, time

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.domain.importing.drafts import RosterRow
from bot.storage.tables import campus_session, class_group, placement, track
from bot.use_cases.importing.import_roster import import_roster
from handlers.planning.campus.taps import SayGiven
from handlers.planning.lessons.taps import RemoveLesson
from handlers.talking.routing.tap import button
from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.planning.campus_school import after_lesson, found_example
from tests.dialogues.school import School

__all__ = ["own_school"]

MONDAY = datetime(2026, 10, 12, 7, tzinfo=UTC)


@pytest.fixture
def school(own_school: School) -> School:
    own_school.at = MONDAY
    found_example(own_school)
    own_school.found()
    own_school.say("t1", "/lessons 6A tue 9:00, wed 9:00")
    return own_school


def move(school: School, connection: Connection, *students: str) -> None:
    """Move students to a new class group, 6B."""
    old = connection.execute(select(class_group).where(class_group.c.name == "6A")).one()
    made = {**old._mapping, "name": "6B"}
    del made["id"]
    new = connection.execute(insert(class_group).returning(class_group.c.id), made).scalar_one()
    moved = [school.people[student].person_id for student in students]
    there = track.c.student_id.in_(moved)
    connection.execute(update(track).where(there).values(class_group_id=new))


def test_who_moved_is_in_the_old_groups_no_longer(school: School):
    school.say("t1", "/groups 6A confirm")
    assert "With: Bas, Cem and Dia" in school.text("a2", "/groups")
    with school.engine.begin() as connection:
        move(school, connection, "a2")
    assert "No groups of your next lesson" in school.text("a2", "/groups")
    assert "With: Cem and Dia" in school.text("a3", "/groups")
    shown = school.text("t1", "/groups 6A")
    assert "2 Grounds: Bas, Cem, Dia" in shown
    assert "join" not in shown


@pytest.mark.parametrize("leave", [False, True])
def test_a_lesson_is_answered_after_its_whole_class_group_moved_or_left(
    school: School, leave: bool
):
    school.say("t1", "/groups 6A confirm")
    students = ("a2", "a3", "a4", "a5")
    with school.engine.begin() as connection:
        if leave:
            tracks = select(track.c.id).where(
                track.c.student_id.in_([school.people[own].person_id for own in students])
            )
            ended = update(placement).where(placement.c.track_id.in_(tracks))
            connection.execute(ended.values(ended_at=school.at))
        else:
            move(school, connection, *students)
        lesson = connection.execute(select(campus_session.c.id)).scalar_one()
    after_lesson(school)
    told = [message.text for message in tick_through(school, 8).get("t1", ())]
    if not leave:
        assert "Lesson with 6B on Tue 13 Oct, 09:00: was it given as planned?" in "\n".join(told)
    for how in ("other", "yes"):
        (answer,) = school.tap_code("t1", button("", SayGiven(lesson, how)).code)
        assert "given as planned" in answer.text


def test_a_lesson_that_was_taken_away_is_neither_told_of_nor_asked_about(school: School):
    school.say("t1", "/groups 6A confirm")
    with school.engine.begin() as connection:
        named = select(class_group.c.id).where(class_group.c.name == "6A")
        group = connection.execute(named).scalar_one()
    school.tap_code("t1", button("", RemoveLesson(group, 1, time(9))).code)
    assert "No groups of your next lesson" in school.text("a2", "/groups")
    asked = [message.text for message in tick_through(school, 36).get("t1", ())]
    assert not [text for text in asked if "was it given" in text]


@pytest.mark.parametrize("sessions", [0, 41, 99])
def test_a_competence_takes_as_many_sessions_as_can_be_stored(school: School, sessions: int):
    said = school.text("t1", f"/groups 6A 2 takes {sessions}")
    assert f"A competence takes 1 to 40 sessions, not {sessions}." in said


def test_each_programme_of_a_class_group_goes_by_the_lessons_of_its_own_teacher(school: School):
    rows = (
        RosterRow(
            line=line,
            framework=framework,
            class_group="6A",
            student_id=student,
            student=f"{name} Student",
            workplace=f"Company {name}",
            mentor_id="m1",
            mentor="Karim Haddad",
            teacher_id=teacher,
            teacher=f"Teacher {teacher}",
            coach_id="c1",
            coach="Lien Martens",
        )
        for line, framework, student, name, teacher in (
            (2, "ELEC-1", "e1", "Eef", "t7"),
            (3, "CAMPUS-1", "a2", "Ada", "t9"),
            (4, "CAMPUS-1", "a3", "Bas", "t9"),
            (5, "CAMPUS-1", "a4", "Cem", "t9"),
            (6, "CAMPUS-1", "a5", "Dia", "t9"),
        )
    )
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        assert not import_roster(
            uow.catalogue, uow.catalogue.list_organisations()[0], rows
        ).rejected
    school.found()
    school.say("t7", "/lessons 6A fri 13:00")
    first, second = (shown.text for shown in school.say("c1", "/groups 6A"))
    assert "I do not know yet when 6A has lessons" in first  # who taught it left
    assert "Fri 16 Oct, 13:00" in second
    assert "8 Marks out routes: Eef" in second
    assert "Begin with one of your class groups: 6E and 7E." in school.text("t1", "/groups 6A")
