"""Ask for feedback on an answer by a message that shows it, and show it anew when it changes.

What it says is composed when it is sent, so nobody reads what is not shared by then.
"""

from datetime import datetime

from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.ports.reflecting.answers import Feedback
from bot.use_cases.telling.personal_questions import Envelope, post_question


def show_anew(uow: UnitOfWork, answer_id: int, at: datetime) -> None:
    """Show what became of an answer to those who were asked for feedback on it.

    Whom no message reached, and who may read it now, is asked once more.
    """
    for feedback in uow.answers.list_feedback_on(answer_id):
        if feedback.outbox_id is None or not uow.outbox.say_anew(feedback.outbox_id, at):
            _ask_anew(uow, feedback, at)


def _ask_anew(uow: UnitOfWork, feedback: Feedback, at: datetime) -> None:
    answer = uow.answer_reads.find(feedback.giver_id, feedback.answer_id)
    if answer is not None and feedback.text is None:
        post_request(
            uow, Envelope(Asks.FEEDBACK, feedback.id, feedback.giver_id, answer.track_id), at
        )


def post_request(uow: UnitOfWork, request: Envelope, at: datetime) -> bool:
    """Send a request for feedback, and keep by which message; False where out of reach."""
    message = post_question(uow, request, at)
    if message is not None:
        uow.answers.record_feedback_sent(request.about_id, message)
    return message is not None
