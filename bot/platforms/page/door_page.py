"""How the door looks: a few words and one button, drawn without a script."""

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.domain.joining.sessions import new_token
from bot.i18n import Voice
from bot.messages import Sayable, _, lines
from bot.platforms.page.back import Seated
from bot.platforms.web.errors import asked_language

TEMPLATE = Path(__file__).parent / "door.html"

WELCOME = lines(
    _("Kompaan is a companion for dual learning: you score, look back and plan in a chat."),
    _("With this button the chat opens on this device, and stays open here. No password."),
)
BY_CODE = _("The school gives you a link, or a code of ten letters and digits: type it here.")
OTHERS = _("On this device these chats are open:")
SHARED = _("Whoever uses this device can open each of them.")
OPEN = _("Open my chat")
CODE = _("Code")


class DoorPage:
    """The door, in every language."""

    def __init__(self, prefix: str) -> None:
        """Draw for pages below a prefix, such as "/kompaan"."""
        self._prefix = prefix

    def drawn(
        self,
        request: Request,
        code: str,
        problem: Sayable | None = None,
        *,
        seated: Sequence[Seated] = (),
        status: int = 200,
    ) -> Response:
        """Draw the door: with the code of a link hidden in its form, or a field to type one."""
        language = asked_language(request)
        voice = Voice(language, "UTC")
        field = (
            f'<input type="hidden" name="code" value="{escape(code)}">'
            if code
            else f'<label>{escape(voice.say(CODE))}<input name="code" required maxlength="60"'
            ' autocomplete="off" autocapitalize="characters" spellcheck="false"></label>'
        )
        links = "".join(
            f'<li><a href="{self._prefix}/me/{held.session.seat}/">{escape(held.name)}</a></li>'
            for held in seated
        )
        html = _template().substitute(
            lang=language,
            base=self._prefix,
            words=_paragraphs(voice.say(WELCOME if code else BY_CODE)),
            problem=f'<p class="problem" role="alert">{escape(voice.say(problem))}</p>'
            if problem
            else "",
            seated=f"<p>{escape(voice.say(OTHERS))}</p><ul>{links}</ul>"
            f"<p>{escape(voice.say(SHARED))}</p>"
            if links
            else "",
            field=field,
            nonce=new_token(),
            open=escape(voice.say(OPEN)),
        )
        headers = {
            "Cache-Control": "no-store",
            # With less a browser says of its own form that it comes from nowhere.
            "Referrer-Policy": "same-origin",
            "X-Robots-Tag": "noindex",
        }
        return HTMLResponse(html, status, headers)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


@cache
def _template() -> Template:
    return Template(TEMPLATE.read_text(encoding="utf-8"))
