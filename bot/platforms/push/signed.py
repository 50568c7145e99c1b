"""One push message, ready to be posted: encrypted for its device, and signed as ours.

pywebpush is loaded when the first is made: that takes longer than most commands do.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from bot.domain.telling.subscriptions import Endpoint
from bot.messages import MessageKind
from bot.platforms.push.key import PushKey
from bot.ports.telling.outbox import Content

SIGNED_FOR = timedelta(hours=12)
"""How long a signature holds; RFC 8292 allows a day."""

KEPT_AT_LEAST, KEPT_AT_MOST = timedelta(minutes=1), timedelta(days=28)
"""How long a push service keeps what it cannot deliver: no service keeps anything for longer."""

HURRIES = frozenset({MessageKind.QUESTION, MessageKind.ANSWER, MessageKind.ALERT})
"""What wakes a phone that saves its battery: somebody waits for it."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who we are: our key, and whom a push service may write to about us."""

    key: PushKey
    contact: str


@dataclass(frozen=True, slots=True)
class PushRequest:
    """What is posted where."""

    address: str
    headers: Mapping[str, str]
    body: bytes


def make_request(
    endpoint: Endpoint, content: Content, prefix: str, signer: Signer, at: datetime
) -> PushRequest:
    """Make the request that pings a device; `prefix` stands before the page's paths.

    Raises ValueError where the device's keys are none.
    """
    from pywebpush import WebPusher, WebPushException

    keys = {"p256dh": endpoint.p256dh, "auth": endpoint.auth}
    try:
        pusher = WebPusher({"endpoint": endpoint.address, "keys": keys})
        body: bytes = pusher.encode(_payload(content, prefix))["body"]
    except (WebPushException, LookupError):
        raise ValueError("the device's keys are none") from None
    headers = {
        **_signature(endpoint, signer, at),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(_seconds(content, at)),
        "Urgency": "high" if content.kind in HURRIES else "normal",
        # Of one person on one device the newest takes the place of what still waits there.
        "Topic": urlsafe_b64encode(sha256(_seat(content).encode()).digest()).decode()[:32],
    }
    return PushRequest(endpoint.address, headers, body)


def _payload(content: Content, prefix: str) -> bytes:
    told = {"body": content.text, "url": prefix + content.opens, "tag": _seat(content)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _seat(content: Content) -> str:
    return content.opens.partition("#")[0]


def _seconds(content: Content, at: datetime) -> int:
    left = content.until - at if content.until else KEPT_AT_MOST
    return int(min(max(left, KEPT_AT_LEAST), KEPT_AT_MOST).total_seconds())


def _signature(endpoint: Endpoint, signer: Signer, at: datetime) -> Mapping[str, str]:
    from py_vapid import Vapid02

    asked = urlsplit(endpoint.address)
    claims = {
        "aud": f"{asked.scheme}://{asked.netloc.removesuffix(':443')}",
        "exp": int((at + SIGNED_FOR).timestamp()),
        "sub": signer.contact,
    }
    signed: Mapping[str, str] = Vapid02(signer.key.private).sign(claims)
    return signed
