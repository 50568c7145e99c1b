"""What the endpoints share: asking what may block, and answers that nobody keeps."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from bot.messages import QrPicture, WeeksPicture
from bot.platforms.web.errors import UNAVAILABLE, Declined
from bot.ports import Shown
from bot.showing.pages import count_parts

log = logging.getLogger(__name__)

T = TypeVar("T")

QR = "qr"
"""Below which address a code is drawn as a picture, beside the chat of whom it is for."""

FILE_SHOWN = ("name", "kind", "alt")
"""What the page is told of a file, beside its address."""

_SHOWN = tuple(field.name for field in fields(Shown))


async def asked(question: Callable[..., T], *about: Any) -> T:
    """Ask something that may block, in a thread; raises Declined where the database is away."""
    try:
        return await run_in_threadpool(question, *about)
    except Exception as error:
        log.warning("a question was not answered: %s", type(error).__name__)
        raise Declined(503, UNAVAILABLE, retry_after=2) from None


def fresh(
    content: dict[str, Any], status: int = 200, then: BackgroundTask | None = None
) -> Response:
    """Answer with what holds now, and may be another thing the next time; `then` comes after."""
    return JSONResponse(content, status, {"Cache-Control": "no-store"}, background=then)


def told(shown: Shown, made: str, attached: str) -> dict[str, Any]:
    """Write a message for a page: files by their address, an own line by the key it came with.

    What we made is found below `made`, what somebody attached below `attached`.
    """
    files = [
        {"url": _address(file, shown.id, made, attached), **_named(file)} for file in shown.files
    ]
    plain = {field: getattr(shown, field) for field in _SHOWN}
    key = shown.key.split(":", 2)[-1] if shown.mine else ""
    return {**plain, "files": files, "said_at": shown.said_at.isoformat(), "key": key}


def _address(file: Mapping[str, Any], message: int, made: str, attached: str) -> str:
    if file.get("attached"):
        return f"{attached}/{message}"
    described = file.get("described", {})
    if described.get("kind") == QrPicture.__name__:
        # It is kept nowhere, so it is drawn of its code.
        return f"{QR}/{described['link'].rpartition('/')[2]}"
    return f"{made}/{message}/{file['id']}"


def _named(file: Mapping[str, Any]) -> dict[str, Any]:
    """Say what a file is; of a film when each of its frames was, and how many stand still."""
    named = {name: file[name] for name in FILE_SHOWN}
    if file["kind"] != "image/gif":
        return named
    described = file["described"]
    moments = [frame["when"] for frame in described["frames"]]
    return {**named, "moments": moments, "stills": count_parts(WeeksPicture, described["rows"])}
