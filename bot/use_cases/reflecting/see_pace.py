"""See how often a student is asked something unasked."""

from datetime import datetime

from bot.domain.reflecting.pace import Pace, pace_after
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.use_cases.reflecting.ask_prompt import REMEMBERED


def see_pace(uow: UnitOfWork, student: Person, before: datetime) -> Pace:
    """Say how often questions come, by what stayed unanswered of those before an instant."""
    unanswered = uow.paces.list_unanswered(student.id, before - REMEMBERED)
    return pace_after(sum(asked_at < before for asked_at in unanswered))
