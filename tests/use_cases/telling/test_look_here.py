"""Who has neither a chat nor a page is told what is due once they look, and nothing before that."""

from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.ports import Shown
from bot.ports.telling.errands import NewErrand
from bot.ports.telling.outbox import Posted
from bot.storage.tables import chat_message, errand, outbox
from bot.storage.telling.errand_counts import dropped, dropped_unseen
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.telling.look_here import look_here
from bot.wiring.composing import composer
from handlers.clock import run_tick
from tests.dialogues.clock import TOOLS
from tests.dialogues.conftest import own_school
from tests.dialogues.periods.test_reminders import NOON, with_period
from tests.dialogues.school import School

__all__ = ["own_school"]

LOOKING = composer(lambda _day: True, looking=True)


@pytest.fixture
def timed(own_school: School) -> School:
    return with_period(own_school)


def ticks(school: School) -> list[tuple[int, Shown]]:
    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield StoredUnitOfWork(connection)

    return run_tick(transaction, school.at, TOOLS)


def looks(school: School, who: str) -> list[str]:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people[who].person_id)
        assert person is not None
        return [shown.text for shown in look_here(uow, person, school.at, LOOKING)]


def rows(school: School, table) -> list[Any]:
    with school.engine.connect() as connection:
        return list(connection.execute(select(table)))


def test_nothing_is_written_for_who_reads_it_nowhere(timed: School):
    assert ticks(timed) == []
    assert rows(timed, outbox) == []
    assert rows(timed, chat_message) == []
    assert rows(timed, errand)


def test_who_looks_finds_what_is_due_at_whatever_hour_and_once(timed: School):
    ticks(timed)
    timed.later(hours=10)  # late in the evening
    (found,) = looks(timed, "m1")
    assert "/open" in found
    assert looks(timed, "m1") == []
    assert {row.person_id for row in rows(timed, outbox)} == {timed.people["m1"].person_id}


def test_what_expired_before_they_looked_is_dropped_and_counted(timed: School):
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        who = timed.people["t1"]
        late = timed.at + timedelta(hours=1)
        given = (who.organisation_id, who.person_id, ErrandKind.OPENED, "x", timed.at, late, None)
        uow.errands.give([NewErrand(*given)])
    timed.later(hours=72)  # on Monday, when people are spoken to again
    ticks(timed)
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (world,) = uow.worlds.list_at(timed.at)
        assert dropped(connection, world, NOON) >= 1
        assert dropped_unseen(connection, world, NOON) == dropped(connection, world, NOON)


def test_what_waits_here_goes_along_to_the_first_chat(timed: School):
    jonas = timed.people["s1"].person_id
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        asked = Posted(jonas, MessageKind.QUESTION, "1", "question")
        message = uow.outbox.post(asked, timed.at)
        assert uow.outbox.bring_along(jonas, "telegram", "1001") == 1
    (row,) = rows(timed, outbox)
    assert (row.id, row.platform, row.address) == (message, "telegram", "1001")


@pytest.mark.parametrize(("platform", "ref"), [("telegram", ""), ("slack", ""), ("page", "7")])
@pytest.mark.parametrize("away_from", ["own", "page"])
def test_what_was_to_be_edited_here_edits_nothing_elsewhere(
    timed: School, away_from: str, platform: str, ref: str
):
    jonas = timed.people["s1"].person_id
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        uow.outbox.post(Posted(jonas, MessageKind.ALERT, "1", "alert"), timed.at)
        connection.execute(update(outbox).values(platform=away_from, platform_ref="7"))
        assert uow.outbox.carry_over(jonas, away_from, platform, "1001") == 1
    (row,) = rows(timed, outbox)
    assert row.platform_ref == ref


def test_who_reads_in_a_chat_is_told_there_and_not_where_they_look(timed: School):
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find_and_hold(timed.people["m1"].person_id)
        assert person is not None
        uow.accounts.join(person, "telegram", "1001", timed.at)
    assert looks(timed, "m1") == []
    ticks(timed)
    (row,) = rows(timed, outbox)
    assert (row.platform, row.state) == ("telegram", "pending")
    assert looks(timed, "m1") == []
