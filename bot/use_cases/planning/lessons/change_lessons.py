"""Change when a teacher has lessons with a class group."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.planning.lessons import LessonTime
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act


def add_lessons(
    uow: UnitOfWork,
    teacher: Person,
    class_group_id: int,
    times: Collection[LessonTime],
    at: datetime,
) -> None:
    """Add lesson times of a teacher with a class group; those that are known stay once."""
    known = _list_times(uow, teacher, class_group_id) or set()
    _set(uow, teacher, class_group_id, known, known | {*times}, at)


def remove_lesson(
    uow: UnitOfWork, teacher: Person, class_group_id: int, time: LessonTime, at: datetime
) -> None:
    """Take one of a teacher's lesson times away; a class group not taught by them is left alone."""
    known = _list_times(uow, teacher, class_group_id)
    if known is not None:
        _set(uow, teacher, class_group_id, known, known - {time}, at)


def _set(
    uow: UnitOfWork,
    teacher: Person,
    class_group_id: int,
    before: set[LessonTime],
    after: set[LessonTime],
    at: datetime,
) -> None:
    if after != before:
        kept = [(time.weekday, time.starts.isoformat()) for time in sorted(before)]
        uow.acts.record(teacher.id, Act.LESSONS, at, before={"of": class_group_id, "times": kept})
        uow.lessons.set_times(teacher.organisation_id, class_group_id, teacher.id, after)


def _list_times(uow: UnitOfWork, teacher: Person, class_group_id: int) -> set[LessonTime] | None:
    tables = uow.lessons.list_of_teacher(teacher.id)
    for table in tables:
        if table.class_group_id == class_group_id:
            return set(table.times)
    return None
