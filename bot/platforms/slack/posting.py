"""One message to Slack: sent, or put in the place of one that was sent; each a single call."""

from urllib.parse import urlsplit

from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.line.proxies import proxy_for
from bot.platforms.slack.drawing import DrawnMessage


async def post(
    client: AsyncWebClient, place: str, drawn: DrawnMessage, thread: str | None = None
) -> str:
    """Send a message, below another where its ts is given.

    Returns where it is: its channel and its ts, with a slash between.
    """
    sent = await client.chat_postMessage(
        channel=place,
        thread_ts=thread,
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


async def respond(client: AsyncWebClient, address: str, text: str) -> None:
    """Say something where a command was typed, to who typed it alone; Slack lets us for 30 minutes.

    The address came with the command: only one of Slack's own is gone to.
    """
    if client.session is None or not _is_slacks(address, client.base_url):
        return
    said = {"response_type": "ephemeral", "replace_original": False, "text": text}
    async with client.session.post(address, json=said, proxy=proxy_for(address)) as answer:
        await answer.read()


def _is_slacks(address: str, api: str) -> bool:
    host, ours = urlsplit(address), urlsplit(api)
    if (host.scheme, host.netloc) == (ours.scheme, ours.netloc):
        return True
    return host.scheme == "https" and str(host.hostname).endswith((".slack.com", ".slack-gov.com"))
