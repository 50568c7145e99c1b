"""What a school keeps, told whole on a page of its own; it is nobody's, and looks nobody up."""

from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.messages import Day, Sayable, _
from bot.platforms.page.talk import PageTalk
from bot.platforms.web.answers import asked
from bot.platforms.web.errors import asked_language
from bot.showing.privacy.document import (
    ABOUT,
    TITLE,
    PrivacyChapter,
    PrivacyPart,
    describe_privacy,
)

TEMPLATE = Path(__file__).parent / "privacy.html"

CONTENTS = _("On this page")
TONGUE = _("Language of this page")
BACK = _("To the chat")


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    """The endpoint of what is kept, as the school speaks."""

    talk: PageTalk
    prefix: str
    manner: str = ""

    async def show(self, request: Request) -> Response:
        """Answer with the document, in the language that is asked."""
        self.talk.limits.ask(self.talk.lines.of(request))
        told = describe_privacy(await asked(self.talk.chat.school_notices))
        now = await asked(self.talk.chat.now)
        language = asked_language(request)
        writer = _Writer(Voice(language, "UTC", manner=self.manner))
        html = _template().substitute(
            lang=language,
            base=self.prefix,
            title=writer.say(TITLE),
            whose=escape(" · ".join(told.schools) or "Kompaan"),
            about="".join(f"<p>{writer.say(line)}</p>" for line in ABOUT),
            contents_label=writer.say(CONTENTS),
            contents="".join(
                f'<li><a href="#{own.anchor}">{writer.say(own.title)}</a></li>'
                for own in told.chapters
            ),
            chapters="".join(writer.chapter(own) for own in told.chapters),
            day=writer.say(_("As it holds on {day}.", day=Day(now, full=True))),
            tongue=writer.say(TONGUE),
            languages=_languages(language),
            back=writer.say(BACK),
        )
        headers = {
            "Cache-Control": "no-cache",
            "Content-Language": language,
            "Vary": "Accept-Language",
            "X-Robots-Tag": "noindex",
        }
        return HTMLResponse(html, headers=headers)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the document's parts in one voice."""

    voice: Voice

    def say(self, what: Sayable) -> str:
        """Render and escape something sayable."""
        return escape(self.voice.say(what))

    def chapter(self, told: PrivacyChapter) -> str:
        """Write a section."""
        body = "".join(map(self._part, told.parts))
        title = self.say(told.title)
        return f'<section id="{told.anchor}"><h2>{title}</h2>{body}</section>'

    def _part(self, told: PrivacyPart) -> str:
        heading = f"<h3>{self.say(told.heading)}</h3>" if told.heading else ""
        if len(told.said) == 1:
            return f"{heading}<p>{self.say(told.said[0])}</p>"
        return f"{heading}<ul>{''.join(f'<li>{self.say(line)}</li>' for line in told.said)}</ul>"


def _languages(current: str) -> str:
    """Link to the page in each language, each by its own name."""
    here = {current: ' aria-current="true"'}
    return "".join(
        f'<a href="?lang={code}" hreflang="{code}" lang="{code}"{here.get(code, "")}>'
        f"{escape(name)}</a>"
        for code, name in LANGUAGES.items()
    )


@cache
def _template() -> Template:
    return Template(TEMPLATE.read_text(encoding="utf-8"))
