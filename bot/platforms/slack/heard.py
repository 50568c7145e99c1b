"""What was heard on Slack: how it reached us, from whom, and where the answer goes."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.platforms.heard import Heard


class Way(StrEnum):
    """How something reached us: it decides how it is acknowledged."""

    MESSAGE = "message"
    COMMAND = "command"
    TAP = "tap"
    FORM = "form"
    HOME = "home"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackHeard(Heard):
    """One thing heard on Slack.

    `channel` is the direct message in which it was said, empty where it came from elsewhere;
    `message` the ts of the message said or tapped, `thread` of the one below which it stands;
    `trigger` opens a modal, for 3 s; `away` says that a command was typed where others read along.
    `typed_in` is where a command was typed, `respond` an address at which that place hears us, and
    `fetched_at` one at which a file is fetched.
    """

    platform: ClassVar[str] = "slack"

    way: Way
    user: str
    channel: str = ""
    message: str = ""
    thread: str = ""
    typed_in: str = ""
    respond: str = ""
    trigger: str = ""
    away: bool = False
    fetched_at: str = ""

    @property
    def address(self) -> str:
        """The id of the user."""
        return self.user

    @property
    def lane(self) -> int:
        """The user as a number, the same in every process."""
        return int.from_bytes(hashlib.sha256(self.user.encode()).digest()[:6])

    @property
    def on(self) -> str:
        """The message tapped, in its channel."""
        tapped = self.way in (Way.TAP, Way.FORM) and self.channel and self.message
        return f"{self.channel}/{self.message}" if tapped else ""

    @property
    def ref(self) -> str:
        """The message in its channel, so that an edit corrects what it recorded."""
        if self.way is Way.MESSAGE:
            return f"{self.platform}:{self.channel}:{self.message}"
        return self.key

    @property
    def is_written(self) -> bool:
        """Whether it is a message that its writer may edit later."""
        return self.way is Way.MESSAGE

    @property
    def looks(self) -> bool:
        """Whether somebody looks at the home, and stays where the chat is."""
        return self.way is Way.HOME

    @property
    def place(self) -> str:
        """Where to answer: that direct message, or the one with this person."""
        return self.channel or self.user
