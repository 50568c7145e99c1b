"""How the door looks: a few words and one button, drawn without a script."""

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.domain.joining.sessions import new_token
from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.messages import Sayable, _, lines
from bot.platforms.page.back import Seated
from bot.platforms.web.errors import asked_language

TEMPLATE = Path(__file__).parent / "door.html"

WELCOME = lines(
    _("Kompaan is a companion for dual learning: you score, look back and plan in a chat."),
    _(
        "With this button your own chat opens here, and stays open on this device. "
        "No password, no account."
    ),
)
BY_CODE = _("Your school gives you a link, or a code of ten letters and digits. Type it here.")
BY_ANOTHER = _("Do you have a code of ten letters and digits? Type it here.")
ANOTHER = _(
    "Your coach can give you a new link, too. Is your chat open on another device? Then make one "
    "there, in /settings."
)
KEPT = _(
    "What you score and write is kept for your school, with your name and the time. Students see "
    "of others the colours alone; their mentor, teachers and coach see the scores. Notes are for "
    "the coach alone."
)
PRIVACY = _("What is kept, and what you can ask")
OTHERS = _("On this device these chats are open:")
SHARED = _("Whoever uses this device can open each of them.")
ELSE = _("Somebody else, with a code of their own:")
OPEN = _("Open my chat")
CODE = _("Code")
TONGUE = _("Language of this page")


class DoorPage:
    """The door, in every language."""

    def __init__(self, prefix: str, manner: str = "") -> None:
        """Draw for pages below a prefix, such as "/kompaan", as the school speaks."""
        self._prefix = prefix
        self._manner = manner

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
        voice = Voice(language, "UTC", manner=self._manner)
        words = _words(code, problem, seated)
        html = _template().substitute(
            lang=language,
            base=self._prefix,
            problem=_problem(voice, problem),
            seated=self._seated(voice, seated),
            words=f'<div class="words">{_paragraphs(voice.say(words))}</div>',
            field=_field(voice, code),
            nonce=new_token(),
            open=escape(voice.say(OPEN)),
            kept=f'<p class="kept">{escape(voice.say(KEPT))}</p>',
            privacy=escape(voice.say(PRIVACY)),
            tongue=escape(voice.say(TONGUE)),
            languages=_languages(language) if request.method == "GET" else "",
        )
        headers = {
            "Cache-Control": "no-store",
            "Content-Language": language,
            # Without any, a browser would not say where the form comes from either.
            "Referrer-Policy": "same-origin",
            "X-Robots-Tag": "noindex",
        }
        return HTMLResponse(html, status, headers)

    def _seated(self, voice: Voice, seated: Sequence[Seated]) -> str:
        if not seated:
            return ""
        links = "".join(
            f'<li><a href="{self._prefix}/me/{held.session.seat}/">{escape(held.name)}</a></li>'
            for held in seated
        )
        note = f'<p class="note">{escape(voice.say(SHARED))}</p>' if len(seated) > 1 else ""
        others = escape(voice.say(OTHERS))
        return f'<section class="seated"><p>{others}</p><ul>{links}</ul>{note}</section>'


def _words(code: str, problem: Sayable | None, seated: Sequence[Seated]) -> Sayable:
    """Say what is done here; where a problem says it, only what is typed."""
    if code:
        return WELCOME
    return ELSE if seated else BY_ANOTHER if problem else BY_CODE


def _field(voice: Voice, code: str) -> str:
    if code:
        return f'<input type="hidden" name="code" value="{escape(code)}">'
    return (
        f'<label>{escape(voice.say(CODE))}<input name="code" required maxlength="60"'
        ' autocomplete="off" autocapitalize="characters" spellcheck="false"></label>'
    )


def _problem(voice: Voice, problem: Sayable | None) -> str:
    if problem is None:
        return ""
    said = _paragraphs(voice.say(problem))
    return f'<div class="problem" role="alert">{said}</div>'


def _languages(current: str) -> str:
    """Link to the door in each language, each by its own name."""
    here = {current: ' aria-current="true"'}
    return "".join(
        f'<a href="?lang={code}" hreflang="{code}" lang="{code}"{here.get(code, "")}>'
        f"{escape(name)}</a>"
        for code, name in LANGUAGES.items()
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


@cache
def _template() -> Template:
    return Template(TEMPLATE.read_text(encoding="utf-8"))
