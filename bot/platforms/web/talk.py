"""Talking on a page: what was said, saying something, and the stream that keeps windows live."""

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response

from bot.i18n import Voice
from bot.messages import MessageKind
from bot.platforms.apology import apology_for
from bot.platforms.transcript import KEPT, Utterance
from bot.platforms.web.answers import asked, fresh, told
from bot.platforms.web.body import attaching, number_in, read_attaching, read_body, utterance
from bot.platforms.web.chat import Chat, Place
from bot.platforms.web.errors import NOT_FOUND, UNAVAILABLE, Declined
from bot.platforms.web.events import Broadcast
from bot.ports import JobOutcome, Shown
from bot.showing.files import ZIP
from bot.showing.palette import Scheme

log = logging.getLogger(__name__)

FOR_AN_HOUR = "private, max-age=3600"
PATIENCE = 25.0
"""Seconds until a page is told to send again: with the same key, it then gets the answer."""


@dataclass(frozen=True, slots=True)
class Talk(ABC):
    """The endpoints of one chat; whose it is, each page finds in its own way."""

    broadcast: Broadcast

    @property
    @abstractmethod
    def back(self) -> Chat:
        """The chats behind the page."""

    @property
    def keeps(self) -> str:
        """Say how long a browser may keep a file.

        Its address changes with what it shows; how that is drawn, only with the program.
        """
        return FOR_AN_HOUR

    @abstractmethod
    async def place(self, request: Request) -> Place:
        """Find whose chat a request is about; raises Declined where it is nobody's."""

    @abstractmethod
    async def now(self, place: Place) -> datetime:
        """Tell when something is said that comes in now."""

    @abstractmethod
    async def speaks(self, place: Place) -> str:
        """Tell in which language an apology is said."""

    @abstractmethod
    async def bring(self, place: Place, key: str) -> None:
        """Tell the open windows what an update brought to others."""

    def changed(self, place: Place) -> None:  # noqa: B027 -- a page whose windows show no board
        """Tell the open windows that somebody's saying may have changed what they show."""

    async def earlier(self, request: Request) -> Response:
        """Answer with one person's messages before one that the page has."""
        place = await self.place(request)
        before = number_in(request.path_params["message"])
        if before is None:
            raise Declined(404, NOT_FOUND)
        messages = await asked(self.back.transcript, place.speaker.person_id, before)
        return fresh(shown_page(messages, place))

    async def file(self, request: Request) -> Response:
        """Answer with a file of one of somebody's messages, a picture also in dark, or still."""
        place, named = await self.place(request), request.path_params
        scheme = Scheme.DARK if request.query_params.get("scheme") == "dark" else Scheme.LIGHT
        message = number_in(named["message"])
        still = number_in(request.query_params.get("still", "")) or 0
        about = (place.speaker.person_id, message, named["file"], scheme, still)
        file = None if message is None else await asked(self.back.file, *about)
        if file is None:
            raise Declined(404, NOT_FOUND)
        headers = {"Cache-Control": self.keeps}
        if file.kind == ZIP:  # all that is kept of somebody: on a shared device it would lie there
            headers["Cache-Control"] = "no-store"
        if not file.kind.startswith("image/"):
            headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
        return Response(file.data, media_type=file.kind, headers=headers)

    async def say(self, request: Request) -> Response:
        """Take in what somebody says, and answer once it is stored."""
        place = await self.place(request)
        body = await read_body(request)
        said = utterance(body, place.speaker.person_id, await self.now(place))
        return await self._said(place, said, body["key"])

    async def attach(self, request: Request) -> Response:
        """Take in a photo or a voice note, and the words below it."""
        place = await self.place(request)
        body = await read_attaching(request)
        said = attaching(body, place.speaker.person_id, await self.now(place))
        return await self._said(place, said, body["key"])

    async def attached(self, request: Request) -> Response:
        """Answer with what somebody attached; no browser keeps it, for it may be withdrawn."""
        place = await self.place(request)
        message = number_in(request.path_params["message"])
        about = (place.speaker.person_id, message)
        found = None if message is None else await asked(self.back.attached, *about)
        if found is None:
            raise Declined(404, NOT_FOUND)
        kind, data = found
        return Response(data, media_type=kind, headers={"Cache-Control": "no-store"})

    async def _said(self, place: Place, said: Utterance, key: str) -> Response:
        """Store what somebody says, tell it to the open windows, and answer."""
        outcome = await self._stored(place, said)
        shown = _answers(outcome) or [_sorry(outcome, await self.speaks(place), said)]
        messages = [written(message, place) for message in shown]
        # The window that sent it knows it again by the key it chose.
        heard = {"person": place.name, "key": key, "messages": messages}
        self.broadcast.tell(place.channel, "said", heard)
        self.changed(place)
        # What it brings to others is theirs at once, not with the next tick of the clock.
        then = BackgroundTask(self.bring, place, said.key)
        return fresh({"messages": messages, **await self.beside(place)}, then=then)

    async def beside(self, place: Place) -> dict[str, object]:
        """Tell what a page needs with an answer: whether own words are awaited now."""
        return {"awaits": await asked(self.back.awaits_words, place.speaker.person_id)}

    def arrived(self, place: Place, shown: Shown) -> None:
        """Tell the open windows what reached somebody unasked, or is shown anew."""
        heard = {"person": place.name, "key": "", "messages": [written(shown, place)]}
        self.broadcast.tell(place.channel, "said", heard)

    async def _stored(self, place: Place, said: Utterance) -> JobOutcome:
        try:
            waiting = asyncio.wrap_future(self.back.submit(place.speaker, said))
            # Shielded: a page that leaves must not cancel what a lane has in hand.
            return await asyncio.wait_for(asyncio.shield(waiting), PATIENCE)
        except Exception as error:
            # Only its kind: what people wrote stays out of the log.
            log.warning("an update was not stored: %s", type(error).__name__)
            raise Declined(503, UNAVAILABLE, retry_after=2) from None


def written(shown: Shown, place: Place) -> dict[str, Any]:
    """Write a message for the page whose chat it is."""
    return told(shown, place.made, place.attached)


def shown_page(messages: Sequence[Shown], place: Place) -> dict[str, Any]:
    """Write messages for the page, and whether there may be earlier ones."""
    shown = [written(message, place) for message in messages]
    return {"messages": shown, "more": len(shown) >= KEPT}


def _answers(outcome: JobOutcome) -> Sequence[Shown]:
    """List the line and its answers; none of what was set aside, now or before."""
    answers: Sequence[Shown] = () if outcome.quarantined else outcome.value or ()
    return answers


def _sorry(outcome: JobOutcome, language: str, said: Utterance) -> Shown:
    """Apologise for what was set aside."""
    sorry = Voice(language, "UTC").say(apology_for(outcome))
    return Shown(0, MessageKind.ANSWER, sorry, False, [], None, None, None, False, said.said_at)
