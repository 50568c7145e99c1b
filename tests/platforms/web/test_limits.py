"""Before anything is looked at: no head, no silence and no crowd keeps others from the door."""

import contextlib
import socket
import threading
import time

import pytest

from bot.platforms.sample_page.application import sample_application
from bot.platforms.web.serving import limits
from bot.platforms.web.serving.server import Server
from tests.fakes.waiting import wait_for
from tests.platforms.fake_chat import FakeChat

ASKED = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture
def door():
    """The address of a server that runs."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(sample_application(FakeChat()))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        wait_for(lambda: server.started, what="the server")
        yield listener.getsockname()
        server.should_exit = True
        thread.join(15)
        assert not thread.is_alive()


def call(door):
    return socket.create_connection(door, timeout=10)


def said(line):
    """What comes until the other side closes, or rests."""
    got = b""
    with contextlib.suppress(ConnectionResetError):
        while not (got.endswith(b"}") and b"\r\n\r\n" in got):
            more = line.recv(65536)
            if not more:
                return got
            got += more
    return got


def is_closed(line):
    line.settimeout(10)
    try:
        return line.recv(1) == b""
    except ConnectionResetError:
        return True


def answers(door):
    with call(door) as line:
        line.sendall(ASKED)
        return said(line).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("how", ["one long line", "a long header", "many headers", "a long name"])
def test_a_head_without_end_is_refused(door, how):
    filler = {
        "one long line": (b"GET /", b"a"),
        "a long header": (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ", b"a"),
        "many headers": (b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"X: aaaaaaaaaaaa\r\n"),
        "a long name": (b"GET / HTTP/1.1\r\n", b"x"),
    }[how]
    sent = 0
    with call(door) as line:
        line.sendall(filler[0])
        with contextlib.suppress(ConnectionResetError, BrokenPipeError):
            while sent < 30_000_000:
                sent += line.send(filler[1] * (8192 // len(filler[1])))
        assert sent < 30_000_000
    assert answers(door)


def test_a_head_of_an_ordinary_length_is_read(door):
    with call(door) as line:
        line.sendall(ASKED[:-2] + b"Cookie: " + b"c" * 8000 + b"\r\n\r\n")
        assert said(line).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("begun", [b"", b"G", ASKED[:-4], b"POST / HTTP/1.1\r\n"])
def test_who_says_nothing_is_left(door, monkeypatch, begun):
    monkeypatch.setattr(limits, "HEAD_WITHIN", 0.1)
    with call(door) as line:
        line.sendall(begun)
        assert is_closed(line)
    assert answers(door)


def test_who_does_not_end_a_body_is_left(door, monkeypatch):
    monkeypatch.setattr(limits, "BODY_WITHIN", 0.1)
    with call(door) as line:
        line.sendall(
            b"POST /chat/s1 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Content-Length: 50\r\n\r\n{"
        )
        assert b" 200 " not in said(line)  # which ends, since it is closed
    assert answers(door)


def test_a_photo_on_a_slow_line_arrives(door, monkeypatch):
    monkeypatch.setattr(limits, "BODY_WITHIN", 0.5)
    part = b" " * 2**17
    began = time.monotonic()
    with call(door) as line:
        line.sendall(
            b"POST /chat/s1/attached HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (12 * len(part))
        )
        for _part in range(12):
            line.sendall(part)
            time.sleep(0.08)
        assert said(line).startswith(b"HTTP/1.1 4")
    assert time.monotonic() - began > limits.BODY_WITHIN


def test_a_line_that_is_kept_open_serves_one_request_after_the_other(door):
    with call(door) as line:
        for _time in range(3):
            line.sendall(ASKED)
            assert said(line).startswith(b"HTTP/1.1 200")


def test_a_crowd_that_says_nothing_makes_room(door, monkeypatch):
    monkeypatch.setattr(limits, "MOST_CONNECTIONS", 20)
    with contextlib.ExitStack() as stack:
        crowd = [stack.enter_context(call(door)) for _number in range(60)]
        began = time.monotonic()
        assert all(answers(door) for _time in range(5))
        assert time.monotonic() - began < limits.HEAD_WITHIN
        assert is_closed(crowd[0])
