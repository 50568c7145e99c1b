"""The school on Slack: over HTTP and sockets, against the fake."""

import socket
from dataclasses import dataclass, field
from typing import Any

from bot.platforms.slack.endpoint import PATH
from bot.platforms.slack.intake import DEADLINE
from bot.platforms.slack.platform import BEAT, Slack, SlackLine
from bot.ports import Shown
from tests.dialogues.chat import ChatSchool
from tests.fakes.slack import FakeSlack, wait_for


@dataclass
class SlackSchool(ChatSchool):
    """Everybody's side of the conversation, in direct messages on Slack."""

    fake: FakeSlack = field(default_factory=FakeSlack)
    sockets: bool = False
    deadline: float = DEADLINE
    beat: float = BEAT

    def made(self, address: str) -> Slack:
        if not self.sockets:
            self.fake.deliverer.url = f"{address}{PATH}"
        app_token = self.fake.app_token if self.sockets else ""
        line = SlackLine(
            self.fake.token, self.fake.url, self.fake.secret, app_token, self.deadline, self.beat
        )
        return Slack(line, self.conversation())

    def serve(self, listener: socket.socket) -> None:
        super().serve(listener)
        if self.sockets:
            wait_for(lambda: self.fake.sockets, what="a socket")

    def say(self, who: str, text: str, key: str = "") -> list[Shown]:
        """Say something; what begins with a slash is a command, as Slack's clients take it."""
        if text.startswith("/"):
            return self.answers_to(who, lambda user: user.commands(text[1:]))
        return super().say(who, text, key)

    def shares(self, user: Any, name: str, data: bytes) -> None:
        user.sends_file(name, data)

    def press(self, user: Any, code: str) -> None:
        user.taps(code)
