"""The chat's endpoints: who there is, what was said, and saying something."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.messages import MessageKind, _
from bot.platforms.apology import apology_for
from bot.platforms.sample_page.chat import Pane, Seen, WebChat
from bot.platforms.transcript import KEPT, Speaker, Utterance
from bot.platforms.web.answers import asked, fresh, told
from bot.platforms.web.body import attaching, number_in, read_attaching, read_body, utterance
from bot.platforms.web.errors import NOT_FOUND, UNAVAILABLE, Declined, asked_language
from bot.platforms.web.events import Broadcast
from bot.ports import JobOutcome, Shown
from bot.showing.palette import Scheme

log = logging.getLogger(__name__)

PATIENCE = 25.0
"""Seconds until a page is told to send again: with the same key, it then gets the answer."""

ROLES = ("student", "mentor", "teacher", "coach")
"""The roles of which the page shows one person each, in its order."""

NO_SUCH_PERSON = _("There is nobody here by that name; only the sample's people chat on this page.")


@dataclass(frozen=True, slots=True)
class Talk:
    """The chat's endpoints, on its back and the open pages."""

    chat: WebChat
    broadcast: Broadcast

    async def people(self, request: Request) -> Response:
        """List who can be chosen, and whom the page shows first."""
        panes = await asked(self.chat.panes, asked_language(request))
        people = [_person(pane) for pane in panes]
        return fresh({"people": people, "first": first_of_each_role(panes)})

    async def conversation(self, request: Request) -> Response:
        """Answer with one person's newest messages and board."""
        pane, whose = await self._pane(request)
        messages = await asked(self.chat.transcript, pane.person_id)
        board = await asked(self.chat.board, pane.person_id)
        shown = _page(messages, whose)
        commands = list(pane.commands)
        person = {**_person(pane), "commands": commands}
        return fresh({"person": person, **shown, "board": board})

    async def earlier(self, request: Request) -> Response:
        """Answer with one person's messages before one that the page has."""
        pane, whose = await self._pane(request)
        before = number_in(request.path_params["message"])
        if before is None:
            raise Declined(404, NOT_FOUND)
        messages = await asked(self.chat.transcript, pane.person_id, before)
        return fresh(_page(messages, whose))

    async def board(self, request: Request) -> Response:
        """Answer with one person's board alone, after something changed."""
        pane, _whose = await self._pane(request)
        board = await asked(self.chat.board, pane.person_id)
        return fresh({"person": _person(pane), "board": board})

    async def file(self, request: Request) -> Response:
        """Answer with a file of one of somebody's messages, a picture also in dark, or still."""
        named = request.path_params
        pane, _whose = await self._pane(request, named["language"])
        scheme = Scheme.DARK if request.query_params.get("scheme") == "dark" else Scheme.LIGHT
        message = number_in(named["message"])
        still = number_in(request.query_params.get("still", "")) or 0
        about = (pane.person_id, message, named["file"], scheme, still)
        file = None if message is None else await asked(self.chat.file, *about)
        if file is None:
            raise Declined(404, NOT_FOUND)
        # Its address changes with what it shows; how that is drawn, only with the program.
        headers = {"Cache-Control": "private, max-age=3600"}
        if not file.kind.startswith("image/"):
            headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
        return Response(file.data, media_type=file.kind, headers=headers)

    async def say(self, request: Request) -> Response:
        """Take in what somebody says, and answer once it is stored."""
        pane, whose = await self._pane(request)
        body = await read_body(request)
        said = utterance(body, pane.person_id, await asked(self.chat.now, whose.language))
        return await self._said(pane, whose, said, body["key"])

    async def attach(self, request: Request) -> Response:
        """Take in a photo or a voice note, and the words below it."""
        pane, whose = await self._pane(request)
        body = await read_attaching(request)
        said = attaching(body, pane.person_id, await asked(self.chat.now, whose.language))
        return await self._said(pane, whose, said, body["key"])

    async def attached(self, request: Request) -> Response:
        """Answer with what somebody attached; no browser keeps it, for it may be withdrawn."""
        pane, _whose = await self._pane(request, request.path_params["language"])
        message = number_in(request.path_params["message"])
        about = (pane.person_id, message)
        found = None if message is None else await asked(self.chat.attached, *about)
        if found is None:
            raise Declined(404, NOT_FOUND)
        kind, data = found
        return Response(data, media_type=kind, headers={"Cache-Control": "no-store"})

    async def _said(self, pane: Pane, whose: Seen, said: Utterance, key: str) -> Response:
        """Store what somebody says, tell it to the open pages, and answer."""
        outcome = await self._stored(pane, said)
        messages = [_told(message, whose) for message in _shown(outcome, pane, said)]
        # The page that sent it knows it again by the key it chose.
        heard = {"person": pane.school_id, "key": key, "messages": messages}
        self.broadcast.tell(whose.language, "said", heard)
        self.broadcast.tell(whose.language, "changed", {"by": pane.school_id})
        # What it brings to others is theirs at once, not with the next tick of the clock.
        awaits = await asked(self.chat.awaits_words, pane.person_id)
        then = BackgroundTask(self._bring, said.key, whose.language)
        return fresh({"messages": messages, "awaits": awaits}, then=then)

    async def _bring(self, key: str, language: str) -> None:
        blanked = await asked(self.chat.take_blanked, key)
        for whose, shown in [*blanked, *await asked(self.chat.deliver, language)]:
            self.arrived(whose, shown)

    def arrived(self, whose: Seen, shown: Shown) -> None:
        """Tell the open pages what reached somebody unasked, or is shown anew."""
        heard = {"person": whose.school_id, "key": "", "messages": [_told(shown, whose)]}
        self.broadcast.tell(whose.language, "said", heard)

    async def events(self, request: Request) -> Response:
        """Stream what is said and changed, for as long as the page is open."""
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=headers)
        stream = self.broadcast.stream(asked_language(request))
        return StreamingResponse(stream, media_type="text/event-stream", headers=headers)

    async def _pane(self, request: Request, language: str = "") -> tuple[Pane, Seen]:
        """Find who is meant, in the sample of the language that is asked."""
        whose = Seen(language or asked_language(request), request.path_params["school_id"])
        known = await asked(self.chat.panes, whose.language) if whose.language in LANGUAGES else ()
        for pane in known:
            if pane.school_id == whose.school_id:
                return pane, whose
        raise Declined(404, NO_SUCH_PERSON)

    async def _stored(self, pane: Pane, said: Utterance) -> JobOutcome:
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
        first = next((name for name in fitting if name not in chosen), None)
        chosen += [first] if first else []
    return chosen


def _page(messages: Sequence[Shown], whose: Seen) -> dict[str, Any]:
    """Write messages for the page, and whether there may be earlier ones."""
    shown = [_told(message, whose) for message in messages]
    return {"messages": shown, "more": len(shown) >= KEPT}


def _told(shown: Shown, whose: Seen) -> dict[str, Any]:
    """Write a message; an address names the language, since a picture is asked for in its own."""
    at = f"/chat/{quote(whose.school_id, safe='')}"
    return told(shown, f"{at}/files/{whose.language}", f"{at}/attached/{whose.language}")


def _shown(outcome: JobOutcome, pane: Pane, said: Utterance) -> Sequence[Shown]:
    """List the line and its answers; what was set aside, now or before, gets an apology alone."""
    if outcome.value and not outcome.quarantined:
        shown: Sequence[Shown] = outcome.value
        return shown
    sorry = Voice(pane.language, "UTC").say(apology_for(outcome))
    return [Shown(0, MessageKind.ANSWER, sorry, False, [], None, None, None, False, said.said_at)]


def _person(pane: Pane) -> dict[str, Any]:
    return {
        "school_id": pane.school_id,
        "name": pane.name,
        "roles": list(pane.roles),
        "language": pane.language,
        "about": pane.about,
    }
