"""The way to people's devices: one post for each ping, and what came of it."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientHttpProxyError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    TCPConnector,
    ThreadedResolver,
)
from starlette.routing import Route

from bot.domain.telling.delivery import (
    DeliveryOutcome,
    NotReached,
    Permanent,
    RefusalReason,
    Unknown,
)
from bot.domain.telling.subscriptions import Endpoint, is_push_address
from bot.platforms.line.proxies import proxy_for
from bot.platforms.line.reasons import reason_of
from bot.platforms.push.outcomes import outcome_of
from bot.platforms.push.outside import NotOutside, OutsideResolver
from bot.platforms.push.signed import PushRequest, Signer, make_request
from bot.ports.telling.outbox import Content

log = logging.getLogger(__name__)

WITHIN = ClientTimeout(total=9, connect=5)
"""Below what the outbox allows a send, so that it is known here how far one came."""

AT_ONCE = 20
"""Connections beside each other, to all push services together."""

FindEndpoint = Callable[[str], Endpoint | None]
"""Finds where the device of an address is reached, in a thread; None where it is no more."""


class Push:
    """Web Push, as the process runs it: no session is open before it starts."""

    name = "push"
    routes: Sequence[Route] = ()

    def __init__(
        self,
        signer: Signer,
        find: FindEndpoint,
        now: Callable[[], datetime],
        *,
        prefix: str = "",
        anywhere: bool = False,
    ) -> None:
        """Prepare; only a test's own push service may stand `anywhere`, on loopback too."""
        self._signer = signer
        self._find = find
        self._now = now
        self._prefix = prefix
        self._anywhere = anywhere
        self._sessions: dict[bool, ClientSession] = {}

    async def start(self) -> None:
        """Make the key where there is none yet. Raises Refused where it cannot be made."""
        await asyncio.to_thread(lambda: self._signer.key.private)

    async def stop(self) -> None:
        """Close the lines."""
        for session in self._sessions.values():
            await session.close()
        self._sessions.clear()

    def problem(self, _at: datetime) -> str | None:
        """Say nothing: whose push service answers what is up to whoever subscribes with it."""
        return None

    async def send(self, _platform: str, address: str, content: Content) -> DeliveryOutcome:
        """Ping a device, once."""
        try:
            request = await asyncio.to_thread(self._make, address, content)
        except ValueError:
            return Permanent(RefusalReason.GONE)
        except Exception as error:
            # Nothing has left the house yet.
            log.warning("a push message was not made: %s", type(error).__name__)
            return NotReached()
        if request is None:
            return Permanent(RefusalReason.GONE)
        try:
            return await self._post(request)
        except (ClientConnectorError, ClientHttpProxyError, ConnectionTimeoutError) as error:
            return self._unreached(error)
        except (ClientError, TimeoutError):
            return Unknown()

    def _make(self, address: str, content: Content) -> PushRequest | None:
        endpoint = self._find(address)
        if endpoint is None or not (self._anywhere or is_push_address(endpoint.address)):
            return None
        return make_request(endpoint, content, self._prefix, self._signer, self._now())

    async def _post(self, request: PushRequest) -> DeliveryOutcome:
        proxy = proxy_for(request.address)
        async with self._session(through=proxy).post(
            request.address,
            data=request.body,
            headers=request.headers,
            allow_redirects=False,
            proxy=proxy,
        ) as answer:
            # Its body is nobody's business: what counts stands in the head.
            outcome = outcome_of(answer.status, answer.headers, self._now())
            answer.close()
        if isinstance(outcome, Permanent) and outcome.reason is RefusalReason.REFUSED:
            log.warning("a push service refuses what we send: %d", answer.status)
        return outcome

    def _session(self, through: str | None) -> ClientSession:
        """Open a session, once; through a proxy it is the proxy that knows what is inside."""
        free = self._anywhere or through is not None
        if free not in self._sessions:
            self._sessions[free] = ClientSession(
                # A line that was idle may be closed at the other end, and then nobody would know
                # whether the next message arrived: each has a line of its own.
                connector=TCPConnector(
                    resolver=ThreadedResolver() if free else OutsideResolver(),
                    limit=AT_ONCE,
                    force_close=True,
                    use_dns_cache=False,
                ),
                timeout=WITHIN,
                cookie_jar=DummyCookieJar(),
                auto_decompress=False,
            )
        return self._sessions[free]

    def _unreached(self, error: Exception) -> DeliveryOutcome:
        inside = isinstance(error, ClientConnectorError) and isinstance(error.os_error, NotOutside)
        if inside:
            log.warning("a device's push service is not on the internet: nothing is sent there")
            return Permanent(RefusalReason.REFUSED)
        log.warning("a push service was not reached: %s", reason_of(error) or type(error).__name__)
        return NotReached()
