"""A school in which Kompaan has run for a while: what is due at once was told to its coaches."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete, update

from bot.domain.desk.steps import DeskStep
from bot.domain.telling.errands import ErrandKind
from bot.ports.telling.errands import NewErrand
from bot.storage.tables import errand
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.desk.list_desk import has_desk, list_desk
from bot.use_cases.desk.look_at_desks import subject_of

LONG_AGO = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
_DESK = errand.c.kind == ErrandKind.DESK.value


def let_it_be_told(uow: StoredUnitOfWork, today: date) -> None:
    """Let coaches have heard of the first visits that are due, as their roster says no first day.

    What is told once, on the first day, would else stand in what every test about coaches reads.
    """
    for person in uow.people.list_all():
        tracks = uow.tracks.list_of(person.id)
        if has_desk(uow, person, tracks):
            late = list_desk(uow, person, tracks, today).late
            uow.errands.give(
                [
                    NewErrand(
                        organisation_id=person.organisation_id,
                        person_id=person.id,
                        kind=ErrandKind.DESK,
                        subject=subject_of(own, DeskStep.AT_ONCE),
                        due_at=LONG_AGO,
                        expires_at=LONG_AGO + timedelta(days=1),
                    )
                    for own in late
                    if own.due_on is None
                ]
            )
    uow.connection.execute(update(errand).where(_DESK).values(settled_at=LONG_AGO))


def let_it_be_new(uow: StoredUnitOfWork) -> None:
    """Let nothing of it have been told."""
    uow.connection.execute(delete(errand).where(_DESK))
