"""The page and its files: rendered once in a process, kept in memory, told apart by content.

On a slow line each request costs, so the styles are one file, and so are the scripts.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.platforms.web.errors import NOT_FOUND, Declined, asked_language
from bot.platforms.web.page_texts import TEXTS

FOLDER = Path(__file__).parent / "page"
STYLE = "page.css"
STYLES = tuple(
    f"{name}.css"
    for name in ("colours", "chat", "clock", "messages", "board", "files", "guide", "narrow")
)
"""The parts of the one style sheet, in this order."""
SCRIPT = "page.js"
BEGINS = "chat"
"""The script that uses all others."""
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_IMPORT = re.compile(r'^import (?:\* as (\w+)|(\{[^}]+\})) from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*.*\*/)\n", re.MULTILINE)
_SPACE = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Asset:
    """One thing to serve, and the tag by which a browser knows that it still has it."""

    body: bytes
    kind: str

    @property
    def tag(self) -> str:
        """The mark of its content."""
        return f'"{sha256(self.body).hexdigest()[:20]}"'


class Page:
    """The page in every language, and the files it loads."""

    def __init__(self) -> None:
        """Read the files, unless this process has done so."""
        self._pages = _pages()
        self._files = _files()

    async def page(self, request: Request) -> Response:
        """Answer with the page in the language that is asked."""
        language = asked_language(request)
        told = {"Content-Language": language, "Vary": "Accept-Language"}
        return served(request, self._pages[language], told)

    async def file(self, request: Request) -> Response:
        """Answer with one of the page's files."""
        asset = self._files.get(request.path_params["file"])
        if asset is None:
            raise Declined(404, NOT_FOUND)
        return served(request, asset, {})


@cache
def _files() -> dict[str, Asset]:
    drawn = [path for path in FOLDER.iterdir() if path.suffix == ".svg"]
    files = {path.name: Asset(path.read_bytes(), KINDS[path.suffix]) for path in drawn}
    style = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in STYLES)
    files[STYLE] = Asset(_tight(style).encode(), KINDS[".css"])
    files[SCRIPT] = Asset(_tight(script()).encode(), KINDS[".js"])
    return files


def script() -> str:
    """Join the scripts: each becomes a function that hands over what it exports, once all it uses.

    They stay modules in their files, and what is served needs no tool to be made.
    """
    joined: dict[str, str] = {}

    def add(name: str) -> None:
        written = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
        for _all, _named, used in _IMPORT.findall(written):
            if used not in joined:
                add(used)
        names = ", ".join(exported for _whole, exported in _EXPORT.findall(written))
        body = _IMPORT.sub(lambda found: f"const {found[1] or found[2]} = ${found[3]};\n", written)
        body = _EXPORT.sub(r"\1", body)
        joined[name] = f"const ${name} = (() => {{\n{body}return {{ {names} }};\n}})();\n"

    add(BEGINS)
    return "".join(joined.values())


def _tight(written: str) -> str:
    """Leave out comments, indentation and empty lines: no text of the page is of several lines."""
    return _SPACE.sub("", _COMMENT.sub("", written))


def texts_of(language: str) -> dict[str, str]:
    """Render everything the page itself says; what it fills in later stays in braces."""
    voice = Voice(language, "UTC")
    return {key: voice.say(text) for key, text in TEXTS.items()}


@cache
def _pages() -> dict[str, Asset]:
    template = (FOLDER / "index.html").read_text(encoding="utf-8")
    texts = {language: texts_of(language) for language in LANGUAGES}
    return {language: _page(template, language, texts) for language in LANGUAGES}


def _page(template: str, language: str, texts: dict[str, dict[str, str]]) -> Asset:
    spoken = json.dumps(texts, ensure_ascii=False)
    places = {**texts[language], "lang": language, "texts": spoken}
    html = template.replace("{{languages}}", _languages(language))
    html = _PLACE.sub(lambda place: escape(places[place[1]]), html)
    return Asset(html.encode(), "text/html; charset=utf-8")


def _languages(current: str) -> str:
    """Link to the page in each language, each by its own name."""
    here = {current: ' aria-current="true"'}
    return "".join(
        f'<a href="?lang={code}" hreflang="{code}" lang="{code}" title="{escape(name)}"'
        f"{here.get(code, '')}>{code.upper()}</a>"
        for code, name in LANGUAGES.items()
    )


def served(request: Request, asset: Asset, told: dict[str, str]) -> Response:
    """Answer with an asset, or that the browser has it still."""
    # Asked again each time, so a new version shows at once; unchanged, it costs no body.
    headers = {"Cache-Control": "no-cache", "ETag": asset.tag, **told}
    if asset.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(asset.body, media_type=asset.kind, headers=headers)
