"""Saying answers on Slack: in order per person, patient with a full line, never twice on doubt."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.i18n import Voice
from bot.messages import File, Reply, _
from bot.platforms.holding import Behind, hold_back
from bot.platforms.in_order import Saying
from bot.platforms.line.patience import UNREACHED, HeldBack, patiently
from bot.platforms.slack.drawing import DrawnMessage, messages_of
from bot.platforms.slack.entities import SlackVoice, escape
from bot.platforms.slack.errors import (
    GONE,
    NOT_TAKEN,
    UNANSWERED,
    is_in_doubt,
    kind_of,
    seconds_of,
    word_of,
)
from bot.platforms.slack.heard import SlackHeard, Way
from bot.platforms.slack.home import home_of
from bot.platforms.slack.modal import modal_of
from bot.platforms.slack.posting import post, respond, update
from bot.platforms.slack.sharing import share

log = logging.getLogger(__name__)

ELSEWHERE = _("I answer in our direct messages: what I know of people is not for a channel.")
LOST_THREAD = frozenset({"thread_not_found", "message_not_found", "invalid_thread_ts"})
"""Why nothing can be said below a message: it is said by itself then."""

NOT_DRAWN = frozenset({"invalid_blocks", "invalid_blocks_format"})
"""Why blocks are not taken: of a kind that a workspace may not have yet, for instance."""


@dataclass(frozen=True, slots=True)
class SlackSpeech:
    """The answer to something heard; without a voice for somebody of whom we know no language."""

    heard: SlackHeard
    replies: Sequence[Reply]
    voice: SlackVoice | None


async def speak(
    client: AsyncWebClient, behind: Behind, speech: SlackSpeech, before: Saying | None = None
) -> None:
    """Say an answer once what came before it is said; never raises."""
    unsaid = list(speech.replies)
    voice = speech.voice or SlackVoice("", "UTC")
    try:
        voice = speech.voice or await _voice_of(client, speech.heard.user)
        # Before the queue: what opens a modal lives for three seconds.
        await _open_form(client, speech, voice)
        if before is not None:
            await asyncio.wait([before])
        if speech.heard.way is Way.HOME:
            await _furnish(client, speech, voice)
            return
        channel = ""
        while unsaid:
            reply = unsaid[0]
            channel = await _say(client, speech.heard, reply, voice)
            del unsaid[0]
            files = await behind.files_of(reply, voice)
            await _share(client, channel, files, speech.heard.thread)
        await _point(client, speech.heard, channel, voice)
    except HeldBack as held:
        await hold_back(behind, speech.heard, unsaid, voice, held.seconds)
    except Exception as error:
        log.warning("an answer was not said: %s", kind_of(error))


async def _voice_of(client: AsyncWebClient, user: str) -> SlackVoice:
    """Speak the language in which a stranger uses Slack; English where it is not known."""
    locale = ""
    try:
        told = await client.users_info(user=user, include_locale=True)
        locale = str((told.get("user") or {}).get("locale", ""))
    except UNANSWERED as error:
        log.info("a stranger's language is not known: %s", kind_of(error))
    return SlackVoice(locale, "UTC")


async def _open_form(client: AsyncWebClient, speech: SlackSpeech, voice: Voice) -> None:
    """Open the form that an answer carries, where something was tapped that can open one."""
    heard = speech.heard
    form = next((reply.form for reply in speech.replies if reply.form), None)
    if form is None or not heard.trigger:
        return
    view = modal_of(form, voice, heard.channel, heard.message, heard.thread)
    if view is None:
        return
    try:
        await client.views_open(trigger_id=heard.trigger, view=view)
    except UNANSWERED as error:
        # The same can be said with the buttons of the message that follows.
        log.info("a form was not opened: %s", kind_of(error))


async def _furnish(client: AsyncWebClient, speech: SlackSpeech, voice: Voice) -> None:
    view = home_of(speech.replies, voice)
    await patiently(
        lambda: client.views_publish(user_id=speech.heard.user, view=view), _pause_after
    )


async def _say(client: AsyncWebClient, heard: SlackHeard, reply: Reply, voice: Voice) -> str:
    """Say a reply, plainly where Slack does not take it laid out; returns where it stands."""
    try:
        return await _say_as_drawn(client, heard, reply, voice)
    except SlackApiError as error:
        if reply.layout is None or word_of(error) not in NOT_DRAWN:
            raise
        log.info("a layout was not taken: %s", kind_of(error))
    return await _say_as_drawn(client, heard, replace(reply, layout=None), voice)


async def _say_as_drawn(
    client: AsyncWebClient, heard: SlackHeard, reply: Reply, voice: Voice
) -> str:
    """Say the text of a reply; returns the channel in which it stands."""
    if reply.over and heard.way is Way.TAP and heard.channel:
        await _note(client, heard, voice.say(reply.text))
        return heard.channel
    *before, last = messages_of(reply, voice)
    channel, _slash, ts = (reply.at or (heard.on if reply.edit else "")).partition("/")
    if ts and not before and await _edit(partial(update, client, channel, ts, last)):
        return channel
    for message in (*before, last):
        ref = await _post(client, heard, message)
    return ref.partition("/")[0]


async def _edit(editing: Callable[[], Awaitable[Any]]) -> bool:
    """Edit a message; False where it is gone. It may be tried again: twice, it shows the same."""
    try:
        await patiently(editing, _pause_after_edit)
    except SlackApiError as error:
        if word_of(error) not in GONE:
            raise
        return False
    except HeldBack as held:
        if isinstance(held.__cause__, Exception) and _pause_after(held.__cause__) is None:
            raise held.__cause__ from held  # it may have arrived
        raise
    return True


async def _note(client: AsyncWebClient, heard: SlackHeard, text: str) -> None:
    """Note something to who tapped: it is gone once they look elsewhere."""
    noting = partial(
        client.chat_postEphemeral, channel=heard.channel, user=heard.user, text=escape(text)
    )
    await patiently(noting, _pause_after)


async def _post(client: AsyncWebClient, heard: SlackHeard, message: DrawnMessage) -> str:
    """Send a message where it was asked for: in the thread, as long as there is one."""
    if heard.thread:
        below = partial(post, client, heard.place, message, heard.thread)
        try:
            return await patiently(below, _pause_after)
        except SlackApiError as error:
            if word_of(error) not in LOST_THREAD:
                raise
    return await patiently(partial(post, client, heard.place, message), _pause_after)


async def _point(client: AsyncWebClient, heard: SlackHeard, channel: str, voice: Voice) -> None:
    """Say where the answer is, where a command was typed in a conversation with somebody else.

    By its name it is a direct message like ours; who is in it is known once we have answered.
    """
    if heard.away or not (heard.respond and channel) or heard.typed_in == channel:
        return
    try:
        await respond(client, heard.respond, voice.say(ELSEWHERE))
    except UNANSWERED as error:
        log.info("where the answer is was not said: %s", kind_of(error))


async def _share(client: AsyncWebClient, channel: str, files: Sequence[File], thread: str) -> None:
    """Share files below the text, which has been said whatever becomes of them."""
    if not files:
        return
    try:
        await patiently(partial(share, client, channel, files, thread), _pause_after)
    except HeldBack as held:
        log.warning("files were not shared: they would have to wait %.0f s", held.seconds)
    except UNANSWERED as error:
        log.warning("files were not shared: %s", kind_of(error))


def _pause_after(error: Exception) -> float | None:
    # Neither a time-out nor an error of Slack's own says that nothing was taken.
    if isinstance(error, SlackApiError):
        return seconds_of(error)
    return UNREACHED if isinstance(error, NOT_TAKEN) else None


def _pause_after_edit(error: Exception) -> float | None:
    asked = _pause_after(error)
    return UNREACHED if asked is None and is_in_doubt(error) else asked
