"""Change a student's own week."""

from datetime import datetime

from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.reflecting.prompts import Wishes


def change_week(uow: UnitOfWork, student: Person, wishes: Wishes, at: datetime) -> None:
    """Change on which days and when a question comes, and who reads new answers.

    What was planned by the week before and is not asked yet is planned anew, today's too.
    """
    was = uow.prompts.read_wishes(student.id)
    kept = {"days": sorted(was.days), "at": was.at.isoformat(), "share": was.share}
    uow.acts.record(student.id, Act.WEEK, at, before={"of": 0, **kept})
    uow.prompts.set_wishes(student.organisation_id, student.id, wishes)
    uow.prompts.unplan(student.id)
