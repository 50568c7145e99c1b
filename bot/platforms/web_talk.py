"""The chat's endpoints: who there is, what was said, and saying something."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.i18n import Voice
from bot.messages import Kind, ReportPicture, _
from bot.platforms.apology import APOLOGY
from bot.platforms.platform import Platform
from bot.platforms.transcript import Speaker, Utterance
from bot.platforms.web_body import HIGHEST, read_body, utterance
from bot.platforms.web_chat import Pane, WebChat
from bot.platforms.web_errors import NOT_FOUND, UNAVAILABLE, Declined
from bot.platforms.web_events import Broadcast
from bot.ports import Outcome, Shown
from bot.showing.palette import Scheme

log = logging.getLogger(__name__)

PATIENCE = 25.0
"""Seconds until a page is told to send again: with the same key, it then gets the answer."""

ROLES = ("student", "mentor", "teacher", "coach")
"""The roles of which the page shows one person each, in its order."""

DRAWN_BY_THE_PAGE = ReportPicture.__name__
"""The kind of picture that the page makes of the report's own numbers."""

NO_SUCH_PERSON = _("There is nobody here by that name; only the sample's people chat on this page.")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Talk:
    """The chat's endpoints, on its back and the open pages."""

    chat: WebChat
    broadcast: Broadcast
    platforms: Sequence[Platform] = ()

    async def people(self, _request: Request) -> Response:
        """List who can be chosen, and whom the page shows first."""
        panes = await _asked(self.chat.panes)
        people = [_person(pane) for pane in panes]
        return _fresh({"people": people, "first": first_of_each_role(panes)})

    async def conversation(self, request: Request) -> Response:
        """Give one person's messages and board."""
        pane = await self._pane(request)
        messages = await _asked(self.chat.transcript, pane.person_id)
        board = await _asked(self.chat.board, pane.person_id)
        shown = [_message(message, pane.school_id) for message in messages]
        return _fresh({"person": _person(pane), "messages": shown, "board": board})

    async def board(self, request: Request) -> Response:
        """Give one person's board alone, after something changed."""
        pane = await self._pane(request)
        board = await _asked(self.chat.board, pane.person_id)
        return _fresh({"person": _person(pane), "board": board})

    async def file(self, request: Request) -> Response:
        """Give a file of one of somebody's messages, a picture also in dark."""
        pane = await self._pane(request)
        named = request.path_params
        scheme = Scheme.DARK if request.query_params.get("scheme") == "dark" else Scheme.LIGHT
        asked = (pane.person_id, named["message"], named["file"], scheme)
        file = await _asked(self.chat.file, *asked) if named["message"] <= HIGHEST else None
        if file is None:
            raise Declined(404, NOT_FOUND)
        # Its address changes with what it shows; how that is drawn, only with the program.
        headers = {"Cache-Control": "private, max-age=3600"}
        if not file.kind.startswith("image/"):
            headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
        return Response(file.data, media_type=file.kind, headers=headers)

    async def say(self, request: Request) -> Response:
        """Take in what somebody says, and answer once it is stored."""
        pane = await self._pane(request)
        body = await read_body(request)
        said = utterance(body, pane.person_id, self.chat.now())
        outcome = await self._stored(pane, said)
        messages = [_message(one, pane.school_id) for one in _answers(outcome, pane, said)]
        own = [_message(_own_line(said), pane.school_id)] if said.text else []
        # The page that sent it knows it again by the key it chose.
        told = {"person": pane.school_id, "key": body["key"], "messages": [*own, *messages]}
        self.broadcast.tell("said", told)
        self.broadcast.tell("changed", {"by": pane.school_id})
        return _fresh({"messages": messages})

    def arrived(self, school_id: str, shown: Shown) -> None:
        """Tell the open pages what reached somebody unasked."""
        told = {"person": school_id, "key": "", "messages": [_message(shown, school_id)]}
        self.broadcast.tell("said", told)

    async def events(self, request: Request) -> Response:
        """Stream what is said and changed, for as long as the page is open."""
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=headers)
        stream = self.broadcast.stream()
        return StreamingResponse(stream, media_type="text/event-stream", headers=headers)

    async def alive(self, _request: Request) -> Response:
        """Say that the process runs."""
        return _fresh({"status": "ok"})

    async def ready(self, _request: Request) -> Response:
        """Say whether updates can be taken in."""
        if not await _asked(self.chat.ready):
            raise Declined(503, UNAVAILABLE, retry_after=2)
        at = self.chat.now()
        found = {platform.name: platform.problem(at) for platform in self.platforms}
        wrong = {name: problem for name, problem in found.items() if problem}
        if wrong:
            return JSONResponse({"status": "degraded", **wrong}, 503, {"Cache-Control": "no-store"})
        return _fresh({"status": "ok"})

    async def _pane(self, request: Request) -> Pane:
        for pane in await _asked(self.chat.panes):
            if pane.school_id == request.path_params["school_id"]:
                return pane
        raise Declined(404, NO_SUCH_PERSON)

    async def _stored(self, pane: Pane, said: Utterance) -> Outcome:
        speaker = Speaker(pane.person_id, pane.organisation_id)
        try:
            waiting = asyncio.wrap_future(self.chat.submit(speaker, said))
            # Shielded: a page that leaves must not cancel what a lane has in hand.
            return await asyncio.wait_for(asyncio.shield(waiting), PATIENCE)
        except Exception as error:
            # Only its kind: what people wrote stays out of the log.
            log.warning("an update was not stored: %s", type(error).__name__)
            raise Declined(503, UNAVAILABLE, retry_after=2) from None


def first_of_each_role(panes: Sequence[Pane]) -> list[str]:
    """Choose whom the page shows: the first of each role, nobody twice."""
    chosen: list[str] = []
    for role in ROLES:
        fitting = (pane.school_id for pane in panes if role in pane.roles)
        first = next((one for one in fitting if one not in chosen), None)
        chosen += [first] if first else []
    return chosen


async def _asked(question: Callable[..., T], *about: Any) -> T:
    """Ask something that may block, in a thread; raises Declined where the database is away."""
    try:
        return await run_in_threadpool(question, *about)
    except Exception as error:
        log.warning("a question was not answered: %s", type(error).__name__)
        raise Declined(503, UNAVAILABLE, retry_after=2) from None


def _answers(outcome: Outcome, pane: Pane, said: Utterance) -> Sequence[Shown]:
    """Give the answers; what was set aside, now or before, is answered with an apology."""
    if outcome.value and not outcome.quarantined:
        shown: Sequence[Shown] = outcome.value
        return shown
    sorry = Voice(pane.language, "UTC").say(APOLOGY)
    return [Shown(0, Kind.ANSWER, sorry, False, [], None, None, None, False, said.said_at)]


def _own_line(said: Utterance) -> Shown:
    return Shown(0, "said", said.text, False, [], None, None, None, True, said.said_at)


def _message(shown: Shown, school_id: str) -> dict[str, Any]:
    at = f"/chat/{quote(school_id, safe='')}/files/{shown.id}"
    files = [
        {"url": f"{at}/{one['id']}", **{name: one[name] for name in ("name", "kind", "alt")}}
        for one in shown.files
        if one["described"]["kind"] != DRAWN_BY_THE_PAGE
    ]
    plain = asdict(replace(shown, files=()))
    return {**plain, "files": files, "said_at": shown.said_at.isoformat()}


def _person(pane: Pane) -> dict[str, Any]:
    return {
        "school_id": pane.school_id,
        "name": pane.name,
        "roles": list(pane.roles),
        "language": pane.language,
        "about": pane.about,
    }


def _fresh(content: dict[str, Any]) -> Response:
    return JSONResponse(content, headers={"Cache-Control": "no-store"})
