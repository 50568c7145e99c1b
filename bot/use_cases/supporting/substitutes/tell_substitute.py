"""Tell those whom it concerns that somebody stands in, or does so no more."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain.school.tracks import Role
from bot.domain.supporting.substitutes import Substitution
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.telling.outbox import Posted

LASTS = timedelta(days=7)
"""How long a message about it is of use."""


def tell_substitution(
    uow: UnitOfWork, named: Substitution, asks: Asks, by: int | None, at: datetime
) -> None:
    """Tell both, the students and the coaches, but who did it: each of them once.

    That it ended, or goes on after all, is told to nobody who did not hear the opposite yet.
    """
    told: dict[int, int] = {}
    for person, part in _concerned(uow, named):
        if person != by:
            told.setdefault(person, part)
    for person in uow.substitutes.list_unheard(list(told), named.ids, asks):
        del told[person]
    for person, part in told.items():
        tell_one(uow, (named.first.organisation_id, person), asks, part, at)


def tell_one(uow: UnitOfWork, to: tuple[int, int], asks: Asks, about_id: int, at: datetime) -> None:
    """Tell somebody of a school (its identity, theirs) within the one message of their day.

    Who is away gets none, and is told by itself: nothing else comes on that day.
    """
    organisation_id, person = to
    subject = f"{asks}:{about_id}:{uuid4().hex}"
    until = uow.people.read_preferences(person).absent_until
    if until is not None and until > at:
        alone = Posted(
            person, MessageKind.ANSWER, subject, asks, expires_at=at + LASTS, about_id=about_id
        )
        uow.outbox.post(alone, at)
        return
    errand = NewErrand(
        organisation_id=organisation_id,
        person_id=person,
        kind=ErrandKind.SUBSTITUTE,
        subject=subject,
        due_at=at,
        expires_at=at + LASTS,
        about_id=about_id,
        since=at,
    )
    uow.errands.give([errand])


def _concerned(uow: UnitOfWork, named: Substitution) -> Iterator[tuple[int, int]]:
    first = named.first
    yield first.person_id, first.id
    if uow.school_people.find(first.organisation_id, first.absent_id) is not None:
        yield first.absent_id, first.id
    for part in named.parts:
        yield part.student_id, part.id
        for coach, _zone in uow.alerts.list_coaches(part.track_id):
            yield coach, part.id


def hand_questions(uow: UnitOfWork, named: Substitution, of: int, to: int, at: datetime) -> None:
    """Hand what coaches asked of one to the other, where it waits for an answer."""
    tracks = {own.track_id for own in named.parts}
    role: Role = named.first.role
    for question in uow.substitutes.hand_questions(tracks, role, of, to):
        asked = uow.interventions.find_question(question)
        alert = uow.alerts.find(asked.alert_id) if asked else None
        # Handed on and back within an instant it is another message each time.
        subject = f"{Asks.QUESTION}:{question}:{uuid4().hex}"
        posted = Posted(
            to,
            MessageKind.QUESTION,
            subject,
            Asks.QUESTION,
            track_id=alert.track_id if alert else None,
            about_id=question,
        )
        uow.outbox.post(posted, at)
