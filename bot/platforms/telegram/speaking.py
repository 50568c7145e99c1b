"""Saying answers on Telegram: in order per chat, patient with a full line, never twice on doubt."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.i18n import Voice
from bot.messages import Command, Reply
from bot.platforms.telegram.drawing import keyboard_of, text_of
from bot.platforms.telegram.menu import set_menu_of_chat
from bot.platforms.telegram.reading import Heard
from bot.platforms.telegram.request import NotReached

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
            await _patiently(lambda: bot.answer_callback_query(heard.callback))
        for reply in speech.replies:
            await _say(bot, heard, reply, speech.voice)
        if speech.menu:
            await set_menu_of_chat(bot, heard.chat, speech.menu, speech.voice.language)
    except Forbidden:
        log.info("an answer was not wanted: the bot is blocked")
    except TelegramError as error:
        log.warning("an answer was not said: %s", type(error).__name__)


async def _say(bot: Bot, heard: Heard, reply: Reply, voice: Voice) -> None:
    pieces, keyboard = text_of(reply, voice), keyboard_of(reply, voice)
    if reply.edit and heard.message_id and len(pieces) == 1:
        try:
            await _patiently(
                lambda: bot.edit_message_text(
                    pieces[0], heard.chat, heard.message_id, reply_markup=keyboard
                )
            )
            return
        except BadRequest as error:
            if UNCHANGED in str(error).lower():
                return
            # Too old, or gone: what it says is said anew.
    for place, piece in enumerate(pieces, 1):
        await _send(bot, heard.chat, piece, keyboard if place == len(pieces) else None)


async def _send(bot: Bot, chat: int, text: str, keyboard: object) -> None:
    await _patiently(lambda: bot.send_message(chat, text, reply_markup=keyboard))  # type: ignore[arg-type]


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    """Call again after a pause that was asked for, or where nothing was reached.

    A time-out is not 'unsent': trying again could say it twice, so it is left at that.
    """
    for _attempt in range(TRIES - 1):
        try:
            await call()
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
    await call()


def seconds_of(error: RetryAfter) -> float:
    """Give the seconds for which Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
