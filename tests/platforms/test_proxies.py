"""Every line out goes through the proxy that the environment names, or past it."""

import asyncio
import threading

import pytest
from aiohttp import ClientSession, web
from telegram import Bot

from bot.platforms.line.proxies import proxy_for
from bot.platforms.slack.muted import MUTED
from bot.platforms.slack.socket import Ear
from bot.platforms.telegram.errors import NoConnection
from bot.platforms.telegram.request import AiohttpRequest, call
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool

NAMES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return monkeypatch


TELEGRAM, SOCKET = "https://api.telegram.org/bot1:a/getMe", "wss://wss-primary.slack.com/link/?t=1"


@pytest.mark.parametrize(
    ("address", "environment", "proxy"),
    [
        (TELEGRAM, {}, None),
        (TELEGRAM, {"HTTPS_PROXY": "http://p:1"}, "http://p:1"),
        (TELEGRAM, {"https_proxy": "http://p:1"}, "http://p:1"),
        (TELEGRAM, {"HTTPS_PROXY": "p:1"}, "http://p:1"),
        (TELEGRAM, {"HTTP_PROXY": "http://p:1"}, None),
        (TELEGRAM, {"ALL_PROXY": "http://p:1"}, "http://p:1"),
        (TELEGRAM, {"HTTPS_PROXY": "http://p:1", "NO_PROXY": "api.telegram.org"}, None),
        (TELEGRAM, {"HTTPS_PROXY": "http://p:1", "NO_PROXY": ".telegram.org"}, None),
        (TELEGRAM, {"HTTPS_PROXY": "http://p:1", "NO_PROXY": "*"}, None),
        (TELEGRAM, {"HTTPS_PROXY": "http://p:1", "NO_PROXY": "slack.com, x"}, "http://p:1"),
        (TELEGRAM, {"HTTPS_PROXY": ""}, None),
        (SOCKET, {"HTTPS_PROXY": "http://p:1"}, "http://p:1"),
        (SOCKET, {"HTTPS_PROXY": "http://p:1", "NO_PROXY": "slack.com"}, None),
        ("ws://127.0.0.1:1/x", {"HTTP_PROXY": "http://p:1", "NO_PROXY": "127.0.0.1"}, None),
        ("http://[::1]:8081/bot", {"HTTP_PROXY": "http://p:1"}, "http://p:1"),
        ("nothing", {"HTTPS_PROXY": "http://p:1"}, None),
    ],
)
def test_the_proxy_of_an_address(no_proxies, address, environment, proxy):
    for name, value in environment.items():
        no_proxies.setenv(name, value)
    assert proxy_for(address) == proxy


class ForwardProxy:
    """A proxy for plain HTTP: it passes on what is asked with a whole address, and counts it."""

    def __init__(self):
        self.passed = []
        self.up = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True)

    async def serve(self):
        self.loop, self.over = asyncio.get_running_loop(), asyncio.Event()
        runner = web.ServerRunner(web.Server(self.handle, access_log=None), shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self.up.set()
        await self.over.wait()
        await runner.cleanup()

    async def handle(self, request):
        assert request.raw_path.startswith("http://"), "a proxy is asked with a whole address"
        self.passed.append(request.raw_path)
        headers = {"Content-Type": request.headers.get("Content-Type", "text/plain")}
        if "Authorization" in request.headers:
            headers["Authorization"] = request.headers["Authorization"]
        async with (
            ClientSession() as session,
            session.request(
                request.method, request.raw_path, data=await request.read(), headers=headers
            ) as answer,
        ):
            kind = {"Content-Type": answer.headers.get("Content-Type", "text/plain")}
            return web.Response(status=answer.status, body=await answer.read(), headers=kind)

    def __enter__(self):
        self.thread.start()
        assert self.up.wait(10)
        return self

    def __exit__(self, *_why):
        self.loop.call_soon_threadsafe(self.over.set)
        self.thread.join(10)


@pytest.fixture
def proxy(no_proxies):
    with ForwardProxy() as made:
        no_proxies.setenv("HTTP_PROXY", made.url)
        yield made


@pytest.mark.parametrize("kind", [TelegramSchool, SlackSchool])
def test_everything_goes_through_the_proxy(proxy, school_url, kind):
    with opened(kind, school_url) as school:
        assert "4 indicators stored" in school.text("m1", "jonas 8 all v")
        school.say("m1", "/report jonas")
        calls = school.fake.calls() if kind is TelegramSchool else school.fake.world.calls
        assert len(proxy.passed) >= len(calls) > 3
        if kind is SlackSchool:
            assert any("/upload/" in address for address in proxy.passed)


@pytest.mark.parametrize("kind", [TelegramSchool, SlackSchool])
def test_nothing_does_where_the_host_is_to_be_reached_directly(proxy, no_proxies, school_url, kind):
    no_proxies.setenv("NO_PROXY", "localhost,127.0.0.1")
    with opened(kind, school_url) as school:
        assert "4 indicators stored" in school.text("m1", "jonas 8 all v")
        school.say("m1", "/report jonas")
    assert proxy.passed == []


def test_a_proxy_that_is_not_there_means_not_reached(no_proxies):
    no_proxies.setenv("HTTPS_PROXY", "http://127.0.0.1:9")

    async def ask():
        request = AiohttpRequest(read_seconds=2)
        try:
            await call(Bot("1:a", request=request, get_updates_request=request), "getMe")
        finally:
            await request.shutdown()

    with pytest.raises(NoConnection):
        asyncio.run(ask())


def test_the_socket_goes_by_the_proxy_of_its_own_address(no_proxies):
    no_proxies.setenv("HTTPS_PROXY", "http://127.0.0.1:9")

    async def open_one(uri):
        from slack_sdk.web.async_client import AsyncWebClient

        ear = Ear(AsyncWebClient("xoxb-1", logger=MUTED), "xapp-1", None)  # type: ignore[arg-type]
        await ear.look()
        client = ear._client
        assert client is not None

        async def issue():
            return uri

        async def connect():
            return None

        client.issue_new_wss_url, client.connect = issue, connect  # type: ignore[method-assign]
        assert ear._connecting is not None
        await ear._connecting
        found = client.proxy
        await ear.close()
        return found

    assert asyncio.run(open_one(SOCKET)) == "http://127.0.0.1:9"
    no_proxies.setenv("NO_PROXY", "slack.com")
    assert asyncio.run(open_one(SOCKET)) is None
