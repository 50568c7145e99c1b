"""Where an e-mail's way to have no more of them leads: a button of a mail program, or of ours.

Mail programs POST here by themselves (RFC 8058); programs that follow every link only GET, and
change nothing.
"""

from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.i18n import Voice
from bot.messages import Sayable, _, lines
from bot.platforms.line.bodies import read_at_most
from bot.platforms.page.talk import PageTalk
from bot.platforms.web.answers import asked
from bot.platforms.web.errors import asked_language

TEMPLATE = Path(__file__).parent / "stop.html"
LIMIT = 2_000
"""Bytes that such a request may have: "List-Unsubscribe=One-Click", or our button's form."""
LONGEST_CODE = 60

ASKED = lines(
    _("With this button Kompaan sends you no more e-mails, and never begins by itself."),
    _("It goes on answering in your chat. With /settings there you change it, or choose another "
      "place for your messages."),
)  # fmt: skip
DONE = lines(
    _("Done: Kompaan sends you no more e-mails, and never begins by itself."),
    _("It goes on answering in your chat. With /settings there you unmute it."),
)
STOP = _("No more e-mails")


@dataclass(frozen=True, slots=True)
class Stopping:
    """The endpoint of an e-mail's way out; it says the same whatever the code is."""

    talk: PageTalk
    prefix: str

    async def ask(self, request: Request) -> Response:
        """Show the button; nothing is looked up."""
        label = escape(Voice(asked_language(request), "UTC").say(STOP))
        return self._drawn(request, ASKED, f'<form method="post"><button>{label}</button></form>')

    async def stop(self, request: Request) -> Response:
        """Mute whose mails bear the code."""
        self.talk.limits.ask(self.talk.lines.of(request))
        await read_at_most(request, LIMIT)
        await asked(self.talk.chat.mute, request.path_params["code"][:LONGEST_CODE])
        return self._drawn(request, DONE, "")

    def _drawn(self, request: Request, said: Sayable, form: str) -> Response:
        return page_with(asked_language(request), self.prefix, said, form)


def page_with(language: str, prefix: str, said: Sayable, form: str) -> HTMLResponse:
    """Draw a page of a few lines and a form, in a language; no browser keeps it."""
    html = _template().substitute(
        lang=language,
        base=prefix,
        words="".join(
            f"<p>{escape(line)}</p>" for line in Voice(language, "UTC").say(said).splitlines()
        ),
        form=form,
    )
    headers = {
        "Cache-Control": "no-store",
        # Without any, a browser would not say where the form comes from either.
        "Referrer-Policy": "same-origin",
        "X-Robots-Tag": "noindex",
    }
    return HTMLResponse(html, headers=headers)


@cache
def _template() -> Template:
    return Template(TEMPLATE.read_text(encoding="utf-8"))
