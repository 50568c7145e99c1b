"""Asking for feedback on an answer: a message to who is asked, that shows the answer as it stands.

What it says is composed when it is sent, so nobody reads what is not shared by then.
"""

from datetime import datetime

from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.reflecting.answers import Feedback, Reflection
from bot.ports.telling.outbox import Posted

ASKS_FEEDBACK = "feedback"
"""What a message asks for that carries an answer to give feedback on."""


def ask_feedback(uow: UnitOfWork, found: Reflection, giver_id: int, at: datetime) -> bool:
    """Ask somebody for feedback on an answer; False, and nothing kept, where out of reach."""
    one = uow.answers.ask_feedback(found.organisation_id, found.id, giver_id, at)
    if _posted(uow, one, giver_id, found.track_id, at):
        return True
    uow.answers.drop_feedback(one)
    return False


def show_anew(uow: UnitOfWork, answer_id: int, at: datetime) -> None:
    """Show what became of an answer to those who were asked.

    Whom no message reached, and who may read it now, is asked once more.
    """
    for one in uow.answers.list_feedback_on(answer_id):
        if one.outbox_id is None or not uow.outbox.say_anew(one.outbox_id, at):
            _ask_anew(uow, one, at)


def _ask_anew(uow: UnitOfWork, one: Feedback, at: datetime) -> None:
    shown = uow.answer_reads.find(one.giver_id, one.answer_id)
    if shown is not None and one.text is None:
        _posted(uow, one.id, one.giver_id, shown.track_id, at)


def _posted(uow: UnitOfWork, feedback: int, giver_id: int, track_id: int, at: datetime) -> bool:
    # By its instant too: of one subject there is never a second message.
    subject = f"{ASKS_FEEDBACK}:{feedback} {at.isoformat()}"
    posted = Posted(
        giver_id, MessageKind.QUESTION, subject, ASKS_FEEDBACK, track_id, about_id=feedback
    )
    message = uow.outbox.post(posted, at)
    if message is not None:
        uow.answers.record_feedback_sent(feedback, message)
    return message is not None
