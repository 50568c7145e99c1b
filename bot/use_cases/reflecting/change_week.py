"""Change a student's own week."""

from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.reflecting.prompts import Wishes


def change_week(uow: UnitOfWork, student: Person, wishes: Wishes) -> None:
    """Change on which days and when a question comes, and who reads new answers.

    What was planned by the week before and is not asked yet is planned anew, today's too.
    """
    uow.prompts.set_wishes(student.organisation_id, student.id, wishes)
    uow.prompts.unplan(student.id)
