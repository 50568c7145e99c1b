"""What was heard on a chat platform: who wrote by the address there, when, and what."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from bot.messages import Incoming, SentFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard(ABC):
    """One thing heard on a chat platform.

    `key` names it, and makes a repeat harmless; `said_at` is aware. `media` names what came
    instead of words, `file` is what the platform calls it, `caption` the words beside it; `album`
    names what several messages were sent as. `reach` is set where nothing was said: whether the
    chat was opened again, or closed to us. `number` is its place in the order in which the platform
    tells what was said; None where times tell it. A file has the `name` that its sender gave it and
    a `size` in bytes; what an administrator sent is fetched first (`sent`).
    """

    platform: ClassVar[str]

    key: str
    said_at: datetime
    language: str = ""
    text: str = ""
    tap: str = ""
    form: Mapping[str, str] | None = None
    edited: bool = False
    media: str = ""
    file: str = ""
    caption: str = ""
    album: str = ""
    reach: bool | None = None
    number: int | None = None
    name: str = ""
    size: int = 0
    sent: SentFile | None = None

    @property
    @abstractmethod
    def address(self) -> str:
        """The address by which an account is known on the platform."""

    @property
    @abstractmethod
    def lane(self) -> int:
        """The number of whoever wrote, the same in every process: what they say stays in order."""

    @property
    @abstractmethod
    def ref(self) -> str:
        """The name of the message, so that an edit corrects what it recorded."""

    @property
    def is_written(self) -> bool:
        """Whether it is a message that its writer may edit later."""
        return not self.tap and self.form is None

    @property
    def wording(self) -> str:
        """What is read of a message, to be held against an edit of it."""
        return "\n".join((self.media, self.text, self.caption))

    @property
    def looks(self) -> bool:
        """Whether somebody only looks, and has not left the menu that is open in the chat."""
        return False

    @property
    def on(self) -> str:
        """What we would call the message of ours that was tapped, to replace it later."""
        return ""

    def said_by(self, person_id: int) -> Incoming:
        """Tell the conversation what was heard, now that we know from whom."""
        return Incoming(
            key=self.key,
            person_id=person_id,
            said_at=self.said_at,
            text=self.text,
            tap=self.tap,
            form=self.form,
            ref=self.ref,
            edited=self.edited,
            media=self.media,
            file=self.file,
            caption=self.caption,
            on=self.on,
            sent=self.sent,
        )
