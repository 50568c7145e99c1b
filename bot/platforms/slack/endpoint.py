"""The endpoint for events, commands and interactions: looked at here, then dispatched by Bolt."""

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.platforms.line.bodies import read_at_most
from bot.platforms.slack.dispatch import Deliver, Raw
from bot.platforms.slack.signature import is_signed

log = logging.getLogger(__name__)

PATH = "/slack/events"
QUIET = timedelta(minutes=1)
LARGEST = 1 << 20
"""Bytes of a body: more than anything Slack sends."""
FORM_TYPE = "application/x-www-form-urlencoded"
MOST_FIELDS = 100


def slack_route(deliver: Deliver, secret: str, now: Callable[[], datetime]) -> Route:
    """Make the route on which Slack delivers."""
    note_unsigned = _sparingly()

    async def receive(request: Request) -> Response:
        body = await read_at_most(request, LARGEST)  # as it was signed
        if body is None:
            return Response(status_code=413)
        if not is_signed(secret, request.headers, body, now()):
            note_unsigned(now())
            return Response(status_code=401)
        raw = read_body(body, request.headers.get("content-type", ""))
        if raw is None:
            return Response(status_code=400)
        answer = await deliver(raw)
        return Response(answer.body, answer.status, answer.first_headers())

    return Route(PATH, receive, methods=["POST"])


def _sparingly() -> Callable[[datetime], None]:
    """Make what notes an unsigned delivery in the log, once a minute: anybody can send one."""
    last: list[datetime] = []

    def note(at: datetime) -> None:
        if last and at - last[0] < QUIET:
            return
        last[:] = [at]
        log.warning("a delivery is not signed with KOMPAAN_SLACK_SIGNING_SECRET, or is old")

    return note


def read_body(body: bytes, kind: str) -> Raw | None:
    """Read an event, a command, or the payload of an interaction; None where it is none.

    Bolt's own reading loses a command in whose text the word "payload" stands.
    """
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
