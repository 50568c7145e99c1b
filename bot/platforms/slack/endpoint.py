"""The endpoint for events, commands and interactions: signed, stored, then answered with 200."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.domain.folding import storable
from bot.platforms.slack.intake import Intake
from bot.platforms.slack.signature import is_signed

PATH = "/slack/events"
LARGEST = 1 << 20
FORM_TYPE = "application/x-www-form-urlencoded"
MOST_FIELDS = 100


def slack_route(intake: Intake, secret: str, now: Callable[[], datetime]) -> Route:
    """Make the route on which Slack delivers."""

    async def receive(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        if not is_signed(secret, request.headers, body, now()):
            return Response(status_code=401)
        raw = read_body(body, request.headers.get("content-type", ""))
        if raw is None:
            return Response(status_code=400)
        if raw.get("type") == "url_verification":
            return JSONResponse({"challenge": storable(str(raw.get("challenge"))[:200])})
        taken = await intake.take(raw)
        if taken.body is not None:
            return JSONResponse(taken.body)
        # Slack delivers an event again after this, and warns who tapped or sent a form.
        return Response(status_code=200) if taken.received else _later()

    return Route(PATH, receive, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """Read the body as it was signed; None where it is larger than anything Slack sends."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return body


def _later() -> Response:
    return Response(status_code=503, headers={"Retry-After": "1"})


def read_body(body: bytes, kind: str) -> Mapping[str, Any] | None:
    """Read an event, a command, or the payload of an interaction; None where it is none."""
    try:
        if kind.partition(";")[0].strip().lower() != FORM_TYPE:
            raw = json.loads(body)
        else:
            form = dict(
                parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
            )
            raw = json.loads(form["payload"]) if "payload" in form else form
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) else None
