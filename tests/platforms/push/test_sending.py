"""What a push service gets, and what its answers mean, over HTTP on loopback."""

import asyncio
import socket
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientTimeout

from bot.domain.telling.delivery import Later, NotReached, Permanent, RefusalReason, Sent, Unknown
from bot.domain.telling.subscriptions import Endpoint
from bot.messages import MessageKind
from bot.platforms.push import platform as push_platform
from bot.platforms.push.key import PushKey
from bot.platforms.push.outcomes import outcome_of
from bot.platforms.push.platform import Push
from bot.platforms.push.signed import Signer
from bot.ports.telling.outbox import Content
from tests.fakes.devices import AUTH, P256DH, written
from tests.fakes.push import PushService

NOW = datetime(2026, 10, 14, 8, tzinfo=UTC)
GONE, REFUSED = Permanent(RefusalReason.GONE), Permanent(RefusalReason.REFUSED)
PING = Content(
    "Er is een vraag voor je.",
    kind=MessageKind.QUESTION,
    opens="/me/seat1/#message-7",
    until=NOW + timedelta(hours=3),
)


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(push_platform, "WITHIN", ClientTimeout(total=0.5, connect=0.3))


@pytest.fixture
def signer(tmp_path):
    return Signer(PushKey(tmp_path / "push.key"), "mailto:it@school.example")


def sent(signer, how, content=PING, **more):
    """Send a ping to a path of the push service; gives what came of it, and the service."""

    async def send():
        async with PushService(lambda: NOW, signer.key.public, **more) as service:
            keys = (service.device.p256dh, written(service.device.auth))
            found = {"1": Endpoint(f"{service.origin}/{how}", *keys)}
            push = Push(signer, found.get, lambda: NOW, prefix="/kompaan", anywhere=True)
            await push.start()
            try:
                return await push.send("push", "1", content), service
            finally:
                await push.stop()

    return asyncio.run(send())


def test_a_device_reads_what_it_is_sent_and_nobody_else_does(signer):
    outcome, service = sent(signer, "201")
    assert (outcome, service.wrong) == (Sent(), [])
    assert service.took == [
        {
            "body": "Er is een vraag voor je.",
            "url": "/kompaan/me/seat1/#message-7",
            "tag": "/me/seat1/",
        }
    ]
    ((_how, headers),) = service.asked
    assert (headers["TTL"], headers["Urgency"]) == (str(3 * 3600), "high")


@pytest.mark.parametrize(
    ("until", "ttl"),
    [(None, 28 * 86400), (NOW + timedelta(days=99), 28 * 86400), (NOW, 60)],
)
def test_it_is_kept_for_as_long_as_it_is_of_use_within_bounds(signer, until, ttl):
    content = Content("x", kind=MessageKind.TIP, opens="/me/seat1/#message-7", until=until)
    _outcome, service = sent(signer, "201", content)
    ((_how, headers),) = service.asked
    assert (headers["TTL"], headers["Urgency"]) == (str(ttl), "normal")


@pytest.mark.parametrize(
    ("how", "outcome"),
    [
        ("200", Sent()), ("202", Sent()), ("endless", Sent()),
        ("404", GONE), ("410", GONE),
        ("400", REFUSED), ("401", REFUSED), ("403", REFUSED), ("413", REFUSED),
        ("redirect", REFUSED), ("301", REFUSED),
        ("429", Later()), ("500", Later()), ("503", Later()),
        ("hang", Unknown()), ("close", Unknown()), ("broken", Unknown()),
    ],
)  # fmt: skip
def test_what_an_answer_means(signer, how, outcome):
    came, service = sent(signer, how)
    assert (came, service.wrong) == (outcome, [])
    assert [asked for asked, _headers in service.asked] == [how], "asked once, and nowhere else"


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("120", 120),
        ("Wed, 14 Oct 2026 08:01:00 GMT", 60),
        ("Wed, 14 Oct 2026 07:00:00 GMT", None),
        ("9" * 5000, None),
        ("-5", None),
        ("soon", None),
        ("\u0664", None),
    ],
)
def test_when_we_may_come_back(asked, seconds):
    assert outcome_of(429, {"Retry-After": asked}, NOW) == Later(seconds)


def test_where_nobody_listens_it_was_surely_not_sent(signer):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        endpoint = Endpoint(f"http://127.0.0.1:{taken.getsockname()[1]}/a", P256DH, AUTH)
        assert once(signer, endpoint, anywhere=True) == NotReached()


@pytest.mark.parametrize(
    ("address", "outcome"),
    [
        ("http://127.0.0.1:1/a", GONE),
        ("https://127.0.0.1/a", GONE),
        ("https://rebound.example.com/a", REFUSED),
        ("https://unknown.example.com/a", NotReached()),
    ],
)
def test_a_name_that_means_us_by_now_is_sent_nothing(signer, monkeypatch, address, outcome):
    def rebound(host, *_more, **_named):
        if host != "rebound.example.com":
            raise socket.gaierror(socket.EAI_NONAME, "not known")
        where = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*where, ("93.184.215.14", 443)), (*where, ("127.0.0.1", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    assert once(signer, Endpoint(address, P256DH, AUTH)) == outcome


@pytest.mark.parametrize(("p256dh", "auth"), [("AAAA", AUTH), (P256DH, ""), ("é", AUTH)])
def test_a_device_with_broken_keys_is_gone_and_a_broken_database_is_not(signer, p256dh, auth):
    assert once(signer, Endpoint("https://push.example.com/a", p256dh, auth)) == GONE

    def broken(_address):
        raise OSError

    push = Push(signer, broken, lambda: NOW)
    assert asyncio.run(push.send("push", "1", PING)) == NotReached()


def once(signer, endpoint, **more):
    async def send():
        push = Push(signer, {"1": endpoint}.get, lambda: NOW, **more)
        try:
            return await push.send("push", "1", PING)
        finally:
            await push.stop()

    return asyncio.run(send())
