"""The sample's clock on the page: what it shows, and moving it forward."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.messages import _
from bot.platforms.sample_page.chat import WebChat
from bot.platforms.sample_page.talk import SampleTalk
from bot.platforms.web.answers import asked, fresh
from bot.platforms.web.body import read_body
from bot.platforms.web.errors import Declined, asked_language
from bot.platforms.web.events import Broadcast
from bot.ports import Shown
from bot.ports.worlds import Move

NO_SAMPLE = _("There is no sample here, and so no clock of its own.")
NO_MOVE = _("Say how far the clock moves: by {known}.", known=", ".join(Move))


@dataclass(frozen=True, slots=True)
class ClockWork:
    """The clock's endpoints, on the chat's back and the open pages."""

    chat: WebChat
    talk: SampleTalk
    broadcast: Broadcast

    async def show(self, request: Request) -> Response:
        """Say what time it is in the sample, and what is to come."""
        return fresh(await self._face(asked_language(request)))

    async def move(self, request: Request) -> Response:
        """Move the clock forward; every open page hears at once what reaches people on the way."""
        by, language = _move(await read_body(request)), asked_language(request)
        loop, walk = asyncio.get_running_loop(), Walk(self.talk, self.broadcast, language)

        def passes(at: datetime, some: Sequence[tuple[int, Shown]]) -> None:
            loop.call_soon_threadsafe(partial(walk.passes, at, some))

        await asked(self.chat.move, language, by, passes)
        face = await self._face(language)
        self.broadcast.tell(language, "clock", face)
        return fresh({**face, "arrived": walk.arrived})

    async def _face(self, language: str) -> dict[str, Any]:
        clock = await asked(self.chat.clock, language)
        if clock is None:
            raise Declined(404, NO_SAMPLE)
        return {name: _written(value) for name, value in asdict(clock).items()}


@dataclass(slots=True)
class Walk:
    """One way of the clock, as the open pages hear of it."""

    talk: SampleTalk
    broadcast: Broadcast
    language: str
    arrived: int = 0

    def passes(self, at: datetime, some: Sequence[tuple[int, Shown]]) -> None:
        """Tell where the clock is, and what reached whom there."""
        self.arrived += len(some)
        passed = {"at": at.isoformat(), "arrived": self.arrived}
        self.broadcast.tell(self.language, "passes", passed)
        for person_id, shown in some:
            self.talk.reached(person_id, shown)


def _move(body: Any) -> Move:
    if not isinstance(body, dict) or body.keys() != {"by"} or body["by"] not in list(Move):
        raise Declined(400, NO_MOVE)
    return Move(body["by"])


def _written(value: datetime | str | None) -> str | None:
    return value.isoformat() if isinstance(value, datetime) else value
