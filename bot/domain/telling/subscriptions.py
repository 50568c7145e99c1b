"""Push messages to a device: what a browser's subscription looks like, and why one ends."""

import re
from base64 import urlsafe_b64decode
from binascii import Error
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

MOST = 10
"""Living subscriptions of one person: with one more the oldest ends."""

LONGEST = 1500
"""Letters of an endpoint; the longest that are known have some 500."""

_NAME = re.compile(
    r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
)
_PATH = re.compile(r"[!-~]+")
_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
"""The field and the constant of the curve P-256, on which a browser's key lies."""


class EndedWhy(StrEnum):
    """Why a subscription ended; the words are stored."""

    OWN = "own"
    """Its person turned it off."""

    RENEWED = "renewed"
    """The same device subscribed anew."""

    MANY = "many"
    GONE = "gone"
    """The push service knows it no longer."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where and for whom a push service takes messages: as a browser gave it out."""

    address: str
    p256dh: str
    auth: str


def as_endpoint(
    address: object, p256dh: object, auth: object, *, anywhere: bool = False
) -> Endpoint | None:
    """Read what a browser says of its subscription; None for what cannot be one.

    The address is https, on its own port, at a name and never at a number, with nothing of a login
    in it, unless a test has a service `anywhere`; the keys are RFC 8291's: a point of P-256, and
    16 bytes.
    """
    if not (isinstance(address, str) and isinstance(p256dh, str) and isinstance(auth, str)):
        return None
    named = anywhere or is_push_address(address)
    good = named and _is_point(_bytes(p256dh)) and len(_bytes(auth)) == 16
    return Endpoint(address, p256dh.rstrip("="), auth.rstrip("=")) if good else None


def is_push_address(address: str) -> bool:
    """Say whether an address may be a push service's, by how it is written."""
    if len(address) > LONGEST or not _PATH.fullmatch(address):
        return False
    try:
        asked = urlsplit(address)
        port = asked.port
    except ValueError:
        return False
    # As it is written, so that no other reader finds another host in it.
    named = asked.netloc.removesuffix(":443")
    plain = asked.scheme == "https" and port in (None, 443) and not asked.fragment
    return plain and "\\" not in address and bool(_NAME.fullmatch(named))


def _bytes(written: str) -> bytes:
    try:
        bare = written.rstrip("=").encode("ascii")
        return urlsafe_b64decode(bare + b"=" * (-len(bare) % 4)) if len(bare) < 128 else b""
    except (Error, ValueError):
        return b""


def _is_point(raw: bytes) -> bool:
    if len(raw) != 65 or raw[0] != 4:
        return False
    x, y = int.from_bytes(raw[1:33]), int.from_bytes(raw[33:])
    return x < _P and y < _P and (y * y - (x**3 - 3 * x + _B)) % _P == 0
