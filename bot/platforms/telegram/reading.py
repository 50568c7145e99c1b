"""An update read into what was heard: from whom, what, and on which message."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, ChatMember, ChatMemberUpdated, Message, Update

from bot.platforms.attached import DOCUMENT
from bot.platforms.telegram.heard import HIGHEST, TelegramHeard
from bot.platforms.telegram.sent import FORWARDED, READ, is_service, only

PRIVATE = "private"
AWAY = (ChatMember.BANNED, ChatMember.LEFT)
"""What we are in a private chat where we may not write."""
FILES = ("photo", "animation", "document")
"""How a message of ours tells that it is a file, in the kinds that we send."""
_SAID = ("message", "edited_message")


def heard_of(raw: Mapping[str, Any], bot: Bot, bot_id: int, now: datetime) -> TelegramHeard | None:
    """Read an update; None where it asks for nothing. Raises whatever the library raises.

    A tap carries no time of its own: it counts as made when it is read, which is `now`, unless its
    number tells otherwise.
    """
    if raw.get("callback_query") is not None:
        return _read_tap(raw, bot_id, now)
    update = Update.de_json(_read(raw), bot)
    key = _key(bot_id, update.update_id)
    if update.my_chat_member is not None:
        return _read_reach(key, update.my_chat_member)
    said = update.message or update.edited_message
    if said is None or said.from_user is None or said.from_user.is_bot:
        return None
    sent = raw["message" if update.message else "edited_message"]
    if is_service(sent):
        return None
    read = _read_message(key, said, sent, edited="message" not in raw)
    return replace(read, number=_number(update.update_id))


def writer_of(raw: Mapping[str, Any], key: str, now: datetime) -> TelegramHeard | None:
    """Find who wrote what cannot be read, to tell them so; None where not even that is known."""
    said: Any = raw.get("message") or raw.get("edited_message")
    chat = said.get("chat") if isinstance(said, dict) else None
    if not isinstance(chat, dict) or chat.get("type") != PRIVATE:
        return None
    try:
        return TelegramHeard(key=key, chat=chat["id"], private=True, said_at=now)
    except (KeyError, TypeError, ValueError):
        return None


def _read(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Keep of an update what the library is to read."""
    return {name: only(value, READ) if name in _SAID else value for name, value in raw.items()}


def _read_tap(raw: Mapping[str, Any], bot_id: int, now: datetime) -> TelegramHeard:
    """Read a tap, and where its message is not gone, on which that was.

    By ourselves: of all that comes taps are the most, and the library makes an object of each of
    their parts, for eight values that are looked at again where they are kept.
    """
    tap = raw["callback_query"]
    message, user = tap.get("message"), tap["from"]
    chat = user if message is None else message["chat"]
    return TelegramHeard(
        key=_key(bot_id, raw["update_id"]),
        number=_number(raw["update_id"]),
        chat=chat["id"],
        private=message is None or chat["type"] == PRIVATE,
        said_at=now,
        language=user.get("language_code") or "",
        tap=tap.get("data") or "",
        callback=tap["id"],
        message_id=0 if message is None else message["message_id"],
        on_file=message is not None and any(message.get(kind) for kind in FILES),
    )


def _read_reach(key: str, changed: ChatMemberUpdated) -> TelegramHeard | None:
    """Read that the bot was blocked or unblocked; None in a group."""
    if changed.chat.type != PRIVATE:
        return None
    return TelegramHeard(
        key=key,
        chat=changed.chat.id,
        private=True,
        said_at=changed.date,
        reach=changed.new_chat_member.status not in AWAY,
    )


def _read_message(
    key: str, message: Message, sent: Mapping[str, Any], *, edited: bool
) -> TelegramHeard:
    media = _media(message, sent)
    user = message.from_user
    return TelegramHeard(
        key=key,
        chat=message.chat.id,
        private=message.chat.type == PRIVATE,
        said_at=_said_at(message, edited=edited),
        language=(user.language_code if user else "") or "",
        text="" if media else message.text or "",
        message_id=message.message_id,
        edited=edited,
        media=media,
        file=_file(message),
        caption=message.caption or "",
        album=message.media_group_id or "",
        name=(message.document.file_name if message.document else "") or "",
        size=(message.document.file_size if message.document else 0) or 0,
    )


def _said_at(message: Message, *, edited: bool) -> datetime:
    """Say when a message was said, or edited.

    Telegram tells whole seconds; within one, a chat's message numbers tell the order, so that
    updates which arrive in disorder still give the film that was meant.
    """
    second = (message.edit_date if edited else None) or message.date
    return second + timedelta(microseconds=message.message_id % 1_000_000)


def _key(bot_id: int, number: object) -> str:
    return f"telegram:{bot_id}:{number}"


def _number(number: object) -> int | None:
    """Take an update's number, where it is one that Telegram may give."""
    return number if type(number) is int and abs(number) <= HIGHEST else None


def _media(message: Message, sent: Mapping[str, Any]) -> str:
    if sent.keys() & FORWARDED:
        return "forward"
    if message.text is not None:
        return ""
    if message.document and "animation" not in sent:
        return DOCUMENT
    return "voice" if message.voice or message.audio else "photo" if message.photo else "other"


def _file(message: Message) -> str:
    """Name a photo, in its largest size, a recording or a file as Telegram does; else empty."""
    photo = message.photo[-1] if message.photo else None
    found = message.voice or message.audio or photo or message.document
    return found.file_id if found else ""
