"""Finish an answer."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.use_cases.reflecting.find_own_answer import OwnAnswer


def finish_answer(uow: UnitOfWork, answer: OwnAnswer, at: datetime) -> None:
    """Finish an answer: from now on those it is shared with can read it."""
    uow.answers.finish(answer.id, at)
