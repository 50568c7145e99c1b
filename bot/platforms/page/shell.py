"""What a browser loads around the own chat, and installs; nothing in it is anybody's."""

import json
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.domain.joining.sessions import is_seat
from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.messages import _
from bot.platforms.page.bundle import OWN_BUNDLE, WORKER
from bot.platforms.page.talk import PageTalk
from bot.platforms.web.answers import asked
from bot.platforms.web.errors import NOT_FOUND, Declined, asked_language
from bot.platforms.web.page_files import SCRIPT, STYLE, Page
from bot.platforms.web.serving.guard import HEADERS

POLICY = HEADERS["Content-Security-Policy"].replace("trusted-types 'none'", "trusted-types worker")
"""What the page may do: as any of ours, and to register the one worker that its script names."""

ENDED = "../../?ended"
"""The door, from a page of a session that is over."""

KEPT = ("./", *(f"../../page/{name}" for name in (SCRIPT, STYLE, "icon.svg")))
"""What the service worker keeps for where there is no line: the page's own files alone."""

ABOUT = _("Dual learning in a chat: score, look back, plan.")
GROUND = "#eef1f6"
THEME = "#ffffff"
ICONS = (
    ("icon.svg", "any", "image/svg+xml", "any"),
    ("icon-192.png", "192x192", "image/png", "any"),
    ("icon-512.png", "512x512", "image/png", "any"),
    ("icon-maskable-512.png", "512x512", "image/png", "maskable"),
)


@dataclass(frozen=True, slots=True)
class Shell:
    """The own chat's page and its files, and what makes it an app."""

    talk: PageTalk
    page_files: Page = field(default_factory=lambda: Page(OWN_BUNDLE))

    async def page(self, request: Request) -> Response:
        """Answer with the page of a session; whoever has none is led to the door."""
        try:
            session = await self.talk.session(request)
        except Declined as declined:
            if declined.status != 401:
                raise
            return RedirectResponse(ENDED, 303)
        spoken = await asked(self.talk.chat.language, session.person_id)
        language = spoken if spoken in LANGUAGES else asked_language(request)
        return self.page_files.told(request, language, {"Content-Security-Policy": POLICY})

    async def seat(self, request: Request) -> Response:
        """Lead to the page where the last slash was left out."""
        return RedirectResponse(f"{_seat(request)}/", 308)

    async def file(self, request: Request) -> Response:
        """Answer with one of the page's files."""
        return await self.page_files.file(request)

    async def manifest(self, request: Request) -> Response:
        """Say as what the page is installed; browsers ask without a cookie, so it is nobody's.

        The app begins with the seat's page. The door is within it, so that a new link leads into
        the same app.
        """
        _seat(request)
        language = asked_language(request)
        icons = [
            {"src": f"../../page/{name}", "sizes": sizes, "type": kind, "purpose": purpose}
            for name, sizes, kind, purpose in ICONS
        ]
        content = {
            **{"name": "Kompaan", "short_name": "Kompaan", "lang": language, "dir": "ltr"},
            "description": Voice(language, "UTC").say(ABOUT),
            **{"id": "./", "start_url": "./", "scope": "../../", "display": "standalone"},
            **{"background_color": GROUND, "theme_color": THEME, "icons": icons},
        }
        headers = {"Cache-Control": "no-cache"}
        return JSONResponse(content, headers=headers, media_type="application/manifest+json")

    async def worker(self, request: Request) -> Response:
        """Answer with the service worker of a seat; with the program its version changes.

        It is asked for again and again, also once the session is over, and holds nothing of it.
        """
        _seat(request)
        told = {"version": self.page_files.tags(asked_language(request)), "files": KEPT}
        return self.page_files.before(request, WORKER, f"const SHELL = {json.dumps(told)};\n")


def _seat(request: Request) -> str:
    """Read which seat is asked about; whether there is one, nothing here depends on."""
    seat: str = request.path_params["seat"]
    if not is_seat(seat):
        raise Declined(404, NOT_FOUND)
    return seat
