"""What breaks on the way: the database is away or full, another process serves the same person."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event
from starlette.requests import Request

from bot.platforms.page.talk import MISSED
from bot.platforms.web.events import COME_BACK
from bot.storage.engine import connect
from bot.wiring.clock import deliver_page
from bot.wiring.jumps import believes
from tests.dialogues.page import COOKIE, Device, PageSchool, on_the_page
from tests.platforms.page.opened import comes_in, opened


def test_the_door_says_kindly_that_the_database_is_away(page: PageSchool, tmp_path: Path):
    own, code, device = page.come_in("m1"), page.invite("s1"), Device()
    engine, page.engine = page.engine, connect(f"sqlite:///{tmp_path}/nowhere/k.db")
    for method, path, form in (
        ("GET", "/", {}),
        ("POST", "/join", {"code": code, "nonce": "N" * 43}),
    ):
        answer = page.ask(own, method, path, data=form)
        assert answer.status_code == 503
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["retry-after"]
        assert "The database does not answer now" in answer.text
        assert 'action="/join?lang=' in answer.text
        assert "set-cookie" not in answer.headers  # whoever is in stays in
    assert page.ask(own, "GET", f"/{own.seat}/chat").status_code == 503
    # A link looks nothing up, so it still shows its button.
    assert page.ask(device, "GET", f"/join/{code}").status_code == 200
    page.engine = engine
    assert page.knock(device, code, "N" * 43).status_code == 303
    assert page.ask(own, "GET", f"/{own.seat}/chat").status_code == 200


def test_on_a_full_disk_nothing_is_used_up(page: PageSchool):
    own, code, device = page.come_in("m1"), page.invite("s1"), Device()
    page.engine.dispose()

    def fill(connection: Any, _record: Any) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(page.engine, "connect", fill)
    text = "jonas 8.1 v; " + "x" * 60_000
    said = page.ask(own, "POST", f"/{own.seat}/chat", json={"key": "k", "text": text})
    event.remove(page.engine, "connect", fill)
    page.engine.dispose()
    assert said.status_code == 503
    assert page.scores == 0
    assert page.knock(device, code).status_code == 303
    again = {"key": "k", "text": "jonas 8.1 v"}
    assert page.ask(own, "POST", f"/{own.seat}/chat", json=again).status_code == 200
    assert page.scores == 1


def test_who_looks_where_nothing_waits_keeps_no_writer_waiting(school_url, tmp_path, monkeypatch):
    with opened(school_url, tmp_path) as (house, client):
        me = comes_in(house, client)
        assert believes(house, datetime.now(UTC))
        assert client.post(f"{me}/seen", json={"up_to": 10**9}).status_code == 200

        def writes() -> None:
            raise AssertionError("nothing is to be written")

        monkeypatch.setattr(house, "transaction", writes)
        assert client.post(f"{me}/seen", json={"up_to": 10**9}).status_code == 200
        assert deliver_page(house, datetime.now(UTC)) == []


def test_two_processes_serve_one_person(school_url: str):
    """One process tells its own windows at once; those of another learn that they missed it."""
    with on_the_page(school_url) as here:
        there = PageSchool(here.engine)
        there.found()
        there.devices = {"m1": Device(here.devices["m1"].seat, here.devices["m1"].token)}
        there.page._talk.broadcast._heartbeat = 0.01
        seen = asyncio.Queue[str]()

        async def listens() -> None:
            stream = await streamed(there, "m1")
            await seen.put(await anext(stream))
            async for told in stream:
                if told == MISSED:
                    await seen.put(told)

        async def scenario() -> list[str]:
            window = asyncio.create_task(listens())
            opened = await seen.get()
            device = here.devices["m1"]
            body = {"key": "k", "text": "jonas 8.1 v"}
            assert device.client is not None
            await device.client.post(f"/{device.seat}/chat", json=body)
            missed = await asyncio.wait_for(seen.get(), 20)
            # Its session ends in the other process, and so does the stream in this one.
            await device.client.post(f"/{device.seat}/leave")
            await asyncio.wait_for(window, 20)
            return [opened, missed]

        assert here.ask(here.devices["m1"], "GET", "/").status_code == 303
        assert here.runner.run(scenario()) == [COME_BACK, MISSED]


async def streamed(school: PageSchool, who: str) -> AsyncIterator[str]:
    """Open the stream of somebody's window."""
    device = school.devices[who]
    scope = {
        "type": "http",
        "method": "GET",
        "path_params": {"seat": device.seat.removeprefix("me/")},
        "headers": [(b"cookie", f"{COOKIE}={device.token}".encode())],
        "client": ("127.0.0.1", 1),
        "query_string": b"",
    }
    answer: Any = await school.page._talk.events(Request(scope))
    stream: AsyncIterator[str] = answer.body_iterator
    return stream


def test_a_restart_keeps_sessions(page: PageSchool):
    own = page.come_in("m1")
    for name in ("application", "page", "lanes", "house"):
        page.__dict__.pop(name)
    kept = Device(own.seat, str(own.client.cookies.get(COOKIE)) if own.client else "")
    assert page.ask(kept, "GET", f"/{own.seat}/chat").status_code == 200
