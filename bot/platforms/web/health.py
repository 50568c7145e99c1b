"""How the process fares, for whoever watches it: alive, ready, and in figures."""

import asyncio
import contextlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from bot.messages import _
from bot.platforms.platform import Platform
from bot.platforms.web.answers import asked, fresh
from bot.platforms.web.errors import UNAVAILABLE, Declined
from bot.platforms.web.serving.guard import is_from_this_machine
from bot.platforms.web.watched import Watched

NO_TOKEN = _(
    "The figures are read on this machine, or with the token in KOMPAAN_METRICS_TOKEN: "
    "Authorization: Bearer …"
)

FIGURES = "text/plain; version=0.0.4; charset=utf-8"
"""The text format of Prometheus."""


PATIENCE = 1.5
"""Seconds after which a database that does not answer is called away: who watches waits for two."""


@dataclass(slots=True)
class Health:
    """The endpoints for whoever watches, of the server and its platforms."""

    watched: Watched
    platforms: Sequence[Platform] = ()
    _looking: "asyncio.Task[bool] | None" = None

    async def alive(self, _request: Request) -> Response:
        """Say that the process runs."""
        return fresh({"status": "ok"})

    async def ready(self, _request: Request) -> Response:
        """Say whether updates can be taken in."""
        if not await self._database_is_ready():
            raise Declined(503, UNAVAILABLE, retry_after=2)
        wrong = {name: problem for name, problem in self._problems().items() if problem}
        if wrong:
            return fresh({"status": "degraded", **wrong}, 503)
        return fresh({"status": "ok"})

    async def _database_is_ready(self) -> bool:
        """Ask the database, and wait no longer than who watches does; one look serves all."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(asked(self.watched.ready))
        with contextlib.suppress(TimeoutError):
            return await asyncio.wait_for(asyncio.shield(self._looking), PATIENCE)
        return False

    async def figures(self, request: Request) -> Response:
        """Answer with the figures of now, on this machine or to who has the token."""
        if not self._may_read(request):
            raise Declined(401, NO_TOKEN)
        figures = await asked(self.watched.figures, self._problems())
        return Response(figures, media_type=FIGURES, headers={"Cache-Control": "no-store"})

    def _may_read(self, request: Request) -> bool:
        kind, _space, given = request.headers.get("authorization", "").partition(" ")
        token = self.watched.figures_token
        if token and kind.lower() == "bearer":
            return hmac.compare_digest(given.strip().encode(), token.encode())
        return not self.watched.is_public and is_from_this_machine(request)

    def _problems(self) -> Mapping[str, str | None]:
        at = datetime.now(UTC)
        return {platform.name: platform.problem(at) for platform in self.platforms}
