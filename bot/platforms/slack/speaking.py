"""Saying answers on Slack: in order per person, patient with a full line, never twice on doubt."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.i18n import Voice
from bot.messages import Reply
from bot.platforms.files import File, FilesOf
from bot.platforms.slack.drawing import Drawn, messages_of
from bot.platforms.slack.entities import SlackVoice
from bot.platforms.slack.home import home_of
from bot.platforms.slack.modal import modal_of
from bot.platforms.slack.reading import Heard, Way
from bot.platforms.slack.sharing import share

log = logging.getLogger(__name__)

T = TypeVar("T")

TRIES = 4
PATIENCE = 60.0
"""Seconds that an answer waits at most when Slack asks for a pause; later it is of no use."""

REFUSED = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}
)
"""How Slack says that it does not know the token, or no longer."""
GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""Why a message cannot be edited: what it would say is then said anew."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The answer to something heard; without a voice for somebody of whom we know no language."""

    heard: Heard
    replies: Sequence[Reply]
    voice: SlackVoice | None


async def speak(
    client: AsyncWebClient,
    files_of: FilesOf,
    speech: Speech,
    before: "asyncio.Task[None] | None" = None,
) -> None:
    """Say an answer once what came before it is said; never raises."""
    try:
        voice = speech.voice or await _voice_of(client, speech.heard.user)
        # Before the queue: what opens a modal lives for three seconds.
        await _open_form(client, speech, voice)
        if before is not None:
            await asyncio.wait([before])
        if speech.heard.way is Way.HOME:
            await _furnish(client, speech, voice)
            return
        for reply in speech.replies:
            channel = await _say(client, speech.heard, reply, voice)
            await _share(client, channel, await files_of(reply, voice))
    except Exception as error:
        log.warning("an answer was not said: %s", _kind(error))


async def _voice_of(client: AsyncWebClient, user: str) -> SlackVoice:
    """Speak the language in which a stranger uses Slack; English where it is not known."""
    locale = ""
    try:
        told = await client.users_info(user=user, include_locale=True)
        locale = str((told.get("user") or {}).get("locale", ""))
    except (SlackClientError, ClientError, TimeoutError) as error:
        log.info("a stranger's language is not known: %s", _kind(error))
    return SlackVoice(locale, "UTC")


async def _open_form(client: AsyncWebClient, speech: Speech, voice: Voice) -> None:
    """Open the form that an answer carries, where something was tapped that can open one."""
    heard = speech.heard
    form = next((reply.form for reply in speech.replies if reply.form), None)
    if form is None or not heard.trigger:
        return
    view = modal_of(form, voice, heard.channel, heard.message)
    if view is None:
        return
    try:
        await client.views_open(trigger_id=heard.trigger, view=view)
    except (SlackClientError, ClientError, TimeoutError) as error:
        # The same can be said with the buttons of the message that follows.
        log.info("a form was not opened: %s", _kind(error))


async def _furnish(client: AsyncWebClient, speech: Speech, voice: Voice) -> None:
    view = home_of(speech.replies, voice)
    await _patiently(lambda: client.views_publish(user_id=speech.heard.user, view=view))


async def _say(client: AsyncWebClient, heard: Heard, reply: Reply, voice: Voice) -> str:
    """Say the text of a reply; gives the channel in which it stands."""
    *before, last = messages_of(reply, voice)
    if reply.edit and heard.message and not before:
        try:
            await _patiently(lambda: update(client, heard.channel, heard.message, last))
            return heard.channel
        except SlackApiError as error:
            if error_of(error) not in GONE:
                raise
    for one in before:
        await _patiently(partial(post, client, heard.place, one))
    channel, _ts = (await _patiently(partial(post, client, heard.place, last))).split("/")
    return channel


async def _share(client: AsyncWebClient, channel: str, files: Sequence[File]) -> None:
    """Share files below the text, which has been said whatever becomes of them."""
    if not files:
        return
    try:
        await _patiently(lambda: share(client, channel, files))
    except (SlackClientError, ClientError, TimeoutError) as error:
        log.warning("files were not shared: %s", _kind(error))


async def post(client: AsyncWebClient, place: str, drawn: Drawn) -> str:
    """Send a message once; gives where it is, for `update`: its channel and its ts."""
    sent = await client.chat_postMessage(
        channel=place,
        text=drawn.text,
        blocks=drawn.blocks,
        parse="none",
        link_names=False,
        mrkdwn=False,
        unfurl_links=False,
        unfurl_media=False,
    )
    return f"{sent.get('channel', '')}/{sent.get('ts', '')}"


async def update(client: AsyncWebClient, channel: str, ts: str, drawn: Drawn) -> None:
    """Replace a message in place, once."""
    await client.chat_update(
        channel=channel,
        ts=ts,
        text=drawn.text,
        blocks=drawn.blocks,
        parse="none",
        link_names=False,
    )


async def _patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Call again after a pause that was asked for, or where nothing was reached.

    A time-out is not 'unsent', nor is an error of Slack's own: trying again could say it twice.
    """
    for _attempt in range(TRIES - 1):
        try:
            return await call()
        except SlackApiError as error:
            wait = pause_of(error)
            if wait is None or wait > PATIENCE:
                raise
            await asyncio.sleep(wait)
        except ClientConnectorError:
            await asyncio.sleep(1)
    return await call()


def error_of(error: SlackApiError) -> str:
    """Give Slack's own word for what is wrong, or an empty text."""
    data: Any = getattr(error.response, "data", None)
    word = data.get("error", "") if isinstance(data, dict) else ""
    return word if isinstance(word, str) else ""


def pause_of(error: SlackApiError) -> float | None:
    """Give the seconds for which Slack asks us to wait, if it does."""
    headers: Any = getattr(error.response, "headers", None) or {}
    after = headers.get("Retry-After", "")
    if getattr(error.response, "status_code", 0) != 429 or not after.isdecimal():
        return None
    return float(after)


def _kind(error: Exception) -> str:
    """Name an error without the request or the answer, which hold what people wrote."""
    own = error_of(error) if isinstance(error, SlackApiError) else ""
    return f"{type(error).__name__} {own}".rstrip()
