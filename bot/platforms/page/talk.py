"""The own chat on the page: what a session may read, say and hear, and nobody else's."""

from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from typing_extensions import override

from bot.domain.joining.invitations import as_code
from bot.domain.joining.sessions import Session, digest_of_token, is_seat
from bot.messages import _
from bot.platforms.page.back import PageBack
from bot.platforms.page.cookies import Cookies
from bot.platforms.page.limits import CROWDED, MOST_STREAMS, STREAMS, PageLimits
from bot.platforms.transcript import Speaker
from bot.platforms.web.answers import asked, fresh
from bot.platforms.web.body import number_in, read_body
from bot.platforms.web.chat import Pane, Place
from bot.platforms.web.errors import DEFAULT_LANGUAGE, FORGET, NOT_FOUND, Declined
from bot.platforms.web.events import BEAT
from bot.platforms.web.serving.lines import Lines
from bot.platforms.web.talk import Talk, shown_page
from bot.ports import Shown

NOT_IN = _(
    "Your chat is not open on this device, or no longer. A new link comes from your school or your "
    "coach, or you make one in /settings on another device of yours."
)
BAD_SEEN = _("Say up to which message was seen, by its number.")
MISSED = "event: missed\ndata: {}\n\n"


@dataclass(frozen=True, slots=True)
class PageTalk(Talk):
    """The endpoints of the own chat, each for the person whose session asks."""

    chat: PageBack
    cookies: Cookies
    lines: Lines = field(default_factory=Lines)
    limits: PageLimits = field(default_factory=PageLimits)

    @property
    @override
    def back(self) -> PageBack:
        return self.chat

    async def session(self, request: Request) -> Session:
        """Find the session that asks; raises Declined for whoever has none."""
        self.limits.ask(self.lines.of(request))
        seat = request.path_params["seat"]
        digests = self.cookies.digests(request) if is_seat(seat) else ()
        found = await asked(self.chat.find, seat, digests) if digests else None
        if found is None:
            raise Declined(401, NOT_IN, forgets=True)
        # Of sessions only: whoever guesses at somebody's address takes none of their patience.
        self.limits.use(found.seat)
        return found

    async def conversation(self, request: Request) -> Response:
        """Answer with the newest messages, and who talks here."""
        session = await self.session(request)
        pane = await asked(self.chat.who, session.person_id)
        if pane is None:
            raise Declined(401, NOT_IN, forgets=True)
        messages = await asked(self.chat.transcript, session.person_id)
        content = {
            "person": _person(pane),
            **shown_page(messages, _place(session)),
            "unread": list(await asked(self.chat.unread, session.person_id)),
            "clock": {"at": (await asked(self.chat.now)).isoformat(), "zone": pane.time_zone},
        }
        return fresh(content)

    @override
    async def beside(self, place: Place) -> dict[str, object]:
        return {**await Talk.beside(self, place), "language": await self.speaks(place)}

    async def see(self, request: Request) -> Response:
        """Note what was seen: what is unread elsewhere is no longer."""
        session = await self.session(request)
        body = await read_body(request)
        up_to = body.get("up_to") if isinstance(body, dict) else None
        if type(up_to) is not int or number_in(str(up_to)) is None:
            raise Declined(400, BAD_SEEN)
        await asked(self.chat.see, session.person_id, up_to)
        self.broadcast.tell(str(session.person_id), "seen", {"up_to": up_to})
        return fresh({})

    async def leave(self, request: Request) -> Response:
        """End the session of this device; the door is where it leads to."""
        session = await self.session(request)
        await asked(self.chat.leave, session)
        # Pictures of scores may be in the browser's own memory for an hour: they go at once.
        answer = RedirectResponse("../../", 303, {"Clear-Site-Data": FORGET})
        await self.keep(request, answer)
        return answer

    async def qr(self, request: Request) -> Response:
        """Draw the link of a code that was just said here; nothing is looked up."""
        await self.session(request)
        code = as_code(request.path_params["code"])
        if code is None:
            raise Declined(404, NOT_FOUND)
        data = await asked(self.chat.qr, code)
        return Response(data, media_type="image/png", headers={"Cache-Control": "no-store"})

    async def keep(self, request: Request, answer: Response, token: str = "") -> None:
        """Let the device keep what still opens a chat, and a new token before all others."""
        seated = await asked(self.chat.list_seated, self.cookies.digests(request))
        living = {held.session.digest for held in seated}
        tokens = [held for held in self.cookies.tokens(request) if digest_of_token(held) in living]
        self.cookies.give(answer, [token, *tokens] if token else tokens)

    async def events(self, request: Request) -> Response:
        """Stream what reaches this person alone, for as long as the session is open."""
        session = await self.session(request)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=headers)
        if self.broadcast.pages >= MOST_STREAMS:
            raise Declined(503, CROWDED, retry_after=30)
        digests, newest = self.cookies.digests(request), await self._newest(session)

        async def pulse() -> str | None:
            # Other processes tell their own windows, so each looks by itself now and then.
            nonlocal newest
            if await asked(self.chat.find, session.seat, digests) is None:
                return None
            before, newest = newest, await self._newest(session)
            return BEAT if newest == before else MISSED

        stream = self.broadcast.stream(
            str(session.person_id), pulse, holder=session.seat, most=STREAMS
        )
        return StreamingResponse(stream, media_type="text/event-stream", headers=headers)

    async def _newest(self, session: Session) -> int:
        return await asked(self.chat.newest, session.person_id)

    @override
    async def place(self, request: Request) -> Place:
        return _place(await self.session(request))

    @override
    async def now(self, place: Place) -> datetime:
        return await asked(self.chat.now)

    @override
    async def speaks(self, place: Place) -> str:
        return await asked(self.chat.language, place.speaker.person_id) or DEFAULT_LANGUAGE

    @override
    async def bring(self, place: Place, key: str) -> None:
        for person_id, shown in await asked(self.chat.take_blanked, key):
            self.reached(person_id, shown)
        await self.bring_now()
        for person_id in self.chat.take_ended(key):
            self.broadcast.look(str(person_id))

    async def bring_now(self) -> None:
        """Bring what waits for people on the page, and tell their open windows."""
        for person_id, shown in await asked(self.chat.bring):
            self.reached(person_id, shown)

    def reached(self, person_id: int, shown: Shown) -> None:
        """Tell somebody's open windows what reached them."""
        self.arrived(_of(Speaker(person_id, 0)), shown)


def _place(session: Session) -> Place:
    return _of(Speaker(session.person_id, session.organisation_id, session.seat))


def _of(speaker: Speaker) -> Place:
    """Say whose chat it is; addresses are below the page's own, whose session it is."""
    return Place(speaker, "", str(speaker.person_id), "files", "attached")


def _person(pane: Pane) -> dict[str, object]:
    return {
        "name": pane.name,
        "roles": list(pane.roles),
        "language": pane.language,
        "about": pane.about,
        "commands": list(pane.commands),
    }
