"""The live stream: what it tells, that it beats, and that it ends when the process stops."""

import asyncio
import json
import socket
import threading
from contextlib import asynccontextmanager

import pytest

from bot.platforms.sample_page.application import sample_application
from bot.platforms.web.events import BEAT, COME_BACK, WAITING, Broadcast
from bot.platforms.web.serving.server import Server
from tests.fakes.waiting import Stopwatch, wait_for
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of


def parsed(told):
    """Read an event as a browser does."""
    event, data = told.strip().split("\n")
    return event.removeprefix("event: "), json.loads(data.removeprefix("data: "))


@asynccontextmanager
async def page(broadcast, language="en"):
    """Open a page's stream, past its first line."""
    stream = broadcast.stream(language)
    assert await anext(stream) == COME_BACK
    yield stream
    await stream.aclose()


def test_every_page_is_told_everything_in_order():
    async def scenario():
        broadcast = Broadcast()
        async with page(broadcast) as first, page(broadcast) as other:
            assert broadcast.pages == 2
            broadcast.tell("en", "said", {"text": "first\nsecond  é"})
            broadcast.tell("en", "changed", {})
            for stream in (first, other):
                assert parsed(await anext(stream)) == ("said", {"text": "first\nsecond  é"})
                assert parsed(await anext(stream)) == ("changed", {})
        assert broadcast.pages == 0

    asyncio.run(scenario())


def test_a_page_hears_of_the_sample_of_its_own_language_alone():
    async def scenario():
        broadcast = Broadcast()
        async with page(broadcast, "en") as english, page(broadcast, "nl") as dutch:
            broadcast.tell("nl", "said", "dag")
            broadcast.tell("en", "said", "hello")
            assert parsed(await anext(english)) == ("said", "hello")
            assert parsed(await anext(dutch)) == ("said", "dag")

    asyncio.run(scenario())


def test_a_quiet_stream_beats():
    async def scenario():
        async with page(Broadcast(heartbeat=0.01)) as stream:
            assert [await anext(stream), await anext(stream)] == [BEAT, BEAT]

    asyncio.run(scenario())


def test_a_page_that_falls_behind_is_ended_and_holds_up_nobody():
    async def scenario():
        broadcast = Broadcast()
        async with page(broadcast) as slow, page(broadcast) as quick:
            for number in range(WAITING + 1):
                broadcast.tell("en", "said", number)
                assert parsed(await anext(quick)) == ("said", number)
            assert [told async for told in slow] == []
            assert broadcast.pages == 1

    asyncio.run(scenario())


def test_closing_ends_every_stream_and_lets_none_begin():
    async def scenario():
        broadcast = Broadcast()
        async with page(broadcast) as stream:
            broadcast.close()
            assert [told async for told in stream] == []
        assert [told async for told in broadcast.stream("en")] == []
        broadcast.tell("en", "said", "to nobody")

    asyncio.run(scenario())


def test_an_application_that_stops_ends_its_streams():
    application = sample_application(FakeChat())
    with client_of(application, base_url="http://localhost") as client:
        assert client.head("/chat/events").status_code == 200
    answer = client.get("/chat/events")
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert answer.text == ""


# --- on the real server --------------------------------------------------------------------------


class Running:
    """A server in a thread of its own, on a port of its own."""

    def __init__(self, chat):
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self.chat = chat
        self.server = Server(sample_application(chat))
        sockets = [listener]
        self.thread = threading.Thread(target=lambda: self.server.run(sockets))
        self.thread.start()
        wait_for(lambda: self.server.started, what="the server's start")

    def request(self, method, path, body=b"", **headers):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{self.port}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        lines += [f"Content-Length: {len(body)}", "", ""]
        connection.sendall("\r\n".join(lines).encode() + body)
        return connection

    def stop(self):
        self.server.should_exit = True
        self.thread.join(10)
        assert not self.thread.is_alive()


@pytest.fixture
def running():
    running = Running(FakeChat())
    yield running
    running.stop()


def read_until(connection, wanted):
    got = b""
    while wanted not in got:
        more = connection.recv(65536)
        assert more, got
        got += more
    return got


def post(running, **said):
    body = json.dumps(said).encode()
    return running.request("POST", "/chat/karim", body, Content_Type="application/json")


def test_what_is_said_reaches_every_open_page(running):
    pages = [running.request("GET", "/chat/events") for _ in range(2)]
    for connection in pages:
        assert b"200 OK" in read_until(connection, COME_BACK.encode())
    with post(running, key="mine", text="jonas 10 é") as sender:
        read_until(sender, b'"messages"')
    for connection in pages:
        told = read_until(connection, b"event: changed").decode()
        said = next(line for line in told.splitlines() if line.startswith("data: "))
        event = json.loads(said.removeprefix("data: "))
        assert (event["person"], event["key"]) == ("karim", "mine")
        own, answer = event["messages"]
        assert (own["mine"], own["text"]) == (True, "jonas 10 é")
        assert (answer["mine"], answer["text"]) == (False, "heard: jonas 10 é")
        connection.close()


def test_what_a_line_brings_to_others_is_told_at_once(running):
    chat = running.chat
    chat.brought = [(3, chat._shown([], "Lien asks you something", kind="question"))]
    with running.request("GET", "/chat/events") as connection:
        read_until(connection, COME_BACK.encode())
        with post(running, key="k", tap="ask:1", on=1) as sender:
            read_until(sender, b'"messages"')
        assert b"Lien asks you something" in read_until(connection, b'"els"')


def test_a_tap_tells_only_its_answer(running):
    with running.request("GET", "/chat/events") as connection:
        read_until(connection, COME_BACK.encode())
        with post(running, key="k", tap="un:1", on=1) as sender:
            read_until(sender, b'"messages"')
        told = read_until(connection, b"event: changed").decode()
        said = next(line for line in told.splitlines() if line.startswith("data: "))
        messages = json.loads(said.removeprefix("data: "))["messages"]
        assert [message["mine"] for message in messages] == [False]


def test_a_moved_clock_tells_every_page_where_it_is_and_who_heard_what(running):
    with running.request("GET", "/chat/events") as connection:
        read_until(connection, COME_BACK.encode())
        body = json.dumps({"by": "reminder"}).encode()
        with running.request("POST", "/clock", body, Content_Type="application/json") as mover:
            read_until(mover, b'"arrived":2')
        told = read_until(connection, b'"zone"').decode()
        events = [line for line in told.splitlines() if line.startswith(("event: ", "data: "))]
        names = ["passes", "said", "passes", "said", "clock"]
        assert events[::2] == [f"event: {name}" for name in names]
        first, karim, second, els, clock = (
            json.loads(event.removeprefix("data: ")) for event in events[1::2]
        )
        assert (first["arrived"], second["arrived"]) == (1, 2)
        assert clock["zone"] == "Europe/Brussels"
        assert (karim["person"], karim["key"], els["person"]) == ("karim", "", "els")
        assert karim["messages"][0]["text"] == "19 indicators still wait"


def test_a_server_with_an_open_stream_stops_at_once():
    running = Running(FakeChat())
    with running.request("GET", "/chat/events") as connection:
        read_until(connection, COME_BACK.encode())
        watch = Stopwatch()
        running.stop()
        assert watch.seconds < 2
        assert read_until(connection, b"0\r\n\r\n")


def test_a_page_that_leaves_is_forgotten(running):
    broadcast = running.server.config.app.state.broadcast
    connection = running.request("GET", "/chat/events")
    read_until(connection, COME_BACK.encode())
    assert broadcast.pages == 1
    connection.close()
    wait_for(lambda: broadcast.pages == 0, what="the page's end")


def test_one_holder_has_so_many_streams_and_the_oldest_makes_room():
    async def scenario():
        broadcast = Broadcast()
        opened = []
        for _window in range(4):
            opened.append(broadcast.stream("1", holder="phone", most=3))
            assert await anext(opened[-1]) == COME_BACK
        async with page(broadcast, "1") as other:
            assert broadcast.pages == 4
            broadcast.tell("1", "said", "x")
            with pytest.raises(StopAsyncIteration):
                await anext(opened[0])
            for stream in (*opened[1:], other):
                assert parsed(await anext(stream)) == ("said", "x")
            broadcast.close()
        assert broadcast._holders == {}

    asyncio.run(scenario())
