"""The door: where a link leads to, and where a code is typed; only a button opens it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.domain.joining.sessions import is_token
from bot.messages import _, lines
from bot.platforms.line.bodies import read_at_most
from bot.platforms.page.back import AtTheDoor, Entered, PageBack
from bot.platforms.page.devices import device_of
from bot.platforms.page.door_page import ANOTHER, DoorPage
from bot.platforms.page.talk import NOT_IN, PageTalk
from bot.platforms.web.answers import asked
from bot.platforms.web.body import number_in
from bot.platforms.web.errors import UNAVAILABLE, Declined, asked_language
from bot.ports import JobOutcome

log = logging.getLogger(__name__)

LIMIT = 2_000
"""Bytes that the door's form may have."""
PATIENCE = 25.0
"""Seconds until whoever waits at the door is told to press again: the same form gets in."""
LONGEST_CODE = 60
"""Characters of a code that are looked at, with whatever was pasted around it."""

ENDED = "ended"
"""In the address: from a chat that is no longer open here."""
OTHER = "other"
"""In the address: from a chat, to another one."""

STALE = _("This form was open for too long. Press the button again.")


@dataclass(frozen=True, slots=True)
class Doorway:
    """The endpoints of who is not in yet; a GET looks nothing up and changes nothing."""

    chat: PageBack
    talk: PageTalk
    page: DoorPage

    async def home(self, request: Request) -> Response:
        """Lead to the chat that is open on this device; else ask for a code, or whose chat.

        Who comes from a chat that is over, or wants another one, is led nowhere.
        """
        return await self._kindly(request, self._home)

    async def _home(self, request: Request) -> Response:
        seated = await asked(self.chat.list_seated, self.talk.cookies.digests(request))
        if ENDED in request.query_params:
            return self.page.drawn(request, "", NOT_IN, seated=seated)
        if len(seated) == 1 and OTHER not in request.query_params:
            return RedirectResponse(f"me/{seated[0].session.seat}/", 303)
        return self.page.drawn(request, "", seated=seated)

    async def lead(self, request: Request) -> Response:
        """Lead a link in a mail or a sign to the message that it tells of, in its person's chat.

        Such a link carries no session: on a device where nobody is in it leads to the door.
        """
        return await self._kindly(request, self._lead)

    async def _lead(self, request: Request) -> Response:
        message = number_in(request.query_params.get("message", ""))
        if message is not None:
            for held in await asked(self.chat.list_seated, self.talk.cookies.digests(request)):
                if await asked(self.chat.holds, held.session.person_id, message):
                    return RedirectResponse(f"me/{held.session.seat}/#message-{message}", 303)
        return await self._home(request)

    async def join(self, request: Request) -> Response:
        """Show the button behind a link, the same for every code."""
        return self.page.drawn(request, request.path_params["code"][:LONGEST_CODE])

    async def enter(self, request: Request) -> Response:
        """Redeem a code, and lead to the chat that it opened."""
        return await self._kindly(request, self._enter)

    async def _enter(self, request: Request) -> Response:
        line = self.talk.lines.of(request)
        form = await _form(request)
        typed, nonce = form.get("code", "")[:LONGEST_CODE], form.get("nonce", "")
        if not is_token(nonce):
            return self.page.drawn(request, typed, STALE, status=400)
        self.talk.limits.knock(line)
        entered = await self._entered(
            AtTheDoor(
                line=line,
                typed=typed,
                nonce=nonce,
                digests=self.talk.cookies.digests(request),
                device=device_of(request.headers.get("user-agent", "")),
                language=asked_language(request),
            )
        )
        if entered.refusal is not None:
            said = lines(entered.refusal, ANOTHER)
            return self.page.drawn(request, "", said, status=403)
        self.talk.limits.welcome(line)
        answer = RedirectResponse(f"me/{entered.seat}/", 303)
        if entered.token:
            await self.talk.keep(request, answer, entered.token)
            # Their other devices and chats hear of it at once.
            answer.background = BackgroundTask(self.talk.bring_now)
        return answer

    async def _kindly(
        self, request: Request, act: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        """Do what is asked at the door; what cannot be done now is said on a page, as all is."""
        try:
            self.talk.limits.ask(self.talk.lines.of(request))
            return await act(request)
        except Declined as declined:
            drawn = self.page.drawn(request, "", declined.text, status=declined.status)
            if declined.retry_after:
                drawn.headers["Retry-After"] = str(declined.retry_after)
            return drawn

    async def _entered(self, at_the_door: AtTheDoor) -> Entered:
        try:
            waiting = asyncio.wrap_future(self.chat.enter(at_the_door))
            outcome: JobOutcome = await asyncio.wait_for(asyncio.shield(waiting), PATIENCE)
        except Exception as error:
            log.warning("somebody at the door was not answered: %s", type(error).__name__)
            raise Declined(503, UNAVAILABLE, retry_after=2) from None
        if not isinstance(outcome.value, Entered):
            raise Declined(503, UNAVAILABLE, retry_after=2)
        return outcome.value


async def _form(request: Request) -> dict[str, str]:
    """Read the door's form; of what is no such form nothing is read."""
    body = await read_at_most(request, LIMIT)
    if body is None:
        return {}
    try:
        fields = parse_qs(body.decode("ascii", "replace"), max_num_fields=8, errors="replace")
    except ValueError:  # more fields than any form of ours
        return {}
    return {name: values[0] for name, values in fields.items()}
