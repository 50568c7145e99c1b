"""Carrying messages of the outbox to Slack: what came of each, in the words of delivery."""

import asyncio
import logging

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

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
from bot.platforms.slack.clearing import ALL, clear
from bot.platforms.slack.drawing import DrawnMessage, messages_of
from bot.platforms.slack.errors import (
    GONE,
    NOT_TAKEN,
    REFUSED,
    UNANSWERED,
    kind_of,
    seconds_of,
    word_of,
)
from bot.platforms.slack.posting import post, update
from bot.platforms.slack.sharing import share
from bot.ports.telling.outbox import Content

log = logging.getLogger(__name__)

KEPT = frozenset({"cant_delete_message", "compliance_exports_prevent_deletion"})
"""Why a message of ours cannot be deleted: it is emptied instead."""

_GONE = frozenset({"channel_not_found", "user_not_found", "is_archived", "user_disabled"})
_BLOCKED = frozenset({"messages_tab_disabled", "cannot_dm_bot", "not_in_channel"})
_DOUBTFUL = frozenset({"", "internal_error", "fatal_error", "request_timeout"})


class SlackCarrier:
    """Sends in one workspace."""

    def __init__(self, client: AsyncWebClient) -> None:
        """Send with this client."""
        self._client = client

    async def send(self, platform: str, address: str, content: Content) -> DeliveryOutcome:
        """Send a message and say what came of it; never raises for what Slack answers."""
        messages = messages_of(reply_of(content), AS_WRITTEN)
        if content.deletes:
            return await self._take_back(content.deletes, messages[0])
        try:
            edits = content.edits if len(messages) == 1 else ""
            if edits and await self._edit(edits, messages[0]):
                return Sent(edits)
            for message in messages:
                ref = await post(self._client, address, message)
        except SlackApiError as error:
            return outcome_of(error)
        except NOT_TAKEN:
            return NotReached()
        except UNANSWERED:
            # It may have arrived; an edit may be tried again, since twice is the same as once.
            return Later() if content.edits else Unknown()
        await self._along(ref, content)
        return Sent(ref)

    async def _along(self, ref: str, content: Content) -> None:
        """Share pictures below the words, which have arrived whatever becomes of these.

        They come last, and are never tried again, so that nothing arrives twice.
        """
        if not content.made:
            return
        channel, _slash, _ts = ref.partition("/")
        try:
            async with asyncio.timeout(ALONG_WITHIN):
                await share(self._client, channel, content.made)
        except UNANSWERED as error:
            log.warning("pictures of a message were not shared: %s", kind_of(error))

    async def _take_back(self, ref: str, notice: DrawnMessage) -> DeliveryOutcome:
        """Delete a message of ours, or empty it where the workspace does not let us.

        One that is gone, or can be neither, is left as it is: there is nothing more to try.
        """
        channel, _slash, ts = ref.partition("/")
        try:
            if ALL in ref:
                return await clear(self._client, ref)
            await self._client.chat_delete(channel=channel, ts=ts)
        except SlackApiError as error:
            if word_of(error) in KEPT:
                return await self._empty(channel, ts, notice)
            if word_of(error) not in GONE:
                return outcome_of(error)
        except UNANSWERED:
            return Later()  # twice is the same as once
        return Sent()

    async def _empty(self, channel: str, ts: str, notice: DrawnMessage) -> DeliveryOutcome:
        try:
            await update(self._client, channel, ts, notice)
        except SlackApiError as error:
            return Sent() if word_of(error) in GONE else outcome_of(error)
        except UNANSWERED:
            return Later()
        return Sent()

    async def _edit(self, ref: str, message: DrawnMessage) -> bool:
        """Replace a message in place; False where that is not possible any more."""
        channel, _slash, ts = ref.partition("/")
        try:
            await update(self._client, channel, ts, message)
        except SlackApiError as error:
            if word_of(error) in GONE:
                return False
            raise
        return True


def outcome_of(error: SlackApiError) -> DeliveryOutcome:
    """Say what an error means for the message."""
    wait, word = seconds_of(error), word_of(error)
    if wait is not None:
        return Later(wait)
    if word in REFUSED:
        return Later(REFUSED_TOKEN_WAIT)
    if word in _DOUBTFUL:
        return Unknown()
    if word in _GONE:
        return Permanent(RefusalReason.GONE)
    return Permanent(RefusalReason.BLOCKED if word in _BLOCKED else RefusalReason.REFUSED)
