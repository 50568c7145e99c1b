"""Add a message to an answer that was begun."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.ports.reflecting.answers import AnswerPart
from bot.use_cases.reflecting.find_own_answer import OwnAnswer


def add_part(uow: UnitOfWork, answer: OwnAnswer, part: AnswerPart, at: datetime) -> None:
    """Add a message to an answer: all its messages in a row are one."""
    uow.answers.add_part(answer.organisation_id, answer.id, part, at)
