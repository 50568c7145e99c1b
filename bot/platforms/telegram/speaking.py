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
from bot.platforms.telegram.drawing import (
    Values,
    caption_of,
    keyboard_of,
    messages_of,
    note_of,
    texts_of,
)
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
    the tapped message is to look, where the first reply is that.
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
        if speech.picture and await _draw(bot, edits, heard, speech.picture):
            del unsaid[0]
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
    edit = bool(reply.at) or (reply.edit and not (files or heard.on_file))
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
    """Draw how the tapped message is to look, where an answer begins with that.

    Its buttons are drawn once it is sent: with quick fingers most are overtaken before.
    """
    if not replies or not replies[0].edit or replies[0].files:
        return None
    if not heard.callback or not heard.message_id or heard.on_file:
        return None
    texts = texts_of(replies[0], voice)
    buttons = partial(keyboard_of, replies[0], voice)
    return {**texts[0], "buttons": buttons} if len(texts) == 1 else None


async def _draw(bot: Bot, edits: Edits, heard: TelegramHeard, picture: Picture) -> bool:
    """Draw the tapped message anew; False where that is refused. Raises HeldBack.

    An edit may be tried again where it may have arrived: twice, it shows the same.
    """
    try:
        return await edits.draw(picture, partial(_edit, bot, heard), _pause_after_edit)
    except HeldBack as held:
        if _pause_after(held.__cause__) is not None:
            raise
        log.info("an edit may not have arrived: %s", type(held.__cause__).__name__)
        return True


async def _edit(bot: Bot, heard: TelegramHeard, values: Values) -> bool:
    """Edit the tapped message; False where Telegram refuses. Whatever else is raised at once."""
    where = {"chat_id": heard.chat, "message_id": heard.message_id}
    text = {name: value for name, value in values.items() if name != "buttons"}
    try:
        await call(bot, "editMessageText", **where, **text, **values["buttons"]())
    except BadRequest as error:
        return _is_as_said("editMessageText", error)
    return True


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
    on = int(reply.at or heard.message_id)
    if edit and on and not before:
        where = {"chat_id": heard.chat, "message_id": on}
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
        return _is_as_said(method, error)
    return True


def _is_as_said(method: str, error: BadRequest) -> bool:
    """Say whether a message says just that already, where it could not be edited.

    Else it is too old, gone, or no place for this; what it says is said anew.
    """
    if is_unchanged(error):
        return True
    log.info("%s was refused", method)
    return False


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


def _pause_after_edit(error: Exception) -> float | None:
    asked = _pause_after(error)
    return UNREACHED if asked is None and isinstance(error, NetworkError) else asked


def _pause_after(error: BaseException | None) -> float | None:
    if isinstance(error, RetryAfter):
        return seconds_of(error)
    return UNREACHED if isinstance(error, NoConnection) else None
