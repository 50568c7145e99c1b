"""Share an answer."""

from datetime import datetime

from bot.domain.reflecting.sharing import Share
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.reflecting.feedback.show_anew import show_anew
from bot.use_cases.reflecting.find_own_answer import OwnAnswer


def share_answer(uow: UnitOfWork, answer: OwnAnswer, share: Share, at: datetime) -> None:
    """Say who may read an answer, and show that to those who were asked for feedback on it."""
    if share is not answer.share:
        kept = {"of": answer.id, "share": answer.share}
        uow.acts.record(answer.student_id, Act.SHARE, at, before=kept)
    uow.answers.set_share(answer.id, share)
    show_anew(uow, answer.id, at)
