"""The process ends right after it stored something, before anybody reads what it answered."""

import http.client
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from sqlalchemy import func, select
from sqlalchemy.sql import Select

from bot.settings import Settings
from bot.storage.tables import entry, page_session
from bot.use_cases.joining.invite_person import invite_person
from bot.wiring import House
from tests.faults.server import LIMIT, Server, free_port

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def server(school_url: str, tmp_path: Path) -> Iterator[Server]:
    port = free_port()
    settings = {"KOMPAAN_PUBLIC_URL": f"http://localhost:{port}"}
    served = Server(school_url, port, str(tmp_path), settings=settings, forked=True)
    served.ready = "/healthz"
    served.start()
    yield served
    served.kill()


def asked(
    server: Server, path: str, body: str, headers: dict[str, str]
) -> tuple[http.client.HTTPResponse, str]:
    line = sent(server, path, body, headers)
    answer = line.getresponse()
    read = answer.read().decode()
    line.close()
    return answer, read


def sent(
    server: Server, path: str, body: str, headers: dict[str, str]
) -> http.client.HTTPConnection:
    line = http.client.HTTPConnection("localhost", server.port, timeout=LIMIT)
    line.request("POST" if body else "GET", path, body or None, headers)
    return line


def counted(house: House, stored: Select[Any]) -> int:
    with house.reading() as uow:
        return int(uow.connection.execute(stored).scalar_one())


def killed_once_stored(
    server: Server,
    house: House,
    stored: Select[Any],
    path: str,
    body: str,
    headers: dict[str, str],
) -> None:
    """Send something, and end the process as soon as it is stored: the answer reaches nobody."""
    line = sent(server, path, body, headers)
    give_up = time.monotonic() + LIMIT
    while not counted(house, stored):
        assert time.monotonic() < give_up
    server.kill()
    line.close()
    server.start()


def test_who_came_in_and_who_said_something_do_it_again(server: Server) -> None:
    house = House(Settings(database_url=server.url, _env_file=None))
    with house.transaction() as uow:
        (karim,) = [person for person in uow.people.list_all() if person.school_id == "m1"]
        code = invite_person(uow, karim, datetime.now(UTC), timedelta(days=1)).code
    _answer, door = asked(server, f"/join/{code}", "", {})
    (nonce,) = re.findall(r'name="nonce" value="([^"]+)"', door)
    form = urlencode({"code": code, "nonce": nonce})
    sessions = select(func.count()).select_from(page_session)
    killed_once_stored(server, house, sessions, "/join", form, FORM)

    came, _read = asked(server, "/join", form, FORM)
    assert came.status == 303
    seat, cookie = f"/{came.headers['location']}", came.headers["set-cookie"].partition(";")[0]
    said = '{"key": "k", "text": "jonas 8.1 v"}'
    entries = select(func.count()).select_from(entry)
    own = {**JSON, "Cookie": cookie}
    killed_once_stored(server, house, entries, f"{seat}chat", said, own)

    # The session lasts, and the same key is the same message.
    answer, _read = asked(server, f"{seat}chat", said, own)
    assert answer.status == 200
    assert (counted(house, entries), counted(house, sessions)) == (1, 1)
    house.engine.dispose()
