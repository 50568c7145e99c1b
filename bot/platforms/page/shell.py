"""What a browser loads around the own chat; nothing in it is anybody's."""

from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.platforms.page.talk import PageTalk
from bot.platforms.web.errors import Declined
from bot.platforms.web.page_files import Page


@dataclass(frozen=True, slots=True)
class Shell:
    """The own chat's page and its files."""

    talk: PageTalk
    page_files: Page = field(default_factory=Page)

    async def page(self, request: Request) -> Response:
        """Answer with the page of a session; whoever has none is led to the door."""
        try:
            await self.talk.session(request)
        except Declined as declined:
            if declined.status != 401:
                raise
            return RedirectResponse("../../", 303)
        return await self.page_files.page(request)

    async def file(self, request: Request) -> Response:
        """Answer with one of the page's files."""
        return await self.page_files.file(request)
