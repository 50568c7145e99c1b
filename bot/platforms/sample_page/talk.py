"""The sample's chats: who there is, and what each of them sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from typing_extensions import override

from bot.domain.languages import LANGUAGES
from bot.messages import _
from bot.platforms.sample_page.chat import Seen, WebChat
from bot.platforms.transcript import Speaker
from bot.platforms.web.answers import asked, fresh
from bot.platforms.web.chat import Pane, Place
from bot.platforms.web.errors import Declined, asked_language
from bot.platforms.web.talk import FOR_AN_HOUR, Talk, shown_page
from bot.ports import Shown

ROLES = ("student", "mentor", "teacher", "coach")
"""The roles of which the page shows one person each, in its order."""

NO_SUCH_PERSON = _("There is nobody here by that name; only the sample's people chat on this page.")


@dataclass(frozen=True, slots=True)
class SampleTalk(Talk):
    """The endpoints of the sample's chats, on their back and the open pages."""

    chat: WebChat

    @property
    @override
    def back(self) -> WebChat:
        return self.chat

    async def people(self, request: Request) -> Response:
        """List who can be chosen, and whom the page shows first."""
        language = asked_language(request)
        panes = await asked(self.chat.panes, language)
        people = [_person(pane) for pane in panes]
        own = self.chat.own_class
        first = own.first if own else first_of_each_role(panes)
        return fresh({"people": people, "first": first, "commands": _shared(panes, language)})

    async def conversation(self, request: Request) -> Response:
        """Answer with one person's newest messages and board."""
        pane, whose = await self._pane(request)
        messages = await asked(self.chat.transcript, pane.person_id)
        board = await asked(self.chat.board, pane.person_id)
        person = {**_person(pane), "commands": _commands(pane, asked_language(request))}
        shown = shown_page(messages, _place(pane, whose))
        return fresh({"person": person, **shown, "board": board})

    async def board(self, request: Request) -> Response:
        """Answer with one person's board alone, after something changed."""
        pane, _whose = await self._pane(request)
        board = await asked(self.chat.board, pane.person_id)
        return fresh({"person": _person(pane), "board": board})

    async def events(self, request: Request) -> Response:
        """Stream what is said and changed, for as long as the page is open."""
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=headers)
        stream = self.broadcast.stream(asked_language(request))
        return StreamingResponse(stream, media_type="text/event-stream", headers=headers)

    @property
    @override
    def keeps(self) -> str:
        # Of an own class nothing is kept anywhere.
        return "no-store" if self.chat.own_class else FOR_AN_HOUR

    @override
    async def place(self, request: Request) -> Place:
        return _place(*await self._pane(request))

    @override
    async def now(self, place: Place) -> datetime:
        return await asked(self.chat.now, place.channel)

    @override
    async def speaks(self, place: Place) -> str:
        pane = await asked(self.chat.pane, place.channel, place.name)
        return pane.language if pane else place.channel

    @override
    def changed(self, place: Place) -> None:
        self.broadcast.tell(place.channel, "changed", {"by": place.name})

    @override
    async def bring(self, place: Place, key: str) -> None:
        blanked = await asked(self.chat.take_blanked, key)
        for person_id, shown in [*blanked, *await asked(self.chat.deliver, place.channel)]:
            self.reached(person_id, shown)

    def reached(self, person_id: int, shown: Shown) -> None:
        """Tell the open pages what reached one of the sample's people."""
        whose = self.chat.seen(person_id)
        if whose is not None:
            self.arrived(_in(Speaker(person_id, 0), whose), shown)

    async def _pane(self, request: Request) -> tuple[Pane, Seen]:
        """Find who is meant, in the sample of the language that is asked."""
        named = request.path_params
        whose = Seen(named.get("language") or asked_language(request), named["school_id"])
        spoken = whose.language in LANGUAGES
        pane = await asked(self.chat.pane, whose.language, whose.school_id) if spoken else None
        if pane is None:
            raise Declined(404, NO_SUCH_PERSON)
        return pane, whose


def first_of_each_role(panes: Sequence[Pane]) -> list[str]:
    """Choose whom the page shows: the first of each role, nobody twice."""
    chosen: list[str] = []
    for role in ROLES:
        fitting = (pane.school_id for pane in panes if role in pane.roles)
        first = next((name for name in fitting if name not in chosen), None)
        chosen += [first] if first else []
    return chosen


def _shared(panes: Sequence[Pane], language: str) -> dict[str, str]:
    """Say once what each command does: most people of a sample have most of them."""
    spoken = (pane for pane in panes if pane.language == language)
    return {command["name"]: command["does"] for pane in spoken for command in pane.commands}


def _commands(pane: Pane, language: str) -> list[Any]:
    """Name the commands of who speaks; with what they do where that is in another language."""
    named = pane.language == language
    return [command["name"] if named else dict(command) for command in pane.commands]


def _place(pane: Pane, whose: Seen) -> Place:
    return _in(Speaker(pane.person_id, pane.organisation_id), whose)


def _in(speaker: Speaker, whose: Seen) -> Place:
    """Say whose chat it is; addresses name the language of the sample.

    A browser asks for a picture in its own.
    """
    at = f"/chat/{quote(whose.school_id, safe='')}"
    made, attached = (f"{at}/{kind}/{whose.language}" for kind in ("files", "attached"))
    return Place(speaker, whose.school_id, whose.language, made, attached)


def _person(pane: Pane) -> dict[str, Any]:
    return {
        "school_id": pane.school_id,
        "name": pane.name,
        "roles": list(pane.roles),
        "language": pane.language,
        "about": pane.about,
        "class_group": pane.class_group,
        "students": list(pane.students),
    }
