"""Find an answer for the student who gave it: only that student decides what becomes of it."""

from typing import NewType

from bot.ports import UnitOfWork
from bot.ports.reflecting.answers import Reflection

OwnAnswer = NewType("OwnAnswer", Reflection)
"""An answer that was found for its own student: whatever changes an answer asks for one."""


def find_own_answer(uow: UnitOfWork, student_id: int, answer_id: int | None) -> OwnAnswer | None:
    """Find an answer of a student's own; None where it is not there, withdrawn, or another's."""
    found = uow.answer_reads.find(student_id, answer_id) if answer_id else None
    return OwnAnswer(found) if found and found.student_id == student_id else None
