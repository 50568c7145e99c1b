"""Answer a student who asked for feedback: about the task and no mark.

Only the student and who gave it read it.
"""

from datetime import datetime

from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.reflecting.answers import Reflection
from bot.use_cases.reflecting.feedback.show_anew import show_anew
from bot.use_cases.telling.personal_questions import (
    Envelope,
    Refusal,
    Refused,
    list_lately_asked,
    post_answer,
)


def find_asked_answer(uow: UnitOfWork, giver_id: int, feedback_id: int) -> Reflection:
    """Find the answer on which somebody is asked for feedback.

    Raises Refused where this person was not asked, may not read the answer any more, or gave the
    feedback before.
    """
    feedback = uow.answers.find_feedback(feedback_id)
    if feedback is None or feedback.giver_id != giver_id:
        raise Refused(Refusal.GONE)
    answer = uow.answer_reads.find(giver_id, feedback.answer_id)
    if answer is None:
        raise Refused(Refusal.GONE)
    if feedback.text is not None:
        raise Refused(Refusal.ANSWERED)
    return answer


def find_lately_asked(uow: UnitOfWork, giver_id: int, at: datetime) -> tuple[int, datetime] | None:
    """Find the newest feedback that somebody was asked for lately and did not give.

    Gives its id, and when the request reached them.
    """
    for arrived in list_lately_asked(uow, giver_id, Asks.FEEDBACK, at):
        try:
            find_asked_answer(uow, giver_id, arrived.about_id)
        except Refused:
            continue
        return arrived.about_id, arrived.at
    return None


def give_feedback(
    uow: UnitOfWork, giver_id: int, feedback_id: int, text: str, at: datetime
) -> None:
    """Keep feedback, bring it to the student, and show the answer as it stands now.

    Raises Refused where none is wanted of this person.
    """
    answer = find_asked_answer(uow, giver_id, feedback_id)
    if not uow.answers.give_feedback(feedback_id, text, at):
        raise Refused(Refusal.ANSWERED)
    uow.acts.record(giver_id, Act.FEEDBACK, at)
    post_answer(
        uow, Envelope(Asks.FEEDBACK_GIVEN, feedback_id, answer.student_id, answer.track_id), at
    )
    show_anew(uow, answer.id, at)
