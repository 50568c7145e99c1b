"""Saying answers on Telegram: in order per chat, patient with a full line, never twice on doubt."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.i18n import Voice
from bot.messages import Command, File, Reply
from bot.platforms.files import FilesOf
from bot.platforms.holding import Behind, hold_back
from bot.platforms.in_order import Saying
from bot.platforms.line.edits import Edits, Picture
from bot.platforms.line.patience import UNREACHED, HeldBack, patiently
from bot.platforms.telegram.drawing import Values, caption_of, messages_of, note_of
from bot.platforms.telegram.errors import NoConnection, is_unchanged, seconds_of
from bot.platforms.telegram.heard import TelegramHeard
from bot.platforms.telegram.menu import set_menu_of_chat
from bot.platforms.telegram.request import call
from bot.platforms.telegram.uploading import in_place, upload, uploads

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TelegramSpeech:
    """The answer to something heard.

    `freed` is the call that frees the tapped button, where the delivery does not; `picture` is how
    the tapped message is to look, where that is all there is to say.
    """

    heard: TelegramHeard
    replies: Sequence[Reply]
    voice: Voice
    menu: Sequence[Command] = ()
    freed: Values | None = None
    picture: Picture | None = None


async def speak(
    bot: Bot, behind: Behind, edits: Edits, speech: TelegramSpeech, before: Saying | None = None
) -> None:
    """Say an answer once what came before it in the chat is said; never raises.

    The button is freed at once.
    """
    heard, unsaid = speech.heard, list(speech.replies)
    try:
        if speech.freed:
            await _free(bot, speech.freed)
        if before is not None:
            await asyncio.wait([before])
        if speech.picture and await edits.draw(
            speech.picture, partial(_edit, bot, heard), _pause_asked
        ):
            return
        await _say_all(bot, behind.files_of, heard, unsaid, speech.voice)
        if speech.menu:
            await set_menu_of_chat(bot, heard.chat, speech.menu, speech.voice.language)
    except HeldBack as held:
        await hold_back(behind, heard, unsaid, speech.voice, held.seconds)
    except Forbidden:
        log.info("an answer was not wanted: the bot is blocked")
    except TelegramError as error:
        log.warning("an answer was not said: %s", type(error).__name__)


async def _say_all(
    bot: Bot, files_of: FilesOf, heard: TelegramHeard, unsaid: list[Reply], voice: Voice
) -> None:
    """Say replies one after the other; what is said is taken off the list."""
    while unsaid:
        await _say_whole(bot, files_of, heard, unsaid[0], voice)
        del unsaid[0]


async def _say_whole(
    bot: Bot, files_of: FilesOf, heard: TelegramHeard, reply: Reply, voice: Voice
) -> None:
    files = await files_of(reply, voice)
    if files and await _say_with(bot, heard, reply, voice, files):
        return
    # A text with files stands below them, and a file has no text to edit.
    edit = reply.edit and not (files or heard.on_file)
    await _say(bot, heard, reply, voice, edit=edit)


def freeing(heard: TelegramHeard, replies: Sequence[Reply], voice: Voice) -> Values:
    """Make the call that frees the tapped button, with what is to be noted over the chat."""
    notes = [note for reply in replies if reply.over and (note := note_of(reply, voice))]
    shown = {"text": notes[0], "show_alert": True} if notes else {}
    return {"callback_query_id": heard.callback, **shown}


def beside_the_note(
    heard: TelegramHeard, replies: Sequence[Reply], voice: Voice
) -> Sequence[Reply]:
    """List what is to be said as messages: what is noted over the chat is not."""
    if not heard.callback:
        return replies
    noted = next((reply for reply in replies if reply.over and note_of(reply, voice)), None)
    return [reply for reply in replies if reply is not noted]


def picture_of(heard: TelegramHeard, replies: Sequence[Reply], voice: Voice) -> Values | None:
    """Draw how the tapped message is to look, where an answer is nothing else."""
    if len(replies) != 1 or not replies[0].edit or replies[0].files:
        return None
    if not heard.callback or not heard.message_id or heard.on_file:
        return None
    drawn = messages_of(replies[0], voice)
    return drawn[0] if len(drawn) == 1 else None


async def _edit(bot: Bot, heard: TelegramHeard, values: Values) -> bool:
    """Edit the tapped message; False where Telegram refuses. Raises RetryAfter at once."""
    where = {"chat_id": heard.chat, "message_id": heard.message_id}
    editing = partial(call, bot, "editMessageText", **where, **values)
    return await _tried("editMessageText", partial(patiently, editing, _pause_unreached))


async def _free(bot: Bot, freed: Values) -> None:
    """Free the button that was tapped, unless it freed itself meanwhile."""
    try:
        await _send(bot, "answerCallbackQuery", **freed)
    except HeldBack:
        return  # the clock on the button ends by itself; what it asked for may still be said
    except BadRequest as error:
        if "query is too old" not in str(error).lower():
            raise


async def _say_with(
    bot: Bot, heard: TelegramHeard, reply: Reply, voice: Voice, files: Sequence[File]
) -> bool:
    """Send the files of a reply; True where its text went along, below the only one."""
    below = caption_of(reply, voice) if len(files) == 1 else None
    if below is None:
        for method, values in uploads(files):
            await _attempt(bot, method, chat_id=heard.chat, **values)
        return False
    if reply.edit and heard.message_id:
        method, values = in_place(files[0], below)
        where = {"chat_id": heard.chat, "message_id": heard.message_id}
        if await _attempt(bot, method, **where, **values):
            return True
    method, values = upload(files[0], below)
    return await _attempt(bot, method, chat_id=heard.chat, **values)


async def _say(bot: Bot, heard: TelegramHeard, reply: Reply, voice: Voice, *, edit: bool) -> None:
    *before, last = messages_of(reply, voice)
    if edit and heard.message_id and not before:
        where = {"chat_id": heard.chat, "message_id": heard.message_id}
        if await _attempt(bot, "editMessageText", **where, **last):
            return
    for message in (*before, last):
        await _send(bot, "sendMessage", chat_id=heard.chat, **message)


async def _attempt(bot: Bot, method: str, **values: Any) -> bool:
    """Call something that Telegram may refuse; False where it did."""
    return await _tried(method, partial(_send, bot, method, **values))


async def _tried(method: str, call: Callable[[], Awaitable[Any]]) -> bool:
    try:
        await _once(call)
    except BadRequest as error:
        # Of an edit: too old, gone, or no place for this. What it says is said anew.
        if is_unchanged(error):
            return True
        log.info("%s was refused", method)
        return False
    return True


async def _send(bot: Bot, method: str, **values: Any) -> None:
    """Call a method, patiently."""
    await _once(partial(patiently, partial(call, bot, method, **values), _pause_after))


async def _once(call: Callable[[], Awaitable[Any]]) -> None:
    """Call; what may have arrived, though no answer came, is left at that."""
    try:
        await call()
    except (BadRequest, NoConnection):
        raise
    except NetworkError as error:
        log.info("an answer may not have arrived: %s", type(error).__name__)


def _pause_asked(error: Exception) -> float | None:
    return seconds_of(error) if isinstance(error, RetryAfter) else None


def _pause_unreached(error: Exception) -> float | None:
    return UNREACHED if isinstance(error, NoConnection) else None


def _pause_after(error: Exception) -> float | None:
    if isinstance(error, RetryAfter):
        return seconds_of(error)
    return UNREACHED if isinstance(error, NoConnection) else None
