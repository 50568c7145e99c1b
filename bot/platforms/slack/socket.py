"""Socket Mode: an envelope is acknowledged after the commit, and a deaf socket is replaced."""

import asyncio
import contextlib
import json
import logging
import time
from typing import Any

from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.line.proxies import proxy_for
from bot.platforms.slack.dispatch import Deliver
from bot.platforms.slack.errors import kind_of
from bot.platforms.slack.muted import MUTED

log = logging.getLogger(__name__)

PING = 5.0
"""Seconds between two pings of ours."""
DEAF = 30.0
"""Seconds after which a socket that does not hear is replaced."""


class Ear:
    """Holds one socket to Slack, and makes another where it says nothing any more."""

    def __init__(self, client: AsyncWebClient, app_token: str, deliver: Deliver) -> None:
        """Prepare; nothing is reached until open."""
        self._web = client
        self._app_token = app_token
        self._deliver = deliver
        self._client: SocketModeClient | None = None
        self._greeted: object = None
        self.trouble = ""
        """Why the last socket was not opened; empty where one was."""
        self._since = 0.0
        self._connecting: asyncio.Task[None] | None = None

    def hears(self) -> bool:
        """Say whether the socket is open and was greeted by Slack.

        One on which pings are not answered is closed after some seconds, and the next one is not
        greeted; the library's own time of the last answer is also set where there was none.
        """
        session = self._client.current_session if self._client else None
        return session is not None and session is self._greeted and not session.closed

    async def look(self) -> None:
        """Open the socket where there is none, and replace one that has been deaf for too long."""
        now = time.monotonic()
        if self.hears():
            self._since = now
        if self._client is not None and now - self._since < DEAF:
            return
        await self.close()
        self._since = now
        self._client = SocketModeClient(
            self._app_token, logger=MUTED, web_client=self._web, ping_interval=PING
        )
        self._client.message_listeners.append(self._greet)
        self._client.socket_mode_request_listeners.append(self._receive)
        self._connecting = asyncio.get_running_loop().create_task(self._connect(self._client))

    async def close(self) -> None:
        """Close the socket; what is not acknowledged is delivered again."""
        client, self._client = self._client, None
        connecting, self._connecting = self._connecting, None
        for task in (connecting, *_tasks_of(client)):
            if task is not None:
                task.cancel()
        if client is not None:
            with contextlib.suppress(Exception):
                await client.close()  # type: ignore[no-untyped-call]
            await asyncio.gather(*_tasks_of(client), return_exceptions=True)

    async def _connect(self, client: SocketModeClient) -> None:
        try:
            client.wss_uri = await client.issue_new_wss_url()
            client.proxy = proxy_for(client.wss_uri)
            await client.connect()  # type: ignore[no-untyped-call]
        except Exception as error:
            self.trouble = kind_of(error)
            log.warning("no socket to Slack: %s", self.trouble)

    async def _greet(
        self, _client: AsyncBaseSocketModeClient, message: dict[str, Any], _raw: str | None
    ) -> None:
        if message.get("type") == "hello" and self._client is not None:
            self._greeted, self.trouble = self._client.current_session, ""

    async def _receive(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        payload: Any = request.payload
        answer = await self._deliver(payload if isinstance(payload, dict) else {})
        if answer.status != 200:
            return
        # On the socket that asked; one that is gone has its envelope delivered again.
        said = json.loads(answer.body) if answer.body else None
        await client.send_socket_mode_response(SocketModeResponse(request.envelope_id, said))


def _tasks_of(client: SocketModeClient | None) -> "list[asyncio.Future[Any]]":
    if client is None:
        return []
    tasks = (client.message_processor, client.current_session_monitor, client.message_receiver)
    return [task for task in tasks if task is not None]
