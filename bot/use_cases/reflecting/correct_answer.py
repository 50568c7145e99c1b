"""Correct an answer by an edited message."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.use_cases.reflecting.feedback.show_anew import show_anew


def correct_answer(
    uow: UnitOfWork, student_id: int, source: str, text: str, at: datetime
) -> int | None:
    """Replace the words of the message of an answer that was edited, and show them to who reads it.

    `source` names the message; gives the answer's id, None where it is part of none.
    """
    answer_id = uow.answers.correct(student_id, source, text)
    if answer_id is not None:
        show_anew(uow, answer_id, at)
    return answer_id
