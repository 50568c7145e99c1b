"""Finish an answer."""

from datetime import datetime

from bot.domain.reflecting.following import most_after
from bot.ports import UnitOfWork
from bot.use_cases.reflecting.find_own_answer import OwnAnswer


def finish_answer(
    uow: UnitOfWork, answer: OwnAnswer, at: datetime, tells: int, *, skipped: bool = False
) -> None:
    """Finish an answer: from now on those it is shared with can read it.

    It tells so much of what a follow-up could ask, and by that the next one gets more or fewer.
    """
    if answer.done_at is not None:
        return
    uow.answers.finish(answer.id, at)
    most = uow.paces.read_follow_ups(answer.student_id)
    after = most_after(most, tells, skipped=skipped)
    if after != most:
        uow.paces.set_follow_ups(answer.organisation_id, answer.student_id, after)
