"""The same school, talked with on Slack: over HTTP and sockets, against the fake."""

import asyncio
import socket
import threading
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.lanes import Lanes
from bot.platforms.conversation import Conversation
from bot.platforms.platform import Platform
from bot.platforms.slack.endpoint import PATH
from bot.platforms.slack.intake import DEADLINE
from bot.platforms.slack.platform import Line, Slack
from bot.platforms.web import web_application
from bot.platforms.web_server import Server
from bot.ports import Shown
from bot.storage.batch import handle
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring.platforms import knocked, opens_invitation
from handlers.routes import answer, answer_again
from tests.dialogues.school import School
from tests.dialogues.telegram import plain
from tests.fakes.slack import FakeSlack, Seen, User, wait_for
from tests.platforms.fake_chat import FakeChat


@dataclass
class SlackSchool(School):
    """Everybody's side of the conversation, in direct messages on Slack."""

    sockets: bool = False
    deadline: float = DEADLINE
    beat: float = 20.0
    fake: FakeSlack = field(default_factory=FakeSlack)
    users: dict[str, User] = field(default_factory=dict)
    stack: ExitStack = field(default_factory=ExitStack)
    slack: Any = None
    submit: Any = None

    @contextmanager
    def running(self):
        """Run our application against the fake for as long as this lasts."""
        self.at = datetime.now(UTC).replace(microsecond=0)
        with self.stack:
            self.stack.enter_context(self.fake)
            lanes = Lanes(lambda jobs: handle(self.engine, StoredUnitOfWork, jobs))
            self.stack.enter_context(lanes.running())
            self.submit = lanes.submit
            listener = socket.create_server(("127.0.0.1", 0))
            if not self.sockets:
                port = listener.getsockname()[1]
                self.fake.deliverer.url = f"http://127.0.0.1:{port}{PATH}"
            self.slack = Slack(self.line(), self.conversation())
            self.serve(self.slack, listener)
            self.everybody_joins()
            yield self

    def line(self) -> Line:
        app_token = self.fake.app_token if self.sockets else ""
        return Line(
            self.fake.token, self.fake.url, self.fake.secret, app_token, self.deadline, self.beat
        )

    def conversation(self) -> Conversation:
        return Conversation(
            answer,
            answer_again,
            knocked,
            opens_invitation,
            lambda job: self.submit(job),  # looked up late: a test may put another in its place
            self.now,
            (),
        )

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.fake.now(), UTC)

    def serve(self, platform: Platform, listener: socket.socket) -> None:
        server = Server(web_application(FakeChat(), platforms=[platform]))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()

        def stop() -> None:
            server.should_exit = True
            thread.join(15)
            assert not thread.is_alive()

        self.stack.callback(stop)
        give_up = time.monotonic() + 10
        while not server.started:
            assert time.monotonic() < give_up
            time.sleep(0.005)
        if self.sockets:
            wait_for(lambda: self.fake.sockets, what="a socket")

    def everybody_joins(self) -> None:
        with self.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            for who, speaker in self.people.items():
                user = self.users[who] = self.fake.user(who)
                person = uow.people.one(speaker.person_id)
                assert person is not None
                uow.accounts.join(person, "slack", user.id, self.at)

    def later(self, **by: float) -> None:
        before = self.at
        super().later(**by)
        self.fake.later((self.at - before).total_seconds())

    def say(self, who: str, text: str, key: str = "") -> list[Shown]:
        """Say something; what begins with a slash is a command, as Slack's clients take it."""
        if text.startswith("/"):
            return self.answers_to(who, lambda user: user.commands(text[1:]))
        return self.answers_to(who, lambda user: user.says(text))

    def tap(self, who: str, label: str) -> list[Shown]:
        return self.answers_to(who, lambda user: user.taps(self.full(user, label)))

    def full(self, user: User, label: str) -> str:
        """Give the code of a button that is named without the sign before its words."""
        for message in reversed(user.answers):
            for button in message.buttons:
                if label == button.code or plain(label) == plain(button.label):
                    return button.code
        raise AssertionError(f"no button {label!r}")

    def buttons(self, who: str) -> list[str]:
        return self.users[who].last.labels

    def answers_to(self, who: str, act: Any) -> list[Shown]:
        user = self.users[who]
        before = {one.id: one.raw for one in user.answers}
        act(user)
        self.quiet()
        assert self.fake.refused == []
        return [shown(one) for one in user.answers if before.get(one.id) != one.raw]

    def quiet(self) -> None:
        """Wait until all is delivered, and all that is to be said is said."""
        self.fake.quiet()
        self.settled()
        self.fake.quiet()

    def settled(self) -> None:
        intake = self.slack._intake
        loop = self.slack._tasks[0].get_loop()
        asyncio.run_coroutine_threadsafe(intake.settle(), loop).result(10)


def shown(seen: Seen) -> Shown:
    rows = [[{"label": one.label, "code": one.code} for one in row] for row in seen.rows]
    now = datetime.now(UTC)
    return Shown(seen.id, "answer", seen.text, seen.edited, rows, None, None, None, False, now)
