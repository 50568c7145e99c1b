"""A reminder that is put off: until when it is of use, and of which periods."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.periods.period import Dates
from bot.storage.tables import errand, outbox
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.periods.ask_again import ask_in_two_hours, ask_tomorrow
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

DAY = timedelta(days=1)
MIDNIGHT = datetime(2026, 10, 14, 22, tzinfo=UTC)
"""When the day after that morning begins in Brussels."""


@pytest.fixture
def asked(own_school: School):
    """Let a student put a reminder off, with a photo at a given time; gives the errands."""

    def ask(photo_at: datetime | None):
        with own_school.engine.begin() as connection:
            uow = own_school.unit(connection)
            add_period(uow, 1, 1, "One", Dates(MORNING - 40 * DAY, photo_at))
            person = uow.people.find(own_school.people["s1"].person_id)
            assert person is not None
            tracks = uow.tracks.list_of(person.id)
            ask_tomorrow(uow, person, tracks, MORNING)
            ask_tomorrow(uow, person, tracks, MORNING + timedelta(hours=1))
            return connection.execute(errand.select().where(errand.c.settled_at.is_(None))).all()

    return ask


@pytest.mark.parametrize(
    ("photo_at", "until"),
    [
        (None, MIDNIGHT + 5 * DAY),
        (MORNING + 60 * DAY, MIDNIGHT + 5 * DAY),
        (MORNING + 2 * DAY, MORNING + 2 * DAY),
    ],
)
def test_tomorrow_begins_at_midnight_of_the_person_and_never_outlasts_the_photo(
    asked, photo_at, until
):
    (given,) = asked(photo_at)
    assert (given.due_at, given.expires_at) == (MIDNIGHT, until)


def test_nothing_is_asked_tomorrow_of_a_photo_of_today(asked):
    assert asked(MORNING + timedelta(hours=3)) == []


def test_two_taps_in_a_minute_are_one_question(own_school: School):
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        person = uow.people.find(own_school.people["s1"].person_id)
        assert person is not None
        for seconds in (0, 20):
            ask_in_two_hours(uow, person, MORNING + timedelta(seconds=seconds))
        (message,) = connection.execute(outbox.select()).all()
    assert message.not_before == MORNING + timedelta(hours=2)
    assert message.asks == "again"
