"""Bring the question of every workplace day back."""

from datetime import datetime

from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


def bring_back(uow: UnitOfWork, student: Person, at: datetime) -> None:
    """Ask a student after every workplace day again, from an instant on."""
    uow.paces.bring_back(student.organisation_id, student.id, at)
