"""Push messages of the page, from the tap that turns them on to what the device reads."""

import socket
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.domain.telling.places import WAITS, Place
from bot.storage.tables import outbox, push_subscription
from bot.wiring import clock as ticking
from bot.wiring import jumps
from bot.wiring.jumps import beat_of
from bot.wiring.pages import push_desk
from bot.wiring.pushing import signer_of
from tests.fakes.devices import AUTH, P256DH, written
from tests.fakes.push import served_push
from tests.fakes.waiting import wait_for
from tests.platforms.page.opened import comes_in, opened, tells

TOKEN = {"Authorization": "Bearer t"}
GOOD = {"endpoint": "https://push.example.com/a", "keys": {"p256dh": P256DH, "auth": AUTH}}


def state(client, me):
    return client.get(f"{me}/push").json()


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def outside_is_known(monkeypatch):
    """Let every name mean one address of the internet."""
    where = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 443))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [where])


def test_what_waits_on_the_page_reaches_the_device_with_no_word_of_it(
    school_url, tmp_path, monkeypatch
):
    monkeypatch.setitem(WAITS, Place.PUSH, timedelta())
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
        assert client.request("DELETE", f"{me}/push").json() == {"on": False}
        assert state(client, me) == {**off, "asked": True}
        cookies = dict(client.cookies)
        client.cookies.clear()
        for method in ("GET", "POST", "DELETE"):
            assert client.request(method, f"{me}/push", json=GOOD).status_code == 401
        client.cookies.update(cookies)
        there = {"Sec-Fetch-Site": "cross-site"}
        assert client.post(f"{me}/push", json=GOOD, headers=there).status_code == 403


class Ahead(datetime):
    """A machine's clock that is a year ahead, and not believed."""

    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + timedelta(days=365)


def test_while_the_clock_is_held_a_device_subscribes_anew_and_off(
    school_url, tmp_path, outside_is_known, monkeypatch
):
    # Neither a tick nor a delivery that falls in between believes the clock again.
    for module in (ticking, jumps):
        monkeypatch.setattr(module, "believes", lambda *_: False)
    with opened(school_url, tmp_path) as (house, client):
        me = comes_in(house, client)
        house.clock_problem, house.clock_believed = "ahead", beat_of(datetime.now(UTC))
        monkeypatch.setattr(push_desk, "datetime", Ahead)
        for endpoint in ("https://push.example.com/a", "https://push.example.com/b"):
            given = {**GOOD, "endpoint": endpoint}

            def subscribes(given: dict[str, Any] = given) -> int:
                # A busy server asks to come again, as a device does.
                status = client.post(f"{me}/push", json=given).status_code
                return 0 if status == 503 else status

            assert wait_for(subscribes, what="a subscription", pause=0.2) == 200
        assert client.request("DELETE", f"{me}/push").json() == {"on": False}
        assert not state(client, me)["on"]


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


def test_behind_a_proxy_a_push_service_may_be_known_to_the_proxy_alone(
    school_url, tmp_path, monkeypatch
):
    def unknown(*_names, **_more):
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    with opened(school_url, tmp_path) as (house, client):
        me = comes_in(house, client)
        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        assert client.post(f"{me}/push", json=GOOD).status_code == 400
        monkeypatch.setenv("HTTPS_PROXY", "http://proxy.school.example:3128")
        assert client.post(f"{me}/push", json=GOOD).json() == {"on": True}


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
