"""One message to Slack: sent, or put in the place of one that was sent; each a single call."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.drawing import DrawnMessage


async def post(client: AsyncWebClient, place: str, drawn: DrawnMessage) -> str:
    """Send a message; returns where it is: its channel and its ts, with a slash between."""
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


async def update(client: AsyncWebClient, channel: str, ts: str, drawn: DrawnMessage) -> None:
    """Replace a message in place."""
    await client.chat_update(
        channel=channel,
        ts=ts,
        text=drawn.text,
        blocks=drawn.blocks,
        parse="none",
        link_names=False,
    )
