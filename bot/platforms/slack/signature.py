"""Who signs a request: looked at before anything of it is read, and never an error of ours."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import datetime

SIGNATURE = "x-slack-signature"
TIMESTAMP = "x-slack-request-timestamp"
STALE = 300
"""Seconds after which a signed request is a replay."""

_SECONDS = re.compile(r"[0-9]{1,12}", re.ASCII)


def is_signed(secret: str, headers: Mapping[str, str], body: bytes, now: datetime) -> bool:
    """Say whether Slack signed this body within the last five minutes; `now` is aware."""
    said_at = headers.get(TIMESTAMP, "")
    if not secret or not _SECONDS.fullmatch(said_at):
        return False
    if abs(now.timestamp() - int(said_at)) > STALE:
        return False
    given = headers.get(SIGNATURE, "").encode("utf-8", "replace")
    # As bytes: a comparison of texts raises where one is not ASCII.
    return hmac.compare_digest(given, sign(secret, said_at, body).encode())


def sign(secret: str, said_at: str, body: bytes) -> str:
    """Sign a body as Slack does."""
    base = b"v0:" + said_at.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
