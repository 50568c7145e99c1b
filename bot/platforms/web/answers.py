"""What the endpoints share: asking what may block, and answers that nobody keeps."""

import logging
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, TypeVar
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from bot.messages import ReportPicture
from bot.platforms.web.errors import UNAVAILABLE, Declined
from bot.ports import Shown

log = logging.getLogger(__name__)

T = TypeVar("T")

DRAWN_BY_THE_PAGE = ReportPicture.__name__
"""The kind of picture that the page makes of the report's own numbers."""


async def asked(question: Callable[..., T], *about: Any) -> T:
    """Ask something that may block, in a thread; raises Declined where the database is away."""
    try:
        return await run_in_threadpool(question, *about)
    except Exception as error:
        log.warning("a question was not answered: %s", type(error).__name__)
        raise Declined(503, UNAVAILABLE, retry_after=2) from None


def fresh(content: dict[str, Any], status: int = 200) -> Response:
    """Answer with what holds now, and may be another thing the next time."""
    return JSONResponse(content, status, {"Cache-Control": "no-store"})


def told(shown: Shown, school_id: str) -> dict[str, Any]:
    """Write a message to somebody for the page, with the addresses of its files."""
    at = f"/chat/{quote(school_id, safe='')}/files/{shown.id}"
    files = [
        {"url": f"{at}/{file['id']}", **{name: file[name] for name in ("name", "kind", "alt")}}
        for file in shown.files
        if file["described"]["kind"] != DRAWN_BY_THE_PAGE
    ]
    plain = asdict(replace(shown, files=()))
    return {**plain, "files": files, "said_at": shown.said_at.isoformat()}
