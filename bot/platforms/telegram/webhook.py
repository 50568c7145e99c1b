"""The webhook: 200 after the commit, so that Telegram sends again what was not stored."""

import hmac
import json
import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.platforms.telegram.intake import Intake

log = logging.getLogger(__name__)

PATH = "/telegram/webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1 << 20


def webhook_route(intake: Intake, secret: str) -> Route:
    """Make the route that takes one bot's updates in."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode()):
            return JSONResponse({"ok": False}, 401)
        body = await request.body()
        if len(body) > LARGEST:
            return JSONResponse({"ok": False}, 413)
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            raw = None
        if not isinstance(raw, dict):
            return JSONResponse({"ok": False}, 400)
        try:
            await intake.take(raw)
        except Exception as error:
            log.warning("an update was not stored: %s", type(error).__name__)
            return JSONResponse({"ok": False}, 503, {"Retry-After": "1"})
        return Response(status_code=200)

    return Route(PATH, receive, methods=["POST"])
