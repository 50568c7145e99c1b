"""Where the link to somebody's own data leads: a button, and the file behind it.

Whoever follows links to show what is behind them only GETs, and gets no file. A link that is over,
never was, or is opened where somebody else's chat is open, is answered alike.
"""

from dataclasses import dataclass
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.i18n import Voice
from bot.messages import Sayable, _, lines
from bot.platforms.line.bodies import read_at_most
from bot.platforms.page.linked.stopping import page_with
from bot.platforms.page.talk import PageTalk
from bot.platforms.web.answers import asked
from bot.platforms.web.errors import NOT_FOUND, Declined, asked_language

LIMIT = 2_000
"""Bytes that our button's form may have."""
LONGEST_CODE = 60

ASKED = lines(
    _("Behind this button is everything that Kompaan keeps of you, as one file."),
    _("It is a ZIP file: open it, and then the page index.html in it."),
)
TAKE = _("Take my data")


@dataclass(frozen=True, slots=True)
class Taking:
    """The endpoint of the link to a file with somebody's own data."""

    talk: PageTalk
    prefix: str

    async def ask(self, request: Request) -> Response:
        """Show the button; nothing is looked up."""
        label = escape(Voice(asked_language(request), "UTC").say(TAKE))
        form = f'<form method="post"><button>{label}</button></form>'
        return self._drawn(request, ASKED, form)

    async def take(self, request: Request) -> Response:
        """Answer with the file."""
        self.talk.limits.ask(self.talk.lines.of(request))
        await read_at_most(request, LIMIT)
        code = request.path_params["code"][:LONGEST_CODE]
        file = await asked(self.talk.chat.take_own_data, code, self.talk.cookies.digests(request))
        if file is None:
            raise Declined(404, NOT_FOUND)
        headers = {
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{file.name}"',
        }
        return Response(file.data, media_type=file.kind, headers=headers)

    def _drawn(self, request: Request, said: Sayable, form: str) -> HTMLResponse:
        return page_with(asked_language(request), self.prefix, said, form)
