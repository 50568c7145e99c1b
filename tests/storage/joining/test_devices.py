"""Sessions of devices, on both engines: who holds some, how they end, and who ended them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, insert, update

from bot.domain.joining.sessions import LASTS, Ending, Session, new_seat, new_token
from bot.ports.joining.sessions import DeviceHolder, NewSession
from bot.storage.tables import metadata
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.come_to_page import CameIn, Door, come_to_page
from bot.use_cases.joining.invite_person import invite_person
from bot.use_cases.joining.redeem_invitation import Result
from tests.fakes.outbox import populate
from tests.storage.rows import ROWS

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
COACH, STUDENT, STRANGER = 1, 2, 3
EVER = AT - timedelta(days=4000)


@pytest.fixture
def school(engine: Engine) -> Engine:
    """Person 1 is the coach of track 1, of which person 2 is the student; 3 is around nobody."""
    populate(engine, 3)
    with engine.begin() as connection:
        for name in ("programme", "class_group", "workplace", "track", "placement", "involvement"):
            connection.execute(insert(metadata.tables[name]), ROWS["0001"][name])
        connection.execute(update(metadata.tables["track"]).values(student_id=STUDENT))
        connection.execute(update(metadata.tables["involvement"]).values(person_id=COACH))
    return engine


def opened(uow: StoredUnitOfWork, person_id: int, at: datetime = AT) -> Session:
    person = uow.people.find(person_id)
    assert person is not None
    seat = new_seat()
    return uow.sessions.open(person, NewSession(seat, seat, "nonce", None, "Chrome"), at)


def test_a_coach_finds_who_has_devices_around_their_students(school: Engine):
    with school.begin() as connection:
        uow = StoredUnitOfWork(connection)
        for person in (COACH, STUDENT, STUDENT, STRANGER):
            opened(uow, person)
        name = uow.people.find(STUDENT).name  # type: ignore[union-attr]
        holders = uow.sessions.list_around(COACH, EVER)
        assert holders == [DeviceHolder(STUDENT, name, 2)]
        assert uow.sessions.list_around(STUDENT, EVER) == []
        assert uow.sessions.list_around(COACH, AT + timedelta(seconds=1)) == []
        for session in uow.sessions.list_of(STUDENT):
            uow.sessions.end(session, Ending.LOST, AT, COACH)
        assert uow.sessions.list_around(COACH, EVER) == []


def test_who_ended_it_why_and_when_is_kept(school: Engine):
    with school.begin() as connection:
        uow = StoredUnitOfWork(connection)
        first, second = opened(uow, STUDENT), opened(uow, STUDENT)
        assert uow.sessions.end(first, Ending.LOST, AT, COACH)
        assert not uow.sessions.end(first, Ending.LEFT, AT, STUDENT)
        assert uow.sessions.end(second, Ending.DISOWNED, AT + timedelta(hours=1), STUDENT)
        assert uow.sessions.take_ended() == [STUDENT, STUDENT]
        assert uow.sessions.take_ended() == []
        last, before = uow.sessions.list_ended(STUDENT, 5)
        assert (last.ended_why, last.ended_by) == (Ending.DISOWNED, STUDENT)
        assert (before.id, before.ended_at) == (first.id, AT)
        assert (before.ended_why, before.ended_by) == (Ending.LOST, COACH)
        assert uow.sessions.list_ended(STUDENT, 1) == [last]
        assert uow.sessions.find_by_id(first.id) == before
        assert uow.sessions.find_by_id(4711) is None


def test_who_made_an_invitation_in_a_chat_is_kept(school: Engine):
    with school.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(STUDENT)
        assert person is not None
        ours = uow.accounts.invite(person, "a" * 64, AT, AT, COACH)
        other = uow.accounts.invite(person, "b" * 64, AT, AT)
        assert uow.accounts.find_maker(ours) == COACH
        assert uow.accounts.find_maker(other) is None


def test_what_nobody_used_for_long_is_found(school: Engine):
    with school.begin() as connection:
        uow = StoredUnitOfWork(connection)
        old, fresh = opened(uow, STUDENT, AT - LASTS - timedelta(days=1)), opened(uow, STUDENT)
        assert uow.sessions.list_stale(AT - LASTS, 5) == [old]
        uow.sessions.touch(old, AT)
        assert uow.sessions.list_stale(AT - LASTS, 5) == []
        assert fresh.is_open(AT)


def test_of_several_devices_that_open_a_link_at_once_one_gets_in(school: Engine):
    with school.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(STUDENT)
        assert person is not None
        code = invite_person(uow, person, AT, timedelta(days=1)).code
    at_once = Barrier(4)

    def enter(_device: int) -> CameIn:
        at_once.wait()
        with school.begin() as connection:
            door = Door(code, new_token(), "Chrome")
            return come_to_page(StoredUnitOfWork(connection), door, AT)

    with ThreadPoolExecutor(4) as devices:
        came = list(devices.map(enter, range(4)))
    assert [result.redeemed.result for result in came].count(Result.USED) == 3
    with school.begin() as connection:
        assert len(StoredUnitOfWork(connection).sessions.list_of(STUDENT)) == 1
