"""Reading for who runs Kompaan: what such a command shows of students is noted as opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from bot.cli.arguments.times import instant_of
from bot.domain.days import day_of
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.looking.note_opened import note_opened_by_operator
from bot.wiring import House


@contextmanager
def operating(house: House, at: datetime | None = None) -> Iterator[StoredUnitOfWork]:
    """Open a transaction that only reads; what it gave out of students is noted on leaving.

    `at` is the instant that a command acts at, where it was told one.
    """
    with house.reading() as uow:
        yield uow
        seen = uow.glimpses.read_all()
    if seen:
        on = day_of(instant_of(house, at), house.zone)
        with house.transaction() as writing:
            note_opened_by_operator(writing, seen, on)
