"""What the endpoints share: asking what may block, and answers that nobody keeps."""

import logging
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from bot.platforms.web_errors import UNAVAILABLE, Declined
from bot.ports import Shown

log = logging.getLogger(__name__)

T = TypeVar("T")


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


def told(shown: Shown) -> dict[str, Any]:
    """Write a message for the page."""
    return {**asdict(shown), "said_at": shown.said_at.isoformat()}
