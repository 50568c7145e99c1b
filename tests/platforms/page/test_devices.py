"""Devices over HTTP: closed at once in open windows, the picture of a link, a copied cookie."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.domain.joining.sessions import new_token
from bot.exchange.invitations import qr_png
from bot.platforms.web.errors import FORGET
from bot.settings import Settings
from bot.use_cases.joining.invite_person import invite_person
from bot.wiring import House
from bot.wiring.pages.web import web
from tests.dialogues.school import School
from tests.platforms.served import served

SOON = 8.0
"""Seconds, well below the silence after which a window's stream looks by itself."""


@dataclass
class Device:
    """A browser: its cookie, and whose chat is open in it."""

    page: "Page"
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    seat: str = ""

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        with httpx.Client(base_url=self.page.address, cookies=self.cookies) as client:
            answer = client.request(method, path, **more)
            self.cookies = client.cookies
        return answer

    def enter(self, code: str) -> httpx.Response:
        form = {"code": code, "nonce": new_token()}
        answer = self.ask("POST", "/join", data=form)
        self.seat = answer.headers.get("location", "")
        return answer

    def chat(self, path: str = "chat") -> httpx.Response:
        return self.ask("GET", f"/{self.seat}{path}")

    def taps(self, code: str) -> dict[str, Any]:
        body = {"key": f"k{next(self.page.keys)}", "tap": code, "on": 0}
        (answer,) = self.ask("POST", f"/{self.seat}chat", json=body).json()["messages"]
        return dict(answer)

    def listens(self) -> threading.Thread:
        """Open a window's stream, which ends when it does."""
        begun = threading.Event()

        def listen() -> None:
            with httpx.stream(
                "GET",
                f"{self.page.address}/{self.seat}events",
                cookies=self.cookies,
                timeout=SOON * 2,
            ) as stream:
                for _line in stream.iter_lines():
                    begun.set()

        thread = threading.Thread(target=listen)
        thread.start()
        assert begun.wait(SOON)
        return thread


@dataclass
class Page:
    """The page of the school, served on a port of this machine."""

    school: School
    house: House
    address: str
    keys: Iterator[int] = field(default_factory=lambda: count(1))

    def code(self, who: str) -> str:
        with self.house.transaction() as uow:
            person = uow.people.find(self.school.people[who].person_id)
            assert person is not None
            return invite_person(uow, person, datetime.now(UTC), timedelta(days=1)).code

    def device(self, who: str) -> Device:
        made = Device(self)
        assert made.enter(self.code(who)).status_code == 303
        return made


@pytest.fixture
def page(school_url: str, tmp_path: Path) -> Iterator[Page]:
    listener = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    key = str(tmp_path / "kompaan.key")
    house = House(
        Settings(_env_file=None, database_url=school_url, public_url=address, signing_key_file=key)
    )
    with ExitStack() as stack:
        stack.callback(house.engine.dispose)
        stack.enter_context(served(web(house, house.lanes()), listener))
        yield Page(School(house.engine).found(), house, address)


def test_a_lost_phone_is_closed_at_once_in_an_open_window(page: Page):
    phone, coach = page.device("m1"), page.device("c1")
    window = phone.listens()
    coach.taps(f"jp:{page.school.people['m1'].person_id}")
    window.join(SOON)
    assert not window.is_alive()
    refused = phone.chat()
    assert refused.status_code == 401
    assert refused.headers["clear-site-data"] == FORGET
    assert "A new link comes from your school" in refused.json()["error"]


def test_closing_one_device_leaves_the_windows_of_the_other(page: Page):
    phone = page.device("m1")
    link = re.search(r"/join/(\w+)", phone.taps("ja")["text"])
    assert link is not None
    tablet = Device(page)
    tablet.enter(link[1])
    window = tablet.listens()
    phone.taps("jo:yes")
    window.join(SOON)
    assert not window.is_alive()
    assert tablet.chat().status_code == 401
    assert phone.chat().status_code == 200


def test_a_link_is_drawn_for_a_camera_and_kept_nowhere(page: Page):
    phone = page.device("m1")
    said = phone.taps("ja")
    link = re.search(r"http\S+/join/(\w+)", said["text"])
    assert link is not None
    drawn = phone.chat(said["files"][0]["url"])
    assert drawn.content == qr_png(link[0])
    assert drawn.headers["cache-control"] == "no-store"
    assert link[1] not in phone.chat().text
    assert phone.chat("qr/nonsense").status_code == 404
    assert Device(page, seat=phone.seat).chat(said["files"][0]["url"]).status_code == 401


def test_a_copied_cookie_talks_as_its_owner_until_the_device_is_closed(page: Page):
    """What does not hold: nothing shows that a second browser has the same cookie."""
    phone = page.device("m1")
    copy = Device(page, httpx.Cookies(phone.cookies), phone.seat)
    assert copy.chat().status_code == 200
    listed = phone.taps("jv")
    assert [row[0]["code"] for row in listed["buttons"]] == ["jd:1:ask", "ja"]
    phone.taps("jd:1:yes")
    assert (copy.chat().status_code, phone.chat().status_code) == (401, 401)


def test_two_devices_at_the_door_with_one_link(page: Page):
    code = page.code("m1")
    first, second = Device(page), Device(page)
    assert (first.enter(code).status_code, second.enter(code).status_code) == (303, 403)
    assert not list(second.cookies.jar)


def test_what_was_withdrawn_while_the_door_was_open_is_said_kindly(page: Page):
    code = page.code("m1")
    door = Device(page)
    assert door.ask("GET", f"/join/{code}").status_code == 200
    page.code("m1")
    refused = door.enter(code)
    assert refused.status_code == 403
    assert "no longer works. The school can send you a new one." in refused.text
