"""The school on Telegram: by the real library, against the fake."""

from dataclasses import dataclass, field
from typing import Any

from bot.platforms.telegram.platform import Telegram, TelegramLine
from tests.dialogues.chat import ChatSchool
from tests.fakes.telegram import FakeTelegram

SECRET = "s3cret-of-the-tests"


@dataclass
class TelegramSchool(ChatSchool):
    """Everybody's side of the conversation, in Telegram chats."""

    fake: FakeTelegram = field(default_factory=FakeTelegram)
    webhook: bool = False
    pace: float = 0.0
    timed: bool = False

    def made(self, address: str) -> Telegram:
        hook = address if self.webhook else ""
        line = TelegramLine(
            self.fake.token, self.fake.url, hook, SECRET, self.pace, timed=self.timed
        )
        return Telegram(line, self.conversation())

    def shares(self, user: Any, name: str, data: bytes) -> None:
        user.sends_document(name, data)

    def press(self, user: Any, code: str) -> None:
        user.taps(None, code)

    @property
    def refused(self) -> list[Any]:
        """What is wrong; to edit a message into what it says already is not."""
        return [call for call in super().refused if "not modified" not in str(call)]
