"""Carrying messages of the outbox to Telegram: what came of each, in the words of delivery."""

import asyncio
import logging

from telegram import Bot
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.domain.telling.delivery import (
    DeliveryOutcome,
    Later,
    NotReached,
    Permanent,
    RefusalReason,
    Sent,
    Unknown,
)
from bot.platforms.carrying import ALONG_WITHIN, AS_WRITTEN, REFUSED_TOKEN_WAIT, reply_of
from bot.platforms.telegram.drawing import Values, caption_of, messages_of
from bot.platforms.telegram.errors import NoConnection, is_unchanged, seconds_of
from bot.platforms.telegram.request import call
from bot.platforms.telegram.uploading import upload, uploads
from bot.ports.telling.outbox import Content

log = logging.getLogger(__name__)

_GONE = ("chat not found", "user is deactivated", "user not found", "peer_id_invalid")


class TelegramCarrier:
    """Sends on one bot."""

    def __init__(self, bot: Bot) -> None:
        """Send with this bot."""
        self._bot = bot

    async def send(self, platform: str, address: str, content: Content) -> DeliveryOutcome:
        """Send a message and say what came of it; never raises for what Telegram answers."""
        chat, messages = int(address), messages_of(reply_of(content), AS_WRITTEN)
        if content.deletes:
            return await self._take_back(chat, content.deletes, content.text)
        if content.edits and len(messages) == 1:
            edited = await self._edit(chat, content.edits, messages[0])
            if edited is not None:
                return edited
        try:
            together = await self._together(chat, content)
            if together is not None:
                return together
            for message in messages:
                sent = await call(self._bot, "sendMessage", chat_id=chat, **message)
        except TelegramError as error:
            return outcome_of(error)
        await self._along(chat, content)
        return Sent(str(sent["message_id"]))

    async def _together(self, chat: int, content: Content) -> Sent | None:
        """Send the only picture with the words below it, as one; None where that cannot be."""
        below = caption_of(reply_of(content), AS_WRITTEN)
        if len(content.made) != 1 or below is None:
            return None
        method, values = upload(content.made[0], below)
        try:
            sent = await call(self._bot, method, chat_id=chat, **values)
        except BadRequest:
            log.info("%s was refused", method)
            return None  # it was surely not taken: the words go alone
        return Sent(str(sent["message_id"]))

    async def _along(self, chat: int, content: Content) -> None:
        """Send several pictures below the words, which have arrived whatever becomes of these.

        They come last, and are never tried again, so that nothing arrives twice.
        """
        if len(content.made) == 1 and caption_of(reply_of(content), AS_WRITTEN) is not None:
            return  # it was refused
        try:
            async with asyncio.timeout(ALONG_WITHIN):
                for method, values in uploads(content.made):
                    await call(self._bot, method, chat_id=chat, **values)
        except (TelegramError, TimeoutError) as error:
            log.warning("pictures of a message were not sent: %s", type(error).__name__)

    async def _take_back(self, chat: int, ref: str, notice: str) -> DeliveryOutcome:
        """Delete a message of ours, or empty one that is too old for that.

        One that is gone, or can be neither, is left as it is: there is nothing more to try.
        """
        place: Values = {"chat_id": chat, "message_id": int(ref)}
        tries: dict[str, Values] = {
            "deleteMessage": {},
            "editMessageText": {"text": notice},
            "editMessageCaption": {"caption": notice},
        }
        for method, values in tries.items():
            try:
                await call(self._bot, method, **place, **values)
            except BadRequest as error:
                if is_unchanged(error) or "not found" in str(error).lower():
                    break
            except TelegramError as error:
                came = outcome_of(error)
                # It may be tried again: twice is the same as once.
                return Later() if isinstance(came, Unknown) else came
            else:
                break
        return Sent()

    async def _edit(self, chat: int, ref: str, message: Values) -> DeliveryOutcome | None:
        """Replace a message in place; None where that is not possible any more."""
        place = {"chat_id": chat, "message_id": int(ref)}
        try:
            await call(self._bot, "editMessageText", **place, **message)
        except BadRequest as error:
            return Sent(ref) if is_unchanged(error) else None
        except TelegramError as error:
            came = outcome_of(error)
            # An edit may be tried again: twice is the same as once.
            return Later() if isinstance(came, Unknown) else came
        return Sent(ref)


def outcome_of(error: TelegramError) -> DeliveryOutcome:
    """Say what an error means for the message."""
    text = str(error).lower()
    if isinstance(error, RetryAfter):
        return Later(seconds_of(error))
    if isinstance(error, Forbidden):
        return Permanent(RefusalReason.GONE if "deactivated" in text else RefusalReason.BLOCKED)
    if isinstance(error, InvalidToken):
        return Later(REFUSED_TOKEN_WAIT)
    if isinstance(error, BadRequest):
        gone = any(words in text for words in _GONE)
        return Permanent(RefusalReason.GONE if gone else RefusalReason.REFUSED)
    if isinstance(error, NoConnection):
        return NotReached()
    if isinstance(error, NetworkError):
        # A time-out, a broken line, an answer of 500: it may have arrived.
        return Unknown()
    return Permanent(RefusalReason.REFUSED)
