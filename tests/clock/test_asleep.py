"""The nights that move the clock, a process that was asleep, and two clocks at once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.domain.periods.period import Dates
from bot.storage.engine import connect
from bot.storage.periods import photographing
from bot.storage.tables import outbox, photo, photo_colour
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.clock.town import TOOLS
from tests.dialogues.clock import tick, tick_and_look, tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

BRUSSELS = ZoneInfo("Europe/Brussels")


def in_brussels(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BRUSSELS).astimezone(UTC)


FRIDAY = in_brussels("2026-10-30 16:00")


def with_period(school: School, opens: datetime, photo_at: datetime) -> School:
    with school.engine.begin() as connection:
        add_period(StoredUnitOfWork(connection), 1, 1, "One", Dates(opens, photo_at))
    return school


def rows(school: School, table):
    with school.engine.connect() as connection:
        return connection.execute(select(table)).all()


@pytest.mark.parametrize(
    ("opens", "photo_at", "begin"),
    [
        # The night of 25 October 2026 has 25 hours, that of 28 March 2027 has 23.
        ("2026-09-01", "2026-10-26 16:00", "2026-10-23 20:00"),
        ("2027-02-01", "2027-03-29 16:00", "2027-03-26 20:00"),
    ],
)
def test_over_a_night_that_moves_the_clock(own_school: School, opens, photo_at, begin):
    agreed = in_brussels(photo_at)
    school = with_period(own_school, in_brussels(opens), agreed)
    school.at = in_brussels(begin)
    tick(school)
    arrived = tick_through(school, 100, every=0.5)
    told = [message.said_at.astimezone(BRUSSELS) for shown in arrived.values() for message in shown]
    assert told
    assert {(at.weekday(), at.strftime("%H:%M")) for at in told} <= {
        (0, "12:00"), (0, "16:30"), (1, "12:00"),
    }  # fmt: skip
    (taken,) = rows(school, photo)
    assert taken.as_of == agreed
    assert taken.as_of.astimezone(BRUSSELS).hour == 16


def test_asleep_for_two_days_over_the_photo(own_school: School):
    """What was said until the agreed instant is in, what was said while it slept is not."""
    school = with_period(own_school, datetime(2026, 9, 1, tzinfo=UTC), FRIDAY)
    school.at = FRIDAY - timedelta(hours=3)
    school.say("m1", "jonas 8 all v")
    tick(school)
    school.at = FRIDAY + timedelta(minutes=1)
    school.say("m1", "jonas 8 all x")
    school.at = FRIDAY + timedelta(hours=48)
    tick(school)
    (taken,) = rows(school, photo)
    assert (taken.as_of, taken.agreed_at) == (FRIDAY, FRIDAY)
    assert taken.taken_at == school.at
    shown = {(row.role, row.acquired) for row in rows(school, photo_colour) if row.scored}
    assert shown == {("mentor", 4)}
    tick(school)
    assert len(rows(school, photo)) == 1
    days = Counter((row.person_id, row.day) for row in rows(school, outbox))
    assert max(days.values()) == 1


def test_two_clocks_at_once_do_everything_once(postgresql_url: str, monkeypatch):
    monkeypatch.setattr(photographing, "STEP", 1)
    school = School(connect(postgresql_url))
    school.found()
    with_period(school, datetime(2026, 9, 1, tzinfo=UTC), FRIDAY)
    school.at = FRIDAY - timedelta(hours=1)
    school.say("m1", "jonas 8 all v")

    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield StoredUnitOfWork(connection)

    reached = 0
    with ThreadPoolExecutor(4) as pool:
        for at in (FRIDAY, FRIDAY + timedelta(minutes=31), FRIDAY + timedelta(hours=68)):
            ticks = [pool.submit(tick_and_look, transaction, at, TOOLS) for _clock in range(4)]
            reached += sum(len(tick.result()) for tick in ticks)
    assert len(rows(school, photo)) == 1
    messages = rows(school, outbox)
    assert Counter(message.state for message in messages) == {"sent": reached}
    days = Counter((message.person_id, message.day) for message in messages)
    assert max(days.values()) == 1
    school.engine.dispose()
