"""Fetching a file that was shared with the app, with its token: from Slack's own address alone."""

from urllib.parse import urlsplit

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.administering.handed import MOST_BYTES
from bot.lasting import OddAnswer
from bot.platforms.line.proxies import proxy_for
from bot.platforms.slack.heard import SlackHeard

GOOD = 200


async def fetch(client: AsyncWebClient, heard: SlackHeard) -> bytes:
    """Fetch it, of so many bytes at most. Raises OddAnswer, or what the line raises."""
    if client.session is None or not is_slacks(heard.fetched_at, client.base_url):
        raise OddAnswer
    # Where the token may not read files Slack leads to its page for signing in.
    async with client.session.get(
        heard.fetched_at,
        headers={"Authorization": f"Bearer {client.token}"},
        proxy=proxy_for(heard.fetched_at),
        allow_redirects=False,
    ) as answer:
        if answer.status != GOOD or answer.content_type == "text/html":
            raise OddAnswer
        data = await answer.content.read(MOST_BYTES + 1)
        while len(data) <= MOST_BYTES and (more := await answer.content.read(MOST_BYTES)):
            data += more
        return data


def is_slacks(address: str, api_url: str) -> bool:
    """Say whether an address is one of Slack's, to which the token may go."""
    try:
        asked, api = urlsplit(address), urlsplit(api_url)
        host = asked.hostname or ""
        same = (asked.scheme, host, asked.port) == (api.scheme, api.hostname, api.port)
    except ValueError:
        return False
    return same or (asked.scheme == "https" and host.endswith(".slack.com"))
