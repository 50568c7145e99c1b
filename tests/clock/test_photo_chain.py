"""Photos follow on one another, whoever takes them; one that is gone is not taken again."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete

from bot.domain.periods.period import Dates, Period
from bot.domain.periods.photos import Link
from bot.ports.periods.photos import Sealed
from bot.ports.worlds import World
from bot.storage.tables import photo, photo_colour, photo_track
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.periods.retake_photo import retake_photo
from bot.use_cases.periods.seal_photo import make_seal
from handlers.clock import run_tick
from tests.clock.test_asleep import FRIDAY, rows, with_period
from tests.dialogues.clock import TOOLS
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

MONDAY = FRIDAY + timedelta(days=3)
LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def agreed(own_school: School) -> School:
    """A school with two periods that end with a photo, and something said before both."""
    with_period(own_school, FRIDAY - timedelta(days=50), FRIDAY)
    with own_school.engine.begin() as connection:
        dates = Dates(FRIDAY + timedelta(hours=1), MONDAY)
        add_period(StoredUnitOfWork(connection), 1, 1, "Two", dates)
    own_school.at = FRIDAY - timedelta(hours=1)
    own_school.say("m1", "jonas 8 all v")
    return own_school


def ticked(school: School, tools=TOOLS) -> None:
    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield StoredUnitOfWork(connection)

    run_tick(transaction, LATER, tools)


def places(school: School) -> list[tuple[int, str, str]]:
    """The photos that were taken: number, what each follows on, digest."""
    taken = [row for row in rows(school, photo) if row.taken_at]
    return sorted((row.number, row.before, row.digest) for row in taken)


def take_away(school: School) -> None:
    with school.engine.begin() as connection:
        newest = max(row.id for row in connection.execute(photo.select()))
        for table in (photo_colour, photo_track):
            connection.execute(delete(table).where(table.c.photo_id == newest))
        connection.execute(delete(photo).where(photo.c.id == newest))


def test_photos_of_one_tick_follow_on_one_another(agreed: School):
    ticked(agreed)
    first, second = places(agreed)
    assert (first[:2], second[:2]) == ((1, ""), (2, first[2]))


def test_a_photo_that_was_taken_away_is_missed_until_somebody_lets_it_be_taken(agreed: School):
    ticked(agreed)
    first, _second = places(agreed)
    take_away(agreed)
    ticked(agreed)
    assert places(agreed) == [first]
    with agreed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (missed,) = uow.photos.list_missed(World(False, LATER))
        assert not uow.photos.list_due(World(False, LATER))
        assert uow.photos.is_begun(missed.period_id)  # so nobody moves its period either
        retake_photo(uow, missed)
    ticked(agreed, replace(TOOLS, known=lambda: [missed.of]))
    assert places(agreed) == [first]  # what is known outside the database goes on being missed
    ticked(agreed)
    assert places(agreed)[1][:2] == (2, first[2])


def test_a_place_that_another_photo_took_meanwhile_is_not_given_twice(agreed: School):
    """Two processes seal two photos at once: the second finds its place anew."""
    with agreed.engine.begin() as connection:
        connected = StoredUnitOfWork(connection)
        photos = connected.photos
        first, second = (due.period for due in photos.list_due(World(False, LATER)))
        for period in (first, second):
            photos.begin(period, period.photo_at or LATER)
            while photos.go_on(period):
                pass

        def sealed(period: Period) -> Sealed:
            made = make_seal(
                connected, period, photos.list_digests(period, 0, 99), TOOLS.sign, LATER
            )
            assert made is not None
            return made

        one, other = sealed(first), sealed(second)
        assert one.link == other.link == Link(1, "")
        assert photos.finish(first, one)
        assert not photos.finish(second, other)
        assert not photos.finish(first, one)
        assert photos.finish(second, sealed(second))
    assert [place[:2] for place in places(agreed)] == [(1, ""), (2, one.digest)]
