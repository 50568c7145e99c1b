"""A device is subscribed once, for one session; it is renewed, turned off and bounded."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.domain.telling.places import Place
from bot.domain.telling.subscriptions import MOST, EndedWhy, Endpoint
from bot.storage.tables import page_session, push_subscription
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.telling.subscribe import Device, subscribe
from bot.use_cases.telling.unsubscribe import unsubscribe
from tests.fakes.devices import AUTH, P256DH
from tests.fakes.outbox import MORNING, populate

A, B = (Endpoint(f"https://push.example.com/{name}", P256DH, AUTH) for name in "ab")


@pytest.fixture
def page(engine):
    """Person 1 has sessions 1 to 12, person 2 has session 13 in the browser of session 1."""
    populate(engine, 2, Place.PAGE)
    with engine.begin() as connection:
        for number in range(1, 14):
            session = {
                "id": number, "organisation_id": 1, "person_id": 2 if number == 13 else 1,
                "seat": f"s{number}", "digest": f"d{number}", "nonce_digest": "n",
                "device": "Firefox", "made_at": MORNING, "used_at": MORNING,
            }  # fmt: skip
            connection.execute(insert(page_session), session)
    return engine


def device(session):
    return Device(1, 2 if session == 13 else 1, session)


def add(page, session, endpoint=A, at=MORNING):
    with page.begin() as connection:
        subscribe(StoredUnitOfWork(connection), device(session), endpoint, at)


def turn_off(page, session):
    with page.begin() as connection:
        unsubscribe(StoredUnitOfWork(connection), device(session), MORNING)


def kept(page):
    with page.begin() as connection:
        found = select(push_subscription).order_by(push_subscription.c.id)
        return [(row.session_id, row.ended_why) for row in connection.execute(found)]


def state(page, session):
    with page.begin() as connection:
        found = StoredUnitOfWork(connection).subscriptions.find_of_session(session)
    return found[1] if found else "never"


def test_said_twice_it_is_kept_once_and_said_anew_it_takes_its_place(page):
    add(page, 1)
    add(page, 1)
    add(page, 1, B)
    assert kept(page) == [(1, "renewed"), (1, None)]


def test_who_turns_it_off_does_so_for_their_session_alone(page):
    add(page, 1)
    add(page, 13)
    for _twice in range(2):
        turn_off(page, 1)
    assert kept(page) == [(1, "own"), (13, None)]
    assert (state(page, 1), state(page, 13), state(page, 2)) == (EndedWhy.OWN, None, "never")


def test_a_person_has_so_many_devices_and_the_oldest_makes_room(page):
    for session in range(1, MOST + 3):
        add(page, session)
    assert [why for _session, why in kept(page)] == ["many", "many", *[None] * MOST]


@pytest.mark.parametrize(
    "ended", [{"ended_at": MORNING, "ended_why": "lost"}, {"used_at": MORNING - timedelta(181)}]
)
def test_it_lives_as_long_as_its_session(page, ended):
    add(page, 1)
    with page.begin() as connection:
        connection.execute(update(page_session).where(page_session.c.id == 1).values(**ended))
        uow = StoredUnitOfWork(connection)
        assert uow.subscriptions.list_of(1, MORNING) == []
