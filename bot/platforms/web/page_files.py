"""The page and its files: rendered once in a process, kept in memory, told apart by content.

On a slow line each request costs, so the styles are one file, and so are the scripts.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.messages import Text
from bot.platforms.web.errors import NOT_FOUND, Declined, asked_language

SHARED = Path(__file__).parent / "page"
"""What every page is made of; what is one page's alone stands in a folder of its own."""
STYLE = "page.css"
SCRIPT = "page.js"
TEMPLATE = "index.html"
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
PICTURES = (".svg", ".png")
_IMPORT = re.compile(
    r'^import (?:\* as (\w+)|(\{[^}]+\})) from "(\.[./\w]*/(\w+)\.js)";\n', re.MULTILINE
)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*.*\*/)\n|(?<=[;,{})]) // .*$", re.MULTILINE)
_AROUND = re.compile(r" ([{}])|(?<=[:;,{]) (?=[^/])")
"""Of a style sheet: blanks that no browser needs."""
_SPACE = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_SAYS = re.compile(r"\bsay\(\s*(?:\"(\w+)\"|`(\w+)\$\{)")
"""Of a script: the name of a text, whole or as it begins."""
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_SHARED = re.compile(r"^\s*<!-- (\w+\.html) -->\n", re.MULTILINE)


@dataclass(frozen=True, eq=False)
class Bundle:
    """What one page is made of, beside what all pages share: its folder, and what it says.

    Each sheet and each script is served as one file: a sheet of the parts it names, in their order,
    a script of the file that it names and all that this one uses. `mixed` names the texts that its
    chats say, which may be in other languages than the page; `places` hold what is not a text. What
    is `kept` nowhere is in one language.
    """

    folder: Path
    sheets: Mapping[str, Sequence[str]]
    scripts: Mapping[str, str]
    texts: Mapping[str, Text]
    mixed: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict)
    kept: bool = True

    def texts_of(self, language: str) -> dict[str, str]:
        """Render everything the page itself says; what it fills in later stays in braces."""
        voice = Voice(language, "UTC")
        return {key: voice.say(text) for key, text in self.texts.items()}

    def template(self) -> str:
        """Read the page's HTML, with what all pages share in its place."""
        written = _read(self.folder / TEMPLATE)
        return _SHARED.sub(lambda found: _read(SHARED / found[1]), written)

    def style(self, sheet: str) -> str:
        """Join the parts of a style sheet."""
        parts = "\n".join(_read(self._part(f"{name}.css")) for name in self.sheets[sheet])
        return _AROUND.sub(r"\1", parts)

    def script(self, name: str) -> str:
        """Join a script of the file it begins with and all that this one uses."""
        return joined(self._part(f"{self.scripts[name]}.js"))

    def pictures(self) -> dict[str, bytes]:
        """Read the pictures of all pages, and those of this one."""
        found = (path for folder in (SHARED, self.folder) for path in folder.iterdir())
        return {path.name: path.read_bytes() for path in found if path.suffix in PICTURES}

    def _part(self, name: str) -> Path:
        own = self.folder / name
        return own if own.exists() else SHARED / name


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

    def __init__(self, bundle: Bundle) -> None:
        """Read the files, unless this process has done so."""
        self._bundle = bundle
        self._pages = _pages(bundle)
        self._files = _files(bundle)

    def told(self, request: Request, language: str, headers: Mapping[str, str]) -> Response:
        """Answer with the page in a language, whoever asks."""
        kept = {} if self._bundle.kept else {"Cache-Control": "no-store"}
        told = {"Content-Language": language, **kept, **headers}
        return _served(request, self._pages[language], told)

    def tags(self, language: str) -> str:
        """Tell the content of the page and of all its files apart from any other."""
        assets = [self._pages[language], *self._files.values()]
        return sha256("".join(asset.tag for asset in assets).encode()).hexdigest()[:20]

    async def page(self, request: Request) -> Response:
        """Answer with the page in the language that is asked."""
        language = asked_language(request)
        return self.told(request, language, {"Vary": "Accept-Language"})

    def before(self, request: Request, name: str, written: str) -> Response:
        """Answer with one of the page's files, and something written before what it holds."""
        asset = self._files[name]
        return _served(request, Asset(written.encode() + asset.body, asset.kind), {})

    async def file(self, request: Request) -> Response:
        """Answer with one of the page's files."""
        asset = self._files.get(request.path_params["file"])
        if asset is None:
            raise Declined(404, NOT_FOUND)
        return _served(request, asset, {})


@cache
def _files(bundle: Bundle) -> dict[str, Asset]:
    written = {name: bundle.style(name) for name in bundle.sheets}
    written |= {name: bundle.script(name) for name in bundle.scripts}
    files = {name: _asset(name, data) for name, data in bundle.pictures().items()}
    return files | {name: _asset(name, tight(text).encode()) for name, text in written.items()}


def _asset(name: str, body: bytes) -> Asset:
    return Asset(body, KINDS[Path(name).suffix])


def joined(begins: Path) -> str:
    """Join scripts: each becomes a function that hands over what it exports, once all it uses.

    They stay modules in their files, and what is served needs no tool to be made.
    """
    scripts: dict[str, str] = {}

    def add(path: Path) -> None:
        written = _read(path)
        for _all, _named, used, name in _IMPORT.findall(written):
            if name not in scripts:
                add(path.parent / used)
        names = ", ".join(exported for _whole, exported in _EXPORT.findall(written))
        body = _IMPORT.sub(lambda found: f"const {found[1] or found[2]} = ${found[4]};\n", written)
        body = _EXPORT.sub(r"\1", body)
        scripts[path.stem] = (
            f"const ${path.stem} = (() => {{\n{body}return {{ {names} }};\n}})();\n"
        )

    add(begins)
    return "".join(scripts.values())


def said_by(scripts: Iterable[str]) -> re.Pattern[str]:
    """Match the names of the texts that scripts say: each stands there, or what it begins with."""
    found = {named or f"{begins}\\w+" for each in scripts for named, begins in _SAYS.findall(each)}
    return re.compile("|".join(sorted(found)))


def tight(written: str) -> str:
    """Leave out comments, indentation and empty lines: no text of the page is of several lines."""
    return _SPACE.sub("", _COMMENT.sub("", written))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _pages(bundle: Bundle) -> dict[str, Asset]:
    template = bundle.template()
    texts = {language: bundle.texts_of(language) for language in LANGUAGES}
    return {language: _page(bundle, template, language, texts) for language in LANGUAGES}


def _page(bundle: Bundle, template: str, language: str, texts: dict[str, dict[str, str]]) -> Asset:
    # What the HTML says is in it already: only what scripts say goes along beside it.
    said = said_by(bundle.script(name) for name in bundle.scripts)
    spoken = {
        other: {
            key: text
            for key, text in own.items()
            if said.fullmatch(key) and (other == language or key in bundle.mixed)
        }
        for other, own in texts.items()
        if other == language or bundle.mixed
    }
    places = {
        **texts[language],
        **bundle.places,
        "lang": language,
        "texts": json.dumps(spoken, ensure_ascii=False),
    }
    html = template.replace("{{languages}}", _languages(language) if bundle.kept else "")
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


def _served(request: Request, asset: Asset, told: Mapping[str, str]) -> Response:
    # Asked again each time, so a new version shows at once; unchanged, it costs no body.
    headers = {"Cache-Control": "no-cache", "ETag": asset.tag, **told}
    if asset.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(asset.body, media_type=asset.kind, headers=headers)
