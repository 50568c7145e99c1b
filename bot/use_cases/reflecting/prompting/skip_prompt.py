"""Skip a question."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.reflecting.prompts import AskedPrompt


def skip_prompt(
    uow: UnitOfWork, student_id: int, prompt_id: int, at: datetime
) -> AskedPrompt | None:
    """Leave a question of a student's unanswered; one that has its answer keeps it.

    Gives the question as it was found, None where there is none.
    """
    prompt = uow.prompts.find(student_id, prompt_id)
    if prompt is not None and prompt.answer_id is None:
        uow.acts.record(student_id, Act.SKIPPED, at)
        uow.prompts.skip(prompt.id, at)
    return prompt
