"""Answer a coach's question: the words go to the coach who asked, and to nobody else."""

from datetime import datetime

from bot.domain.divergence.interventions import InterventionKind
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.divergence import CoachQuestion
from bot.ports.telling.outbox import Posted
from bot.use_cases.divergence.record_intervention import record_intervention

ASKS_ANSWER = "answer"
"""What a message asks for that brings an answer back to the coach."""


def answer_question(uow: UnitOfWork, question: CoachQuestion, text: str, at: datetime) -> bool:
    """Keep an answer, and bring it to the coach; False, and nothing done, where there was one."""
    alert = uow.alerts.find(question.alert_id)
    if alert is None or not uow.interventions.add_answer(question.id, text, at):
        return False
    # That it was answered, never the words: other coaches of the track read the log too.
    record_intervention(uow, alert, question.asked_id, InterventionKind.ANSWERED, at)
    posted = Posted(
        question.asked_by_id,
        MessageKind.ANSWER,
        subject=f"{ASKS_ANSWER}:{question.id}",
        asks=ASKS_ANSWER,
        track_id=alert.track_id,
        about_id=question.id,
    )
    uow.outbox.post(posted, at)
    return True
