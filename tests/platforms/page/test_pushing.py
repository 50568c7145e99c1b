"""Push messages of the page, from the tap that turns them on to what the device reads."""

import socket
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.domain.joining.sessions import new_token
from bot.domain.telling.places import WAITS, Place
from bot.messages import MessageKind
from bot.ports.telling.outbox import Content, MessageDraft
from bot.settings import Settings
from bot.storage.tables import outbox, person, push_subscription
from bot.use_cases.joining.invite_person import invite_person
from bot.wiring import House
from bot.wiring.clock import deliver_page
from bot.wiring.pages.web import web
from bot.wiring.pushing import signer_of
from tests.fakes.devices import AUTH, P256DH, written
from tests.fakes.push import served_push
from tests.fakes.waiting import wait_for
from tests.platforms.web.client import client_of

TOKEN = {"Authorization": "Bearer t"}
GOOD = {"endpoint": "https://push.example.com/a", "keys": {"p256dh": P256DH, "auth": AUTH}}


@contextmanager
def opened(url, folder, *, anywhere=False, **more):
    """Open the people's page of a school of this test's own."""
    settings = {
        "signing_key_file": str(folder / "kompaan.key"),
        "push_key_file": str(folder / "push.key"),
        "public_url": "http://localhost/kompaan",
        "contact": "mailto:it@school.example",
        "metrics_token": "t",
        **more,
    }
    house = House(Settings(database_url=url, _env_file=None, **settings))
    house.pushes_anywhere = anywhere
    with client_of(web(house, house.lanes()), base_url="http://localhost/kompaan/") as client:
        yield house, client
    house.engine.dispose()


def comes_in(house, client, who="m1"):
    """Let somebody in on this device; gives the address of their chat."""
    now = datetime.now(UTC)
    with house.transaction() as uow:
        found = select(person.c.id).where(person.c.school_id == who)
        known = uow.people.find(uow.connection.execute(found).scalar_one())
        code = invite_person(uow, known, now, timedelta(days=1)).code
    answer = client.post("join", data={"code": code, "nonce": new_token()}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return f"me/{answer.headers['location'].split('/')[-2]}"


def state(client, me):
    told = client.get(f"{me}/push").json()
    assert told.pop("texts")["title"]
    return told


def tells(house, who="m1"):
    """Tell somebody something on the page, with words that no ping may hold."""
    now = datetime.now(UTC)
    with house.transaction() as uow:
        found = select(person.c.id).where(person.c.school_id == who)
        person_id = uow.connection.execute(found).scalar_one()
        what = Content("Jonas has 3 times Z")
        kind, where = MessageKind.QUESTION, (Place.PAGE, str(person_id))
        expires_at = now + timedelta(hours=5)
        draft = MessageDraft(1, person_id, *where, kind, "s", what, expires_at=expires_at)
        uow.outbox.write([draft], now)
    assert deliver_page(house, now)


@pytest.fixture
def outside_is_known(monkeypatch):
    """Let every name mean one address of the internet."""
    where = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 443))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [where])


def test_what_waits_on_the_page_reaches_the_device_with_no_word_of_it(
    school_url, tmp_path, monkeypatch
):
    monkeypatch.setitem(WAITS, Place.PUSH, timedelta())
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with opened(school_url, tmp_path, anywhere=True) as (house, client):
        me = comes_in(house, client)
        key = client.get(f"{me}/push").json()["key"]
        with served_push(key) as service:
            keys = {"p256dh": service.device.p256dh, "auth": written(service.device.auth)}
            subscribed = {"endpoint": f"{service.origin}/201", "keys": keys}
            assert client.post(f"{me}/push", json=subscribed).json() == {"on": True}
            tells(house)
            wait_for(lambda: service.took, what="a push message")
            (told,) = service.took
            assert service.wrong == []
    assert told["body"] == "There is a question for you."
    assert told["url"].startswith(f"/kompaan/{me}/#message-")
    assert told["tag"] == f"/{me}/"


def test_it_is_turned_on_and_off_and_others_see_nothing_of_it(
    school_url, tmp_path, outside_is_known
):
    with opened(school_url, tmp_path) as (house, client):
        me = comes_in(house, client)
        signer = signer_of(house)
        assert signer is not None
        off = {"key": signer.key.public, "on": False, "lost": False, "asked": False}
        assert state(client, me) == off
        assert client.post(f"{me}/push", json=GOOD).status_code == 200
        assert state(client, me) == {**off, "on": True, "asked": True}
        assert client.request("DELETE", f"{me}/push").json() == {"on": False, "shared": False}
        assert state(client, me) == {**off, "asked": True}
        cookies = dict(client.cookies)
        client.cookies.clear()
        for method in ("GET", "POST", "DELETE"):
            assert client.request(method, f"{me}/push", json=GOOD).status_code == 401
        assert client.post("push", json=GOOD).json() == {}
        client.cookies.update(cookies)
        there = {"Sec-Fetch-Site": "cross-site"}
        assert client.post(f"{me}/push", json=GOOD, headers=there).status_code == 403
        assert client.post("push", json=GOOD, headers=there).status_code == 403


NO_SUBSCRIPTIONS: tuple[Any, ...] = (
    [], {}, "x", 7, {"endpoint": 7, "keys": {}}, {**GOOD, "keys": []},
    {**GOOD, "endpoint": "http://push.example.com/a"},
    {**GOOD, "endpoint": "https://127.0.0.1/a"},
    {**GOOD, "keys": {"p256dh": "AAAA", "auth": AUTH}},
    {**GOOD, "endpoint": "https://inside.example.com/a"},
)  # fmt: skip


def test_what_is_no_subscription_is_declined_and_nothing_is_kept(school_url, tmp_path, monkeypatch):
    where = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 443))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [where])
    with opened(school_url, tmp_path) as (house, client):
        me = comes_in(house, client)
        answers = [client.post(f"{me}/push", json=posted) for posted in NO_SUBSCRIPTIONS]
        assert {answer.status_code for answer in answers} == {400}
        with house.reading() as uow:
            assert uow.connection.execute(select(push_subscription)).all() == []


def test_what_a_browser_renews_counts_for_all_who_have_it_on_there(
    school_url, tmp_path, outside_is_known
):
    with opened(school_url, tmp_path) as (house, client):
        karim = comes_in(house, client, "m1")
        comes_in(house, client, "m2")
        client.post(f"{karim}/push", json=GOOD)
        anew = {**GOOD, "endpoint": "https://push.example.com/anew"}
        assert client.post("push", json=anew).status_code == 200
        with house.reading() as uow:
            rows = uow.connection.execute(select(push_subscription)).all()
    assert [(row.endpoint[-4:], row.ended_why) for row in rows] == [
        ("om/a", "renewed"),
        ("anew", None),
    ]


def test_without_a_contact_there_is_none(school_url, tmp_path):
    with opened(school_url, tmp_path, contact="") as (house, client):
        me = comes_in(house, client)
        assert client.get(f"{me}/push").json()["key"] == ""
        assert client.post(f"{me}/push", json=GOOD).status_code == 404
        assert not (tmp_path / "push.key").exists()


def test_what_was_refused_lately_is_counted_and_told(school_url, tmp_path, outside_is_known):
    with opened(school_url, tmp_path) as (house, client):
        me = comes_in(house, client)
        client.post(f"{me}/push", json=GOOD)
        tells(house)
        with house.transaction() as uow:
            refused = update(outbox).where(outbox.c.platform == "push")
            uow.connection.execute(refused.values(state="dead", last_error="refused"))
        figures = client.get("http://localhost/metrics", headers=TOKEN).text
        assert 'kompaan_pings_refused{platform="push"} 1.0' in figures
        findings = [
            (found.good, house.say(found.text)) for found in house.examined(datetime.now(UTC))
        ]
    assert (
        False,
        "1 sign of a message was refused in the last week by push services: the log says why.",
    ) in findings
