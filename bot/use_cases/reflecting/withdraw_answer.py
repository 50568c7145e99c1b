"""Withdraw an answer."""

from datetime import datetime

from bot.domain.school.naming import in_full
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.reflecting.feedback.show_anew import show_anew
from bot.use_cases.reflecting.find_own_answer import OwnAnswer


def withdraw_answer(uow: UnitOfWork, answer: OwnAnswer, at: datetime) -> None:
    """Take an answer back: its words, its goals and what it was evidence for are deleted.

    It goes from the chats of those who were asked for feedback on it, and from what we keep of
    everybody's conversation here, with the photos and voice notes that we keep ourselves.
    """
    uow.acts.settle(answer.student_id, Act.ANSWER, answer.id, at)
    uow.acts.record(answer.student_id, Act.WITHDRAWN, at)
    words = {in_full(part.text) for part in answer.parts if part.text}
    words |= {in_full(goal.text) for goal in answer.goals}
    people = {person for person, _role in uow.interventions.list_scorers(answer.track_id)}
    people |= {coach for coach, _zone in uow.alerts.list_coaches(answer.track_id)}
    people |= {feedback.giver_id for feedback in answer.feedback}
    keys = {part.source for part in answer.parts if part.file}
    uow.transcripts.blank(people, words, answer.said_at, keys)
    uow.answers.withdraw(answer.id, at)
    show_anew(uow, answer.id, at)
