"""Slack as the process runs it: by HTTP, or by Socket Mode where there is an app token."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from aiohttp import ClientSession, ClientTimeout, TCPConnector
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from starlette.routing import Route

from bot.lasting import OddAnswer, last
from bot.platforms.conversation import Conversation
from bot.platforms.line.proxies import proxy_for
from bot.platforms.line.pulse import Pulse
from bot.platforms.slack.carrying import SlackCarrier
from bot.platforms.slack.dispatch import dispatcher
from bot.platforms.slack.endpoint import slack_route
from bot.platforms.slack.errors import REFUSED, kind_of, word_of
from bot.platforms.slack.intake import DEADLINE, SlackIntake
from bot.platforms.slack.muted import MUTED
from bot.platforms.slack.socket import Ear
from bot.platforms.slack.workspace import Workspace

log = logging.getLogger(__name__)

BEAT = 20.0
"""Seconds between two looks at whether Slack still knows us."""
AGAIN = 5.0
SECONDS = 15
RETRIED = timedelta(minutes=6)
"""Within this Slack has delivered again whatever it could not deliver: three times, the last after
five minutes."""


@dataclass(frozen=True, slots=True)
class SlackLine:
    """How to reach Slack, and how it reaches us: an app token means Socket Mode."""

    bot_token: str
    api_url: str
    signing_secret: str = ""
    app_token: str = ""
    deadline: float = DEADLINE
    beat: float = BEAT


def client_of(line: SlackLine) -> AsyncWebClient:
    """Make the library's client; it needs a session, inside a running loop."""
    # No retries of its own: it would say twice what was cut off after it arrived.
    client = AsyncWebClient(
        line.bot_token,
        base_url=f"{line.api_url.rstrip('/')}/",
        timeout=SECONDS,
        retry_handlers=[],
        trust_env_in_session=False,
        logger=MUTED,
    )
    client.proxy = proxy_for(client.base_url)  # its own look leaves out NO_PROXY
    return client


def session_to_slack() -> ClientSession:
    """Open a session for what is said to Slack."""
    timeout = ClientTimeout(total=SECONDS, connect=5)
    return ClientSession(timeout=timeout, connector=TCPConnector(limit=20))


class Slack:
    """One app in one workspace."""

    name = "slack"

    def __init__(self, line: SlackLine, conversation: Conversation) -> None:
        """Prepare; nothing is reached until start."""
        self._line = line
        self._now = conversation.now
        self._client = client_of(line)
        self._ours = Workspace()
        self._intake = SlackIntake(self._client, conversation, line.deadline)
        self._deliver = dispatcher(self._intake, conversation.said_now, self._ours)
        self._ear = Ear(self._client, line.app_token, self._deliver) if line.app_token else None
        self._since = conversation.now()
        self._pulse = Pulse(self._since)
        self._heard = Pulse(conversation.now())
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def carrier(self) -> SlackCarrier:
        """What carries the outbox's messages to this workspace."""
        return SlackCarrier(self._client)

    @property
    def routes(self) -> Sequence[Route]:
        """The endpoint, where Slack is to deliver to one."""
        if self._ear is not None:
            return []
        return [slack_route(self._deliver, self._line.signing_secret, self._now)]

    async def start(self) -> None:
        """Begin; what fails at the beginning is tried again until it works."""
        self._client.session = session_to_slack()
        loop = asyncio.get_running_loop()
        again = min(AGAIN, self._line.beat)
        self._tasks.append(
            loop.create_task(last("The look at Slack", self._beat, again, named=kind_of))
        )
        if self._ear is not None:
            listen = partial(self._listen, self._ear)
            self._tasks.append(
                loop.create_task(last("The socket to Slack", listen, again, named=kind_of))
            )

    async def stop(self) -> None:
        """Stop listening, say what is still to be said, and close the session."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._ear is not None:
            await self._ear.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._intake.settle(), 5)
        if self._client.session is not None:
            await self._client.session.close()

    def problem(self, at: datetime) -> str | None:
        """Say what is wrong with the line to Slack, within 90 s after it went wrong."""
        wrong = self._pulse.problem(at)
        if wrong or self._ear is None:
            return wrong
        deaf = self._heard.problem(at)
        return f"the socket is deaf: {self._ear.trouble or deaf}" if deaf else None

    def caught_up(self) -> datetime | None:
        """Say when Slack was last known to hold nothing back: all that failed came again since."""
        good = self._pulse.last_good
        return good if good - self._since >= RETRIED else None

    async def _beat(self) -> float:
        """Look whether Slack still knows us."""
        try:
            answer: object = (await self._client.auth_test()).data
        except SlackApiError as error:
            self._pulse.refused = self._pulse.refused or word_of(error) in REFUSED
            raise
        if not isinstance(answer, dict) or answer.get("ok") is not True:
            raise OddAnswer
        self._pulse.good(self._now())
        await self._ours.learn(self._client, answer)
        return self._line.beat

    async def _listen(self, ear: Ear) -> float:
        """Keep a socket open, and note when it was last known to hear."""
        try:
            await ear.look()
        finally:
            if ear.hears():
                self._heard.good(self._now())
        return min(1.0, self._line.beat)
