"""An update read into what was heard: from whom, what, and on which message."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.folding import storable

PRIVATE = "private"
HIGHEST = 1 << 52
"""Numbers that Telegram gives out have at most 52 significant bits."""

_MEDIA = {"voice": "voice", "audio": "voice", "photo": "photo"}


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing heard on Telegram.

    `callback` is the query that must be answered, `message_id` the message tapped or said;
    `media` names what came instead of words.
    """

    key: str
    chat: int
    private: bool
    said_at: datetime
    language: str = ""
    text: str = ""
    tap: str = ""
    callback: str = ""
    message_id: int = 0
    edited: bool = False
    media: str = ""

    def __post_init__(self) -> None:
        """Refuse what no database keeps, such as a text where a number belongs.

        Raises TypeError or ValueError.
        """
        for name in ("chat", "message_id"):
            value = getattr(self, name)
            if type(value) is not int or abs(value) > HIGHEST:
                raise TypeError(f"{name} is no number that Telegram gives out")
        for name in ("key", "language", "text", "tap", "callback"):
            value = getattr(self, name)
            if not isinstance(value, str):
                raise TypeError(f"{name} is no text")
            object.__setattr__(self, name, storable(value))
        if self.said_at.tzinfo is None or not 1970 < self.said_at.year < 9999:
            raise ValueError("no time that can be kept")

    @property
    def ref(self) -> str:
        """Name the message, so that an edit corrects what it recorded."""
        return f"telegram:{self.chat}:{self.message_id}"


def heard_of(raw: Mapping[str, Any], bot_id: int, now: datetime) -> Heard | None:
    """Read an update; None for one that asks for nothing.

    A tap carries no time of its own, so its time is when it arrives. What is malformed raises
    whatever reading it raises.
    """
    key = f"telegram:{bot_id}:{raw['update_id']:d}"
    query = raw.get("callback_query")
    if query:
        return _tap(key, query, now)
    message = raw.get("message") or raw.get("edited_message")
    if not message:
        return None
    user = message.get("from") or {"is_bot": True}  # what no user says is a channel's
    heard = _message(key, message, user, edited="edited_message" in raw)
    return None if user["is_bot"] else heard


def _tap(key: str, query: Mapping[str, Any], now: datetime) -> Heard:
    message = query.get("message")
    chat = message["chat"] if message else {"id": query["from"]["id"], "type": PRIVATE}
    return Heard(
        key=key,
        chat=chat["id"],
        private=chat["type"] == PRIVATE,
        said_at=now,
        language=query["from"].get("language_code") or "",
        tap=query.get("data") or "",
        callback=query["id"],
        message_id=message["message_id"] if message else 0,
    )


def _message(
    key: str, message: Mapping[str, Any], user: Mapping[str, Any], *, edited: bool
) -> Heard:
    media = _media(message)
    return Heard(
        key=key,
        chat=message["chat"]["id"],
        private=message["chat"]["type"] == PRIVATE,
        said_at=_said_at(message, edited=edited),
        language=user.get("language_code") or "",
        text="" if media else message["text"],
        message_id=message["message_id"],
        edited=edited,
        media=media,
    )


def _said_at(message: Mapping[str, Any], *, edited: bool) -> datetime:
    """Give when a message was said.

    Telegram tells whole seconds; within one, a chat's message numbers tell the order, so that
    updates which arrive in disorder still give the film that was meant.
    """
    second = (message.get("edit_date") if edited else None) or message["date"]
    said_at = datetime.fromtimestamp(second, UTC)
    return said_at + timedelta(microseconds=message["message_id"] % 1_000_000)


def _media(message: Mapping[str, Any]) -> str:
    if "forward_origin" in message:
        return "forward"
    if "text" in message:
        return ""
    return next((kind for name, kind in _MEDIA.items() if name in message), "other")
