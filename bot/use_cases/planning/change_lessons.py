"""Change when a teacher has lessons with a class group."""

from collections.abc import Collection

from bot.domain.planning.lessons import LessonTime
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


def add_lessons(
    uow: UnitOfWork, teacher: Person, class_group_id: int, times: Collection[LessonTime]
) -> None:
    """Add lesson times of a teacher with a class group; those that are known stay once."""
    known = _list_times(uow, teacher, class_group_id) or set()
    uow.lessons.set_times(teacher.organisation_id, class_group_id, teacher.id, known | {*times})


def remove_lesson(uow: UnitOfWork, teacher: Person, class_group_id: int, time: LessonTime) -> None:
    """Take one of a teacher's lesson times away; a class group not taught by them is left alone."""
    known = _list_times(uow, teacher, class_group_id)
    if known is not None:
        uow.lessons.set_times(teacher.organisation_id, class_group_id, teacher.id, known - {time})


def _list_times(uow: UnitOfWork, teacher: Person, class_group_id: int) -> set[LessonTime] | None:
    tables = uow.lessons.list_of_teacher(teacher.id)
    for table in tables:
        if table.class_group_id == class_group_id:
            return set(table.times)
    return None
