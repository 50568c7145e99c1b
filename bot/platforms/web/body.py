"""What a page posts: read, checked field by field, and turned into an utterance."""

import json
import re
from base64 import b64decode
from dataclasses import replace
from datetime import datetime
from typing import Any

from starlette.requests import Request

from bot.messages import CODE_LIMIT, Text, _
from bot.platforms.attached import attached_of
from bot.platforms.line.bodies import read_at_most
from bot.platforms.transcript import Utterance
from bot.platforms.web.errors import Declined

LIMIT = 64 * 1024
"""Bytes a body may have: some thirty times the longest message that is read."""

HIGHEST = 2**63 - 1
"""The highest identity that both databases can hold."""

FILE_LIMIT = 3 * 2**20
"""Bytes an attached photo or voice note may have: the page makes photos smaller first."""

LONGEST_NAME = 300
"""Characters of a file's name."""

MOST_WITH_FILE = LIMIT + FILE_LIMIT * 4 // 3
"""Bytes a body may have that carries one, written in base 64."""

FIELDS = frozenset({"key", "text", "tap", "form", "on"})
MOST_ANSWERS = 200
KEY = re.compile(r"[!-~]{1,100}", re.ASCII)

NOT_JSON_TYPE = _("Send this as application/json.")
TOO_LARGE = _("That is too much at once: a message has 64 kB at most. Nothing was stored.")
FILE_TOO_LARGE = _(
    "That is too large: a photo or a voice note has 3 MB at most here. Nothing was stored."
)
NOT_JSON = _("This is not JSON that I can read. Nothing was stored.")
NOT_AN_OBJECT = _("Send one JSON object with a key, and a text, a tap or a form.")
UNKNOWN_FIELD = _("There is a field that I do not know; I know key, text, tap, form and on.")
BAD_KEY = _("The key is 1 to 100 letters, digits or signs, without spaces.")
ONE_OF = _("Send a text, or a tap, or a form: exactly one of them.")
BAD_TEXT = _("The text is a string.")
BAD_TAP = _("The tap is the code of a button: 1 to 64 bytes.")
BAD_FORM = _("The form is an object of short texts.")
BAD_FILE = _("Send a key, a text, and a file in base 64.")
NO_SUCH_KIND = _(
    "I take a photo (JPEG, PNG, WebP) or a recording of a voice, and this is neither. "
    "Nothing was stored."
)
BAD_ON = _("'on' is the number of the message that carries the button.")


_NUMBER = re.compile(r"[0-9]{1,19}", re.ASCII)


def number_in(written: str) -> int | None:
    """Read an identity in a path; None for what no database holds, however long it is."""
    number = int(written) if _NUMBER.fullmatch(written) else None
    return number if number is not None and number <= HIGHEST else None


async def read_body(request: Request, limit: int = LIMIT, too_large: Text = TOO_LARGE) -> Any:
    """Read a JSON body of so many bytes at most; raises Declined for anything else."""
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind.strip().lower() != "application/json":
        raise Declined(415, NOT_JSON_TYPE)
    body = await read_at_most(request, limit)
    if body is None:
        raise Declined(413, too_large)
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Declined(400, NOT_JSON) from None


def utterance(body: Any, person_id: int, at: datetime) -> Utterance:
    """Check what was posted for a person; raises Declined with the first thing wrong in it."""
    _require(isinstance(body, dict), NOT_AN_OBJECT)
    _require(FIELDS.issuperset(body), UNKNOWN_FIELD)
    key = body.get("key")
    _require(isinstance(key, str) and KEY.fullmatch(key), BAD_KEY)
    # A form travels with the code of what it answers, so those two may come together.
    _require(("text" in body) != ("tap" in body or "form" in body), ONE_OF)
    _require(isinstance(body.get("text", ""), str), BAD_TEXT)
    tap = body.get("tap", "")
    _require(_is_text(tap) and len(tap.encode()) <= CODE_LIMIT, BAD_TAP)
    _require(tap or "tap" not in body, BAD_TAP)
    _require(_is_form(body.get("form", {})), BAD_FORM)
    on = body.get("on", 0)
    _require(type(on) is int and 0 <= on <= HIGHEST, BAD_ON)
    # Keys are known by all people together: one page must not be able to use up another's.
    known = f"web:{person_id}:{key}"
    return Utterance(known, at, body.get("text", ""), tap, on, body.get("form"))


async def read_attaching(request: Request) -> Any:
    """Read a JSON body that carries a file; raises Declined for anything else."""
    return await read_body(request, MOST_WITH_FILE, FILE_TOO_LARGE)


def attaching(body: Any, person_id: int, at: datetime) -> Utterance:
    """Check a photo or a voice note that was posted with its words; raises Declined.

    What it is, is seen by what it holds.
    """
    _require(isinstance(body, dict) and body.keys() <= {"key", "text", "file", "name"}, BAD_FILE)
    written = body.get("file")
    _require(isinstance(written, str), BAD_FILE)
    name = body.get("name", "")
    _require(_is_text(name) and len(name) <= LONGEST_NAME, BAD_FILE)
    said = utterance({"key": body.get("key"), "text": body.get("text", "")}, person_id, at)
    try:
        data = b64decode(written, validate=True)
    except ValueError:
        raise Declined(400, BAD_FILE) from None
    if len(data) > FILE_LIMIT:
        raise Declined(413, FILE_TOO_LARGE)
    attached = attached_of(data, name)
    if attached is None:
        raise Declined(415, NO_SUCH_KIND)
    return replace(said, attached=attached)


def _require(holds: object, otherwise: Text) -> None:
    if not holds:
        raise Declined(400, otherwise)


def _is_form(value: object) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= MOST_ANSWERS
        and all(_is_text(name) and _is_text(chosen) for name, chosen in value.items())
    )


def _is_text(value: object) -> bool:
    """Say whether this is text that both databases can keep: no half characters, no zeros."""
    if not isinstance(value, str) or "\0" in value:
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
