"""A strict push service on loopback: it reads a message as a browser would, or fails as told."""

import asyncio
import json
import threading
from base64 import urlsafe_b64decode
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import http_ece
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.fakes.devices import written
from tests.fakes.waiting import PATIENCE

FOREVER = 3600.0


def unwritten(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Device:
    """A browser: its private key reads what is meant for it."""

    key: Any = field(default_factory=lambda: generate_private_key(SECP256R1()))
    auth: bytes = bytes(range(16))

    @property
    def p256dh(self) -> str:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return written(point)

    def read(self, body: bytes) -> dict[str, str]:
        plain = http_ece.decrypt(
            body, private_key=self.key, auth_secret=self.auth, version="aes128gcm"
        )
        told: dict[str, str] = json.loads(plain)
        return told


@dataclass
class PushService:
    """Answers each path as it is named: 201, 410, hang, close, broken, redirect and so on."""

    now: Any
    public_key: str = ""
    device: Device = field(default_factory=Device)
    took: list[dict[str, str]] = field(default_factory=list)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    origin: str = ""
    retry_after: str = ""

    async def __aenter__(self) -> "PushService":
        app = web.Application()
        app.router.add_route("*", "/{how}", self._take)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.origin = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.StreamResponse:
        how = request.match_info["how"]
        self.asked.append((how, dict(request.headers)))
        body = await request.read()
        self._check(request, body)
        match how:
            case "hang":
                await asyncio.sleep(FOREVER)
            case "close":
                assert request.transport is not None
                request.transport.close()
            case "broken":
                assert request.transport is not None
                request.transport.write(b"HTTP/1.1 what?\r\n\r\n")
                request.transport.close()
            case "endless":
                answer = web.StreamResponse(status=201)
                await answer.prepare(request)
                while True:
                    await answer.write(b"a" * 65536)
            case "redirect":
                raise web.HTTPTemporaryRedirect(f"{self.origin}/201")
        if how == "201":
            self.took.append(self.device.read(body))
        headers = {"Retry-After": self.retry_after} if self.retry_after else {}
        return web.Response(status=int(how) if how.isdecimal() else 201, headers=headers)

    def _check(self, request: web.Request, body: bytes) -> None:
        """Note what RFC 8030, 8188, 8291 and 8292 forbid."""
        headers = request.headers
        rules = {
            "the method": request.method == "POST",
            "the TTL": headers.get("TTL", "").isdecimal() and int(headers["TTL"]) > 0,
            "the encoding": headers.get("Content-Encoding") == "aes128gcm",
            "the size": 0 < len(body) <= 4096,
            "the urgency": headers.get("Urgency") in ("very-low", "low", "normal", "high"),
            "the topic": len(headers.get("Topic", "")) == 32,
            "a cookie": "Cookie" not in headers,
            "the signature": self._is_signed(headers.get("Authorization", "")),
        }
        self.wrong += [rule for rule, kept in rules.items() if not kept]

    def _is_signed(self, authorization: str) -> bool:
        scheme, _space, rest = authorization.partition(" ")
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        if scheme != "vapid" or parts["k"] != self.public_key:
            return False
        head, claims, signature = parts["t"].split(".")
        raw = unwritten(signature)
        point = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), unwritten(parts["k"]))
        r, s = int.from_bytes(raw[:32]), int.from_bytes(raw[32:])
        point.verify(encode_dss_signature(r, s), f"{head}.{claims}".encode(), ECDSA(SHA256()))
        said = json.loads(unwritten(claims))
        left = said["exp"] - self.now().timestamp()
        known = json.loads(unwritten(head))["alg"] == "ES256"
        return known and said["aud"] == self.origin and 0 < left <= 86400 and bool(said["sub"])


@contextmanager
def served_push(public_key: str) -> Iterator[PushService]:
    """Serve a push service in a thread of its own for as long as this lasts."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def do(work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(PATIENCE)

    service = PushService(lambda: datetime.now(UTC), public_key)
    do(service.__aenter__())
    try:
        yield service
    finally:
        do(service.__aexit__())
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE)
        loop.close()
