"""Lesson times of a teacher: known ones stay once, and nobody takes another's away."""

from datetime import time

from bot.domain.planning.lessons import LessonTime
from bot.use_cases.planning.lessons.change_lessons import add_lessons, remove_lesson
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

MONDAY, THURSDAY = LessonTime(0, time(8, 30)), LessonTime(3, time(13))


def test_lessons_are_added_once_and_taken_away_by_their_teacher(own_school: School):
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        teacher, mentor = (
            uow.people.find(own_school.people[who].person_id) for who in ("t1", "m1")
        )
        assert teacher is not None
        assert mentor is not None
        group = uow.tracks.list_of(teacher.id)[0].class_group_id

        def times():
            return [table.times for table in uow.lessons.list_of_teacher(teacher.id)]

        add_lessons(uow, teacher, group, [THURSDAY], MORNING)
        add_lessons(uow, teacher, group, [MONDAY, THURSDAY], MORNING)
        assert times() == [(MONDAY, THURSDAY)]
        remove_lesson(uow, mentor, group, MONDAY, MORNING)
        assert times() == [(MONDAY, THURSDAY)]
        remove_lesson(uow, teacher, group, MONDAY, MORNING)
        assert times() == [(THURSDAY,)]
