"""Carrying messages of the outbox to Slack: what came of each, in the words of delivery."""

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
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
from bot.messages import Button, Reply
from bot.platforms.slack.drawing import Drawn, messages_of
from bot.platforms.slack.entities import SlackVoice
from bot.platforms.slack.speaking import GONE, REFUSED, error_of, pause_of, post, update
from bot.ports.telling.outbox import Content

REFUSED_TOKEN_WAIT = 60.0
"""Seconds: a refused token is mended by a person, and what waits is not lost by it."""

_GONE = frozenset({"channel_not_found", "user_not_found", "is_archived", "user_disabled"})
_BLOCKED = frozenset({"messages_tab_disabled", "cannot_dm_bot", "not_in_channel"})
_DOUBTFUL = frozenset({"", "internal_error", "fatal_error", "request_timeout"})


class Carrier:
    """Sends in one workspace."""

    def __init__(self, client: AsyncWebClient) -> None:
        """Send with this client."""
        self._client = client

    async def send(self, platform: str, address: str, content: Content) -> DeliveryOutcome:
        """Send a message and say what came of it; never raises for what Slack answers."""
        buttons = tuple(
            tuple(Button(one["label"], one["code"]) for one in row) for row in content.buttons
        )
        pages = messages_of(Reply(content.text, buttons), SlackVoice("en", "UTC"))
        ref = ""
        try:
            if content.edits and len(pages) == 1 and await self._edit(content.edits, pages[0]):
                return Sent(content.edits)
            for drawn in pages:
                ref = await post(self._client, address, drawn)
        except SlackApiError as error:
            return outcome_of(error)
        except ClientConnectorError:
            return NotReached()
        except (SlackClientError, ClientError, TimeoutError):
            # It may have arrived; an edit may be tried again, since twice is the same as once.
            return Later() if content.edits else Unknown()
        return Sent(ref)

    async def _edit(self, ref: str, drawn: Drawn) -> bool:
        """Replace a message in place; False where that is not possible any more."""
        channel, _slash, ts = ref.partition("/")
        try:
            await update(self._client, channel, ts, drawn)
        except SlackApiError as error:
            if error_of(error) in GONE:
                return False
            raise
        return True


def outcome_of(error: SlackApiError) -> DeliveryOutcome:
    """Say what an error means for the message."""
    wait, word = pause_of(error), error_of(error)
    if wait is not None:
        return Later(wait)
    if word in REFUSED:
        return Later(REFUSED_TOKEN_WAIT)
    if word in _DOUBTFUL:
        return Unknown()
    if word in _GONE:
        return Permanent(RefusalReason.GONE)
    return Permanent(RefusalReason.BLOCKED if word in _BLOCKED else RefusalReason.REFUSED)
