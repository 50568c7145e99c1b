"""The same school, talked with on a chat platform: our application, over HTTP, against a fake."""

import asyncio
import socket
from abc import ABC, abstractmethod
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar

from bot.lanes import Lanes
from bot.platforms.conversation import Conversation
from bot.platforms.platform import Platform
from bot.platforms.sample_page.application import sample_application
from bot.ports import Shown
from bot.storage.batch import handle
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.noticing.note_told import note_told
from bot.use_cases.telling.tell_unreachable import tell_unreachable
from bot.wiring.deliveries import hold
from bot.wiring.files import files_in_lane
from bot.wiring.platforms import came_back, knocked, may_send_files, opens_invitation
from handlers.answering import answer, answer_again
from handlers.routes import TABLE
from tests.databases import connected
from tests.dialogues.discreet import discreet
from tests.dialogues.school import School
from tests.fakes.waiting import PATIENCE
from tests.platforms.fake_chat import FakeChat
from tests.platforms.served import served


@dataclass
class ChatSchool(School, ABC):
    """Everybody's side of the conversation, each in a chat of their own."""

    needs: ClassVar = "fake"
    fake: Any = None
    users: dict[str, Any] = field(default_factory=dict)
    stack: ExitStack = field(default_factory=ExitStack)
    platform: Any = None
    submit: Any = None

    @abstractmethod
    def made(self, address: str) -> Platform:
        """Make the platform; the address is where our application listens."""

    @abstractmethod
    def press(self, user: Any, code: str) -> None:
        """Tap the newest button with this code."""

    @property
    def refused(self) -> list[Any]:
        """What our application asked of the platform that it must not ask."""
        return list(self.fake.refused)

    @contextmanager
    def running(self):
        """Run our application against the fake for as long as this lasts."""
        with self.stack:
            self.stack.enter_context(self.fake)
            # The day of every other way: by the real one a period of a test would pass some day.
            self.fake.later(self.at.timestamp() - self.fake.now())
            lanes = Lanes(lambda jobs: handle(self.engine, self.unit, jobs))
            self.stack.enter_context(lanes.running())
            self.submit = lanes.submit
            listener = socket.create_server(("127.0.0.1", 0))
            self.platform = self.made(f"http://127.0.0.1:{listener.getsockname()[1]}")
            self.serve(listener)
            self.everybody_joins()
            yield self

    def conversation(self) -> Conversation:
        return Conversation(
            answer,
            answer_again,
            knocked,
            opens_invitation,
            came_back,
            tell_unreachable,
            hold,
            lambda job: self.submit(job),  # looked up late: a test may put another in its place
            self.now,
            self.now,
            TABLE.menu(),
            files_in_lane,
            self.takes_files,
        )

    def takes_files(self, platform: str, address: str) -> bool:
        with self.engine.begin() as connection:
            return may_send_files(StoredUnitOfWork(connection), platform, address)

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.fake.now(), UTC)

    def serve(self, listener: socket.socket) -> None:
        application = sample_application(FakeChat(), platforms=[self.platform])
        self.stack.enter_context(served(application, listener))

    def everybody_joins(self) -> None:
        with self.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            for who, speaker in self.people.items():
                user = self.users[who] = self.fake.user(who)
                person = uow.people.find_and_hold(speaker.person_id)
                assert person is not None
                uow.accounts.join(person, self.platform.name, str(user.id), self.at)
                note_told(uow, person, self.at)  # as whoever joins is

    def later(self, **by: float) -> None:
        before = self.at
        super().later(**by)
        self.fake.later((self.at - before).total_seconds())

    def say(self, who: str, text: str, key: str = "") -> list[Shown]:
        return self.answers_to(who, lambda user: user.says(text))

    def send_file(self, who: str, name: str, data: bytes) -> list[Shown]:
        return self.answers_to(who, lambda user: self.shares(user, name, data))

    @abstractmethod
    def shares(self, user: Any, name: str, data: bytes) -> None:
        """Send a file in somebody's chat."""

    def tap(self, who: str, label: str) -> list[Shown]:
        return self.answers_to(who, lambda user: self.press(user, self.full(user, label)))

    def full(self, user: Any, label: str) -> str:
        """The code of a button that is named without the sign before its words."""
        for message in reversed(user.answers):
            for button in message.buttons:
                if label == button.code or plain(label) == plain(button.label):
                    return str(button.code)
        raise AssertionError(f"no button {label!r}")

    def buttons(self, who: str) -> list[str]:
        return list(self.users[who].last.labels)

    def answers_to(self, who: str, act: Any) -> list[Shown]:
        user = self.users[who]
        before = {message.id: message.raw for message in user.answers}
        act(user)
        self.quiet()
        assert self.refused == []
        return [shown(message) for message in user.answers if before.get(message.id) != message.raw]

    def quiet(self) -> None:
        """Wait until all is delivered, and all that is to be said is said."""
        self.fake.quiet()
        self.settled()
        self.fake.quiet()  # what was said may be delivered to us, too

    def settled(self) -> None:
        """Wait until all that is to be said is said."""
        intake = self.platform._intake
        loop = self.platform._tasks[0].get_loop()
        asyncio.run_coroutine_threadsafe(intake.settle(), loop).result(PATIENCE)


@contextmanager
def opened(kind, url, *, discreetly=False, **more):
    """Found a school of a kind, and run it for as long as this lasts."""
    with connected(url) as engine, ExitStack() as stack:
        made = kind(engine, **more)
        made.found()
        canary = stack.enter_context(discreet(engine)) if discreetly else None
        with made.running():
            yield made
        assert canary is None or not canary.found, "\n".join(canary.found)
        assert canary is None or canary.looked


def plain(label: str) -> str:
    return label.strip("✗◐✓✕↩‹› ").lower() or label.strip()


def shown(seen: Any) -> Shown:
    rows = [
        [
            {"label": own.label, "code": own.code, "chosen": getattr(own, "chosen", None)}
            for own in row
        ]
        for row in seen.rows
    ]
    now = datetime.now(UTC)
    return Shown(seen.id, "answer", seen.text, seen.edited, rows, None, None, None, False, now)
