"""Push messages to a device: whether they are on, and the taps that turn them on and off.

What a browser subscribes with comes from its own push service, so each time it is looked at as what
anybody could have posted.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import Response

from bot.domain.joining.sessions import Session
from bot.domain.telling.subscriptions import EndedWhy, Endpoint
from bot.messages import _
from bot.platforms.page.talk import PageTalk
from bot.platforms.web.answers import asked, fresh
from bot.platforms.web.body import read_body
from bot.platforms.web.errors import Declined

LIMIT = 8 * 1024
"""Bytes that what a browser says of its subscription may have."""

NOT_OFFERED = _("There are no push messages here.")
NO_SUBSCRIPTION = _("This is not what a browser subscribes with.")
NO_SERVICE = _("The push service of this browser is not known on the internet.")


class PushBack(Protocol):
    """What the page needs of the rest for push messages; all but `accepts` may block."""

    def key(self) -> str:
        """Tell with which key browsers subscribe; empty where there are no push messages."""

    def read(self, written: Any) -> Endpoint | None:
        """Read what a browser says of its subscription; None for what is none."""

    async def accepts(self, endpoint: Endpoint) -> bool:
        """Say whether a push service stands where it may stand."""

    def state(self, session: Session) -> tuple[bool, EndedWhy | None]:
        """Say whether a session gets push messages, and why not any more where it did."""

    def subscribe(self, session: Session, endpoint: Endpoint) -> None:
        """Send a session's push messages there from now on."""

    def unsubscribe(self, session: Session) -> None:
        """Send it no more."""


@dataclass(frozen=True, slots=True)
class Pushing:
    """The endpoints of push messages, each for the person whose session asks."""

    talk: PageTalk
    back: PushBack

    async def state(self, request: Request) -> Response:
        """Tell with which key to subscribe, whether it is on, and whether it was lost."""
        session = await self.talk.session(request)
        key = await asked(self.back.key)
        on, ended = await asked(self.back.state, session)
        # Who turned it off is asked no more; whoever lost it wanted it.
        lost = ended is not None and ended is not EndedWhy.OWN
        return fresh({"key": key, "on": on, "lost": lost, "asked": on or ended is not None})

    async def subscribe(self, request: Request) -> Response:
        """Turn push messages on for this device."""
        session = await self.talk.session(request)
        endpoint = await self._endpoint(request)
        await asked(self.back.subscribe, session, endpoint)
        return fresh({"on": True})

    async def unsubscribe(self, request: Request) -> Response:
        """Turn them off."""
        session = await self.talk.session(request)
        await asked(self.back.unsubscribe, session)
        return fresh({"on": False})

    async def _endpoint(self, request: Request) -> Endpoint:
        if not await asked(self.back.key):
            raise Declined(404, NOT_OFFERED)
        endpoint = self.back.read(await read_body(request, LIMIT))
        if endpoint is None:
            raise Declined(400, NO_SUBSCRIPTION)
        if not await self.back.accepts(endpoint):
            raise Declined(400, NO_SERVICE)
        return endpoint
