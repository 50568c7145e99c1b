"""Saying answers on Telegram: in order per chat, patient with a full line, never twice on doubt."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.i18n import Voice
from bot.messages import Command, Reply
from bot.platforms.telegram.drawing import messages_of
from bot.platforms.telegram.menu import set_menu_of_chat
from bot.platforms.telegram.reading import Heard
from bot.platforms.telegram.request import NotReached, call

log = logging.getLogger(__name__)

TRIES = 4
PATIENCE = 60.0
"""Seconds that an answer waits at most when Telegram asks for a pause; later it is of no use."""

UNCHANGED = "message is not modified"


@dataclass(frozen=True, slots=True)
class Speech:
    """The answer to something heard."""

    heard: Heard
    replies: Sequence[Reply]
    voice: Voice
    menu: Sequence[Command] = ()


async def speak(bot: Bot, speech: Speech, before: "asyncio.Task[None] | None" = None) -> None:
    """Say an answer once what came before it in the chat is said; never raises."""
    heard = speech.heard
    try:
        if before is not None:
            await asyncio.wait([before])
        if heard.callback:
            freed = {"callback_query_id": heard.callback}
            await _patiently(lambda: call(bot, "answerCallbackQuery", **freed))
        for reply in speech.replies:
            await _say(bot, heard, reply, speech.voice)
        if speech.menu:
            await set_menu_of_chat(bot, heard.chat, speech.menu, speech.voice.language)
    except Forbidden:
        log.info("an answer was not wanted: the bot is blocked")
    except TelegramError as error:
        log.warning("an answer was not said: %s", type(error).__name__)


async def _say(bot: Bot, heard: Heard, reply: Reply, voice: Voice) -> None:
    *before, last = messages_of(reply, voice)
    if reply.edit and heard.message_id and not before:
        edited = {"chat_id": heard.chat, "message_id": heard.message_id, **last}
        try:
            await _patiently(lambda: call(bot, "editMessageText", **edited))
            return
        except BadRequest as error:
            if UNCHANGED in str(error).lower():
                return
            # Too old, or gone: what it says is said anew.
    for message in (*before, last):
        await _send(bot, {"chat_id": heard.chat, **message})


async def _send(bot: Bot, message: Mapping[str, object]) -> None:
    await _patiently(lambda: call(bot, "sendMessage", **message))


async def _patiently(said: Callable[[], Awaitable[object]]) -> None:
    """Call again after a pause that was asked for, or where nothing was reached.

    A time-out is not 'unsent': trying again could say it twice, so it is left at that.
    """
    for _attempt in range(TRIES - 1):
        try:
            await said()
            return
        except RetryAfter as error:
            if seconds_of(error) > PATIENCE:
                raise
            await asyncio.sleep(seconds_of(error))
        except NotReached:
            await asyncio.sleep(1)
        except BadRequest as error:
            if "query is too old" in str(error).lower():
                return
            raise
        except NetworkError as error:
            log.info("an answer may not have arrived: %s", type(error).__name__)
            return
    await said()


def seconds_of(error: RetryAfter) -> float:
    """Give the seconds for which Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
