"""Who reads what is answered to a coach's question, and whom else it may reach."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.ports.divergence import CoachQuestion
from bot.use_cases.telling.personal_questions import Envelope, is_in_reach, post_answer

READERS = (Role.COACH, Role.TEACHER)
"""Who may read an answer: a coach, or a teacher whom the writer chose instead."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody around a student who may read an answer, by name and role."""

    person_id: int
    name: str
    role: Role


def find_reader(uow: UnitOfWork, question: CoachQuestion, at: datetime) -> Reader | None:
    """Find who reads the answer to a question now: who asked it, while still around the student.

    None where that person has left the student, or is out of reach in every chat.
    """
    around = _around(uow, question, at)
    return next((reader for reader in around if reader.person_id == question.asked_by_id), None)


def list_readers(uow: UnitOfWork, question: CoachQuestion, at: datetime) -> Sequence[Reader]:
    """List whom an answer may reach now: the track's coaches first, then its teachers."""
    around = _around(uow, question, at)
    return [reader for reader in around if reader.person_id != question.asked_id]


def choose_reader(
    uow: UnitOfWork, question: CoachQuestion, reader: Reader, at: datetime
) -> CoachQuestion:
    """Let somebody else read the answer to a question; one that reached nobody goes there now."""
    uow.interventions.hand_on(question.id, reader.person_id)
    if question.answer is not None:
        alert = uow.alerts.find(question.alert_id)
        track_id = alert.track_id if alert else None
        post_answer(uow, Envelope(Asks.ANSWER, question.id, reader.person_id, track_id), at)
    return replace(question, asked_by_id=reader.person_id)


def _around(uow: UnitOfWork, question: CoachQuestion, at: datetime) -> Sequence[Reader]:
    alert = uow.alerts.find(question.alert_id)
    if alert is None:
        return []
    coaches = [(person, Role.COACH) for person, _zone in uow.alerts.list_coaches(alert.track_id)]
    seats = [*coaches, *uow.interventions.list_scorers(alert.track_id)]
    found: dict[int, Reader] = {}
    for person_id, role in seats:
        person = uow.people.find(person_id) if role in READERS else None
        if person is not None and is_in_reach(uow, person_id, at):
            found.setdefault(person_id, Reader(person_id, person.name, role))
    return list(found.values())
