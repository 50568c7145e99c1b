"""What was heard on Telegram: in which chat, on which message, and what must be freed."""

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.folding import storable
from bot.platforms.heard import Heard

HIGHEST = 1 << 52
"""Numbers that Telegram hands out have at most 52 significant bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramHeard(Heard):
    """One thing heard on Telegram.

    `callback` is the query that must be answered, `message_id` the message tapped or said;
    `on_file` says that the message tapped is a file.
    """

    platform: ClassVar[str] = "telegram"

    chat: int
    private: bool
    callback: str = ""
    message_id: int = 0
    on_file: bool = False

    def __post_init__(self) -> None:
        """Refuse what no database keeps; raises TypeError or ValueError.

        The library reads what it is given: a text may come where a number belongs.
        """
        for name in ("chat", "message_id"):
            value = getattr(self, name)
            if type(value) is not int or abs(value) > HIGHEST:
                raise TypeError(f"{name} is no number of Telegram's")
        for name in ("key", "language", "text", "tap", "callback", "file", "caption", "album"):
            value = getattr(self, name)
            if not isinstance(value, str):
                raise TypeError(f"{name} is no text")
            object.__setattr__(self, name, storable(value))
        if self.said_at.tzinfo is None or not 1970 < self.said_at.year < 9999:
            raise ValueError("no time that can be kept")

    @property
    def address(self) -> str:
        """The number of the chat."""
        return str(self.chat)

    @property
    def lane(self) -> int:
        """The number of the chat."""
        return self.chat

    @property
    def on(self) -> str:
        """The message tapped, unless it is a file: that has no text to edit."""
        return str(self.message_id) if self.callback and not self.on_file else ""

    @property
    def ref(self) -> str:
        """The message in its chat, so that an edit corrects what it recorded."""
        return f"{self.platform}:{self.chat}:{self.message_id}"
