"""Taking all of our messages out of a direct message on Slack, a few with each try."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.telling.delivery import DeliveryOutcome, Later, Sent
from bot.platforms.slack.errors import word_of

ALL = "/*"
"""Behind a channel: what is taken away is every message of ours there, older than the ts behind."""

AT_ONCE = 15
"""Messages that are deleted with one try: Slack allows some fifty a minute."""

PAUSE = 20.0
"""Seconds until the next few."""

_LEFT = frozenset(
    {"message_not_found", "cant_delete_message", "compliance_exports_prevent_deletion"}
)
"""Why one is left where it is: it is gone, or the workspace does not let us."""


async def clear(client: AsyncWebClient, place: str) -> DeliveryOutcome:
    """Delete some of our messages, the newest first; Later while there may be more.

    Raises SlackApiError, and what a call raises to which no answer came: it may be tried again.
    """
    channel, _all, latest = place.partition(ALL)
    cursor, deleted = "", 0
    while True:
        page = await client.conversations_history(
            channel=channel, latest=latest, limit=100, cursor=cursor or None
        )
        for message in page.get("messages", []):
            if "bot_id" not in message:
                continue
            if deleted >= AT_ONCE:
                return Later(PAUSE)
            deleted += await _delete(client, channel, str(message.get("ts", "")))
        cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
        if not cursor:
            return Sent()


async def _delete(client: AsyncWebClient, channel: str, ts: str) -> bool:
    try:
        await client.chat_delete(channel=channel, ts=ts)
    except SlackApiError as error:
        if word_of(error) not in _LEFT:
            raise
        return False
    return True
