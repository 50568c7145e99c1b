"""What goes wrong while the clock ticks stays where it went wrong."""

import pytest

from bot.domain.telling.delivery import Permanent, RefusalReason
from bot.domain.telling.errands import ErrandKind
from bot.ports.telling.outbox import Claim, Tried
from bot.storage.tables import errand, outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.telling.deliver_outbox import settle_tried, take_due
from handlers import clock, routes
from tests.dialogues.clock import TOOLS, tick
from tests.dialogues.conftest import own_school
from tests.dialogues.periods.test_reminders import NOON, with_period
from tests.dialogues.school import School

__all__ = ["own_school"]


@pytest.fixture
def timed(own_school: School) -> School:
    return with_period(own_school)


def rows(school: School, table):
    with school.engine.begin() as connection:
        return connection.execute(table.select()).all()


def test_a_part_that_fails_holds_up_no_other(timed: School, monkeypatch):
    def fails(_slices, _tick):
        raise RuntimeError("photos")

    monkeypatch.setitem(clock.TICKS, "photos", fails)
    with pytest.raises(RuntimeError, match="photos"):
        tick(timed)
    assert {message.state for message in rows(timed, outbox)} == {"sent"}


def test_a_message_that_cannot_be_composed_holds_up_no_other_and_comes_later(
    timed: School, monkeypatch, caplog
):
    jonas = timed.people["m1"].person_id
    reminder = routes.TABLE.tellings[ErrandKind.REMINDER]

    def fails(turn, errands):
        if turn.person.id == jonas:
            raise ValueError("a secret of Jonas")
        return reminder(turn, errands)

    with monkeypatch.context() as broken:
        broken.setitem(routes.TABLE.tellings, ErrandKind.REMINDER, fails)
        arrived = tick(timed)
    assert "s1" in arrived
    assert "m1" not in arrived
    (left,) = [message for message in rows(timed, outbox) if message.person_id == jonas]
    assert (left.state, left.last_error) == ("pending", "not_composed")
    assert "cannot be composed: ValueError" in caplog.text
    assert "secret" not in caplog.text
    timed.later(minutes=16)
    assert tick(timed).keys() == {"m1"}


def test_what_a_blocked_message_took_along_waits_again(timed: School):
    jonas = timed.people["s1"].person_id
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find_and_hold(jonas)
        assert person is not None
        uow.accounts.join(person, "telegram", "s1", NOON)
    tick(timed)
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (sent,) = take_due(uow, Claim("telegram", timed.at, timed.at, 10), TOOLS.compose)
        assert not open_errands(connection, jonas)
        settle_tried(uow, [Tried(sent, Permanent(RefusalReason.BLOCKED), timed.at)])
        assert open_errands(connection, jonas)


def open_errands(connection, person: int):
    rows = connection.execute(errand.select().where(errand.c.person_id == person)).all()
    assert rows
    return [row for row in rows if row.settled_at is None]
