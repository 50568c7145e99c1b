"""The school on the page: our whole application, over HTTP, each person with a session."""

import asyncio
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, cached_property
from typing import Any

import httpx
from sqlalchemy import Engine
from starlette.applications import Starlette
from typing_extensions import override

from bot.domain.coaching.repertoire import Repertoire
from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.sessions import digest_of_token, new_seat, new_token
from bot.platforms.page.platform import Page
from bot.platforms.transcript import Utterance, find_button
from bot.platforms.web.application import web_application
from bot.platforms.web.serving.lines import networks_in
from bot.ports import Job, JobOutcome, Shown
from bot.ports.joining.sessions import NewSession
from bot.ports.worlds import World
from bot.settings import Settings
from bot.storage.batch import handle
from bot.use_cases.joining.invite_person import invite_person
from bot.use_cases.rights.noticing.note_told import note_told
from bot.wiring import House
from bot.wiring.pages.page import PageChat
from bot.wiring.pages.push_desk import PushDesk
from bot.wiring.pages.watched import WatchedHouse
from handlers.clock import Tick, deliver
from handlers.slices import Slices
from tests.databases import connected
from tests.dialogues.school import Before, School

HOST = "kompaan.school.example"
ADDRESS = f"https://{HOST}"
COOKIE = "__Host-kompaan"


@cache
def _settings() -> Settings:
    return Settings(public_url=ADDRESS)


class InPlace:
    """Lanes without a thread: what is handed in is handled at once."""

    def __init__(self, house: House) -> None:
        self.house = house

    def submit(self, job: Job) -> "Future[JobOutcome]":
        (outcome,) = handle(self.house.engine, self.house.unit, [job])
        done: Future[JobOutcome] = Future()
        if isinstance(outcome, JobOutcome):
            assert not outcome.quarantined
            done.set_result(outcome)
        else:
            done.set_exception(outcome)
        return done


@dataclass(kw_only=True)
class SchoolHouse(House):
    """The installation of a school of the dialogues: its database, and what it asks and advises."""

    school: "PageSchool"

    @property
    def engine(self) -> Engine:
        return self.school.engine

    @property
    def repertoire(self) -> Repertoire:
        return self.school.repertoire


@dataclass(kw_only=True)
class SchoolChat(PageChat):
    """The page's back, at the time of the dialogue."""

    school: "PageSchool"

    @override
    def now(self) -> datetime:
        return self.school.at

    @override
    def bring(self) -> list[tuple[int, Shown]]:
        tick = Tick(World(False, self.now()), self.school.tools, ())
        with Slices(self.house.transaction, self.house.reading) as slices:
            deliver(slices, tick)
        return tick.arrived


@dataclass
class Device:
    """A browser: the chat that is open in it, by which token, and the client once it asks."""

    seat: str = ""
    token: str = ""
    client: httpx.AsyncClient | None = None
    line: str = "127.0.0.1"
    nonce: str = ""


@dataclass
class PageSchool(School):
    """Everybody's side of the conversation, each on a device of their own."""

    devices: dict[str, Device] = field(default_factory=dict)
    runner: asyncio.Runner = field(default_factory=asyncio.Runner)

    @cached_property
    def tools(self) -> Any:
        from tests.dialogues.clock import TOOLS  # it knows this school, too

        return TOOLS

    @cached_property
    def house(self) -> SchoolHouse:
        return SchoolHouse(settings=_settings(), school=self)

    @cached_property
    def page(self) -> Page:
        chat = SchoolChat(self.house, self.lanes, school=self)
        proxies = networks_in(self.house.settings.http_proxies)
        return Page(chat, PushDesk(self.house), secure=True, proxies=proxies)

    @cached_property
    def lanes(self) -> Any:
        return InPlace(self.house)

    @cached_property
    def application(self) -> Starlette:
        watched = WatchedHouse(self.house, self.lanes)
        return web_application(watched, self.page.site, platforms=[self.page])

    @contextmanager
    def joined(self) -> Iterator["PageSchool"]:
        """Found the school, and let everybody be on the page for as long as this lasts."""
        self.found()
        self.everybody_joins()
        with self.runner:
            yield self

    def everybody_joins(self) -> None:
        with self.engine.begin() as connection:
            uow = self.unit(connection)
            for who, speaker in self.people.items():
                person = uow.people.find(speaker.person_id)
                assert person is not None
                uow.accounts.join(person, JoiningPlatform.PAGE, str(person.id), self.at)
                note_told(uow, person, self.at)  # as whoever joins is
                token, seat = new_token(), new_seat()
                new = NewSession(seat, digest_of_token(token), digest_of_token(seat), None, "")
                uow.sessions.open(person, new, self.at)
                self.devices[who] = Device(f"me/{seat}", token)

    def ask(self, device: Device, method: str, path: str, **more: Any) -> httpx.Response:
        """Ask something of the application, from a device."""
        if device.client is None:
            there = httpx.ASGITransport(self.application, client=(device.line, 50000))
            device.client = httpx.AsyncClient(transport=there, base_url=ADDRESS, trust_env=False)
            if device.token:
                device.client.cookies.set(COOKIE, device.token, HOST, "/")
        return self.runner.run(device.client.request(method, path, **more))

    def invite(self, who: str) -> str:
        """Make an invitation for somebody; gives its code."""
        with self.engine.begin() as connection:
            uow = self.unit(connection)
            person = uow.people.find(self.people[who].person_id)
            assert person is not None
            return invite_person(uow, person, self.at, timedelta(days=14)).code

    def knock(self, device: Device, code: str, nonce: str = "", **more: Any) -> httpx.Response:
        """Open a link in a browser, and press the button behind it; or press it again."""
        if not nonce:
            door = self.ask(device, "GET", f"/join/{code}")
            device.nonce = nonce = re.findall(r'name="nonce" value="([^"]+)"', door.text)[0]
        came = self.ask(device, "POST", "/join", data={"code": code, "nonce": nonce}, **more)
        if came.status_code == 303:
            device.seat = came.headers["location"].strip("/")
        return came

    def come_in(self, who: str) -> Device:
        """Open an invitation of somebody on a device of theirs."""
        self.devices[who] = device = Device()
        came = self.knock(device, self.invite(who))
        assert came.status_code == 303, came.text
        return device

    def asked(self, who: str, method: str, path: str, **more: Any) -> httpx.Response:
        """Ask something below somebody's own address; who was away for long comes in anew."""
        device = self.devices[who]
        answer = self.ask(device, method, f"/{device.seat}/{path}", **more)
        if answer.status_code == 401:
            device = self.come_in(who)
            answer = self.ask(device, method, f"/{device.seat}/{path}", **more)
        return answer

    def messages(self, who: str, path: str = "chat") -> list[Shown]:
        """Read somebody's messages as the page gives them."""
        answer = self.asked(who, "GET", path)
        assert answer.status_code == 200, answer.text
        return [shown(message) for message in answer.json()["messages"]]

    @override
    def tap(self, who: str, label: str) -> list[Shown]:
        message, code = find_button(self.messages(who), label)
        return self.utter(who, Utterance(f"k{next(self.keys)}", self.at, tap=code, on=message.id))

    @override
    def tap_codes(
        self, who: str, codes: Iterable[str], before: Before = lambda _uow: None
    ) -> Iterator[tuple[str, Shown]]:
        for code in codes:
            with self.engine.begin() as connection:
                before(self.unit(connection))
            for answered in self.tap_code(who, code):
                yield code, answered

    @override
    def buttons(self, who: str) -> list[str]:
        newest = self.messages(who)[-1:]
        return [button["label"] for message in newest for row in message.buttons for button in row]

    @override
    def utter(self, who: str, said: Utterance) -> list[Shown]:
        path, body = "chat", {"key": said.key, "on": said.on}
        if said.attached:
            path, body = "chat/attached", {"key": said.key, "text": said.text}
            body["file"] = b64encode(said.attached.data).decode()
            body |= {"name": said.attached.name} if said.attached.name else {}
        elif said.form is not None or said.tap:
            body |= {name: getattr(said, name) for name in ("tap", "form") if getattr(said, name)}
        else:
            body["text"] = said.text
        usual, self.at = self.at, said.said_at
        answer = self.asked(who, "POST", path, json=body)
        self.at = usual
        assert answer.status_code == 200, answer.text
        heard = [shown(message) for message in answer.json()["messages"]]
        return [message for message in heard if not message.mine]


def shown(message: dict[str, Any]) -> Shown:
    """Read a message as the page gives it."""
    return Shown(**{**message, "said_at": datetime.fromisoformat(message["said_at"])})


@contextmanager
def on_the_page(url: str, **more: Any) -> Iterator[PageSchool]:
    """Found a school, and let everybody be on the page for as long as this lasts."""
    with connected(url) as engine, PageSchool(engine, **more).joined() as made:
        yield made
