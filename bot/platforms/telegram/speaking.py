"""Saying answers on Telegram: in order per chat, patient with a full line, never twice on doubt."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.i18n import Voice
from bot.messages import Command, Reply
from bot.platforms.files import File, FilesOf
from bot.platforms.telegram.drawing import caption_of, messages_of
from bot.platforms.telegram.menu import set_menu_of_chat
from bot.platforms.telegram.reading import Heard
from bot.platforms.telegram.request import NotReached, call
from bot.platforms.telegram.uploading import in_place, upload, uploads

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


async def speak(
    bot: Bot, files_of: FilesOf, speech: Speech, before: "asyncio.Task[None] | None" = None
) -> None:
    """Say an answer once what came before it in the chat is said; never raises."""
    heard = speech.heard
    try:
        if before is not None:
            await asyncio.wait([before])
        if heard.callback:
            tapped = heard.callback
            await _patiently(lambda: call(bot, "answerCallbackQuery", callback_query_id=tapped))
        for reply in speech.replies:
            files = await files_of(reply, speech.voice)
            if files and await _said_with(bot, heard, reply, speech.voice, files):
                continue
            # A text with files stands below them, and a file has no text to edit.
            edit = reply.edit and not (files or heard.on_file)
            await _say(bot, heard, reply, speech.voice, edit=edit)
        if speech.menu:
            await set_menu_of_chat(bot, heard.chat, speech.menu, speech.voice.language)
    except Forbidden:
        log.info("an answer was not wanted: the bot is blocked")
    except TelegramError as error:
        log.warning("an answer was not said: %s", type(error).__name__)


async def _said_with(
    bot: Bot, heard: Heard, reply: Reply, voice: Voice, files: Sequence[File]
) -> bool:
    """Send the files of a reply; gives whether its text went along, below the only one."""
    below = caption_of(reply, voice) if len(files) == 1 else None
    if below is None:
        for method, values in uploads(files):
            await _taken(bot, method, chat_id=heard.chat, **values)
        return False
    if reply.edit and heard.message_id:
        method, values = in_place(files[0], below)
        where = {"chat_id": heard.chat, "message_id": heard.message_id}
        if await _taken(bot, method, **where, **values):
            return True
    method, values = upload(files[0], below)
    return await _taken(bot, method, chat_id=heard.chat, **values)


async def _taken(bot: Bot, method: str, **values: Any) -> bool:
    """Call something that Telegram may refuse; gives whether it did not."""
    try:
        await _patiently(lambda: call(bot, method, **values))
    except BadRequest as error:
        # Of an edit: too old, gone, or no place for this. What it says is said anew.
        if UNCHANGED in str(error).lower():
            return True
        log.info("%s was refused", method)
        return False
    return True


async def _say(bot: Bot, heard: Heard, reply: Reply, voice: Voice, *, edit: bool) -> None:
    *before, last = messages_of(reply, voice)
    if edit and heard.message_id and not before:
        edited = {"chat_id": heard.chat, "message_id": heard.message_id, **last}
        if await _taken(bot, "editMessageText", **edited):
            return
    for message in (*before, last):
        said = {"chat_id": heard.chat, **message}
        await _patiently(partial(call, bot, "sendMessage", **said))


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
