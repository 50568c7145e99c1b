"""What a browser loads for push messages: a part of the page, and of the worker behind it."""

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from bot.messages import Text, _
from bot.platforms.web.page_files import KINDS, Asset, served

FOLDER = Path(__file__).parent / "push"
WORKER = (FOLDER / "worker.js",)
"""The parts of the worker: it is one file, since a browser has one for all chats."""

TEXTS: dict[str, Text] = {
    "title": _("Messages on this device"),
    "off": _("Shall this device tell you when something is waiting for you? It shows no names."),
    "on": _("This device tells you when something is waiting for you."),
    "blocked": _(
        "This browser does not let Kompaan tell you anything. In the settings of this site "
        "you can allow it."
    ),
    "install": _(
        "On an iPhone or iPad this works once Kompaan stands on the home screen: tap Share, then "
        "Add to Home Screen, and open it from there."
    ),
    "failed": _("That did not work here. Try it again later."),
    "turn_on": _("Turn on"),
    "turn_off": _("Turn off"),
    "later": _("Not now"),
}


async def script(request: Request) -> Response:
    """Answer with the part of the page."""
    return served(request, _joined(FOLDER / "page.js"), {})


async def worker(request: Request) -> Response:
    """Answer with the worker."""
    return served(request, _joined(*WORKER), {})


@cache
def _joined(*paths: Path) -> Asset:
    written = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return Asset(written.encode(), KINDS[".js"])
