"""The page of real people in a test's browser: a school, its server, and what one looks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.messages import MessageKind
from bot.ports import Shown
from bot.storage.tables import chat_message, person, score
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.invite_person import invite_person
from tests.browser.looking import waits
from tests.browser.webdriver import Browser
from tests.databases import connected
from tests.fakes.waiting import PATIENCE, wait_for
from tests.faults.server import Server, free_port

TAPPED = """
const [selector, number, done] = arguments;
const tapped = [...document.querySelectorAll(selector)].at(number);
tapped.scrollIntoView({ block: "nearest" });
const { x, y, width, height } = tapped.getBoundingClientRect();
const top = document.elementFromPoint(x + width / 2, y + height / 2);
if (!tapped.contains(top)) done(`${top?.outerHTML.slice(0, 200)} lies over it`);
else { tapped.click(); done(""); }
"""


@dataclass
class OwnPage:
    """The school's page on a running server, as one person after the other opens it."""

    url: str
    server: Server
    taps: int = field(default=0, init=False)

    @property
    def address(self) -> str:
        return self.server.settings["KOMPAAN_PUBLIC_URL"]

    def link(self, school_id: str, organisation: int = 1) -> str:
        """Invite somebody; gives what they are sent."""
        with self.working() as uow:
            invited = uow.people.find(self.number(uow, school_id, organisation))
            assert invited is not None
            lasts = timedelta(days=14)
            code = invite_person(uow, invited, datetime.now(UTC), lasts).code
        return f"{self.address}/join/{code}"

    def opens(self, browser: Browser, school_id: str) -> None:
        """Open the link of a person, and the chat behind it."""
        browser.open(self.link(school_id))
        self.tap(browser, "form button")
        waits(browser, "document.querySelector('.own .said .buttons') && true")

    def tap(self, browser: Browser, selector: str, number: int = 0) -> None:
        """Tap what can be seen and reached, once it is there."""
        waits(browser, f"document.querySelectorAll('{selector}').length && true")
        assert browser.runs(TAPPED, selector, number) == ""
        self.taps += 1

    def tell(self, school_id: str, *texts: str) -> list[int]:
        """Let messages reach somebody whom nobody asked; gives their numbers."""
        at = datetime.now(UTC)
        with self.working() as uow:
            about = self.number(uow, school_id), 1
            return [
                uow.transcripts.add(*about, unasked(text, at), f"test:{at}:{text}", read=False).id
                for text in texts
            ]

    def number(self, uow: StoredUnitOfWork, school_id: str, organisation: int = 1) -> int:
        named = select(person.c.id).where(
            person.c.school_id == school_id, person.c.organisation_id == organisation
        )
        return int(uow.connection.execute(named).scalar_one())

    def scores(self) -> int:
        with self.working() as uow:
            return len(uow.connection.execute(select(score.c.id)).all())

    def unread(self) -> list[int]:
        """List what nobody saw yet."""
        unseen = select(chat_message.c.id).where(chat_message.c.shown.is_(False))
        with self.working() as uow:
            return list(uow.connection.execute(unseen).scalars())

    @contextmanager
    def working(self) -> Iterator[StoredUnitOfWork]:
        with connected(self.url) as engine, engine.begin() as connection:
            yield StoredUnitOfWork(connection)


def comes(browser: Browser, wanted: str, seconds: float = PATIENCE) -> None:
    """Wait until an expression holds, also while the page is loaded anew."""

    def holds() -> bool:
        try:
            return bool(browser.runs(f"arguments[0](Boolean({wanted}))"))
        except AssertionError:
            return False

    wait_for(holds, seconds, what=wanted)


def unasked(text: str, at: datetime) -> Shown:
    return Shown(0, MessageKind.NOTICE, text, False, [], None, None, None, False, at)


@contextmanager
def own_page(url: str, folder: Path, prefix: str = "") -> Iterator[OwnPage]:
    """Run the page of a database's school, at an address of this machine."""
    port = free_port()
    settings = {"KOMPAAN_PUBLIC_URL": f"http://127.0.0.1:{port}{prefix}"}
    server = Server(url, port, str(folder), settings=settings, forked=True)
    server.start()
    try:
        yield OwnPage(url, server)
    finally:
        server.stop()
