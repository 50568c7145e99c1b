"""The webhook: 200 after the commit, so that Telegram sends again what was not stored.

The body of that answer frees the tapped button; where it is lost, so is the 200, and the tap
comes again.
"""

import hmac
import json
import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.platforms.line.bodies import read_at_most
from bot.platforms.telegram.intake import TelegramIntake

log = logging.getLogger(__name__)

PATH = "/telegram/webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1 << 20


def webhook_route(intake: TelegramIntake, secret: str) -> Route:
    """Make the route that takes one bot's updates in."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode()):
            return JSONResponse({"ok": False}, 401)
        body = await read_at_most(request, LARGEST)
        if body is None:
            return JSONResponse({"ok": False}, 413)
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            raw = None
        if not isinstance(raw, dict):
            return JSONResponse({"ok": False}, 400)
        try:
            freed = await intake.take(raw, taps_are_answered=True)
        except Exception as error:
            log.warning("an update was not stored: %s", type(error).__name__)
            return JSONResponse({"ok": False}, 503, {"Retry-After": "1"})
        if freed is None:
            return Response(status_code=200)
        # The body carries one call, of which the outcome is never known: what it notes over the
        # chat can be asked for by another tap, and nothing else depends on it.
        return JSONResponse({"method": "answerCallbackQuery", **freed})

    return Route(PATH, receive, methods=["POST"])
