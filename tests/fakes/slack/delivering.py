"""Deliveries to the app: signed over HTTP or in envelopes, again where they were not received."""

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.fakes.slack.errors import Json
from tests.fakes.slack.world import SIGNING_SECRET, Delivery, World

PATIENCE = 3.0
"""Seconds that Slack waits for an acknowledgement."""
RETRIES = (0.05, 0.3, 1.0)
"""Seconds until an event comes again: at once, after a minute and after five in real life."""

INTERACTIVE = "interactive"
COMMAND = "slash_commands"


class Deliverer:
    """Delivers to `url` where there is one, else on the sockets that are open."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.retries = RETRIES
        self.lines: list[web.WebSocketResponse] = []
        self.waiting: dict[str, asyncio.Future[Any]] = {}
        self.tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        self.loop = asyncio.get_running_loop()
        limit = aiohttp.ClientTimeout(total=PATIENCE)
        self.session = aiohttp.ClientSession(timeout=limit, connector=aiohttp.TCPConnector(limit=0))

    async def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for line in list(self.lines):
            await line.close()
        await self.session.close()

    def send_happened(self) -> None:
        """Deliver what the app's own calls made happen."""
        with self.world.lock:
            happened, self.world.happened = self.world.happened, []
        for delivery in happened:
            self.send(delivery)

    def send(self, delivery: Delivery) -> None:
        """Deliver, from any thread."""
        self.world.deliveries.append(delivery)
        self.loop.call_soon_threadsafe(self.begin, delivery)

    def begin(self, delivery: Delivery) -> None:
        task = self.loop.create_task(self.deliver(delivery))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def deliver(self, delivery: Delivery) -> None:
        pauses = self.retries if delivery.kind == "events_api" else ()
        try:
            for number in range(len(pauses) + 1):
                begun = time.monotonic()
                status = await self.attempt(delivery, number)
                delivery.seconds.append(time.monotonic() - begun)
                delivery.statuses.append(status)
                if 200 <= status < 300:
                    delivery.acknowledged = True
                    break
                if number < len(pauses):
                    await asyncio.sleep(pauses[number])
            self.shown(delivery)
        finally:
            delivery.done = True

    async def attempt(self, delivery: Delivery, number: int) -> int:
        try:
            if self.url:
                return await self.posted(delivery, number)
            return await self.enveloped(delivery, number)
        except (aiohttp.ClientError, TimeoutError, ConnectionError):
            return 0

    async def posted(self, delivery: Delivery, number: int) -> int:
        body, kind = encoded(delivery)
        headers = {"Content-Type": kind} | signed(body, self.world.now())
        if number:
            headers |= {"x-slack-retry-num": str(number), "x-slack-retry-reason": "http_error"}
        async with self.session.post(self.url, data=body, headers=headers) as answer:
            said = await answer.read()
            delivery.body = json.loads(said) if said[:1] == b"{" else None
            return answer.status

    async def enveloped(self, delivery: Delivery, number: int) -> int:
        envelope = self.world.id("env")
        frame = {"envelope_id": envelope, "type": delivery.kind, "payload": delivery.payload}
        more: Json = {"accepts_response_payload": delivery.kind != "events_api"}
        if delivery.kind == "events_api":
            more |= {"retry_attempt": number, "retry_reason": "timeout" if number else ""}
        async with asyncio.timeout(PATIENCE):
            while not (open_lines := [line for line in self.lines if not line.closed]):
                await asyncio.sleep(0.01)
            heard = self.waiting[envelope] = self.loop.create_future()
            if not self.world.muted:
                await open_lines[-1].send_json(frame | more)
            delivery.body = await heard
        return 200

    def acknowledge(self, said: Json) -> None:
        heard = self.waiting.pop(str(said.get("envelope_id")), None)
        if heard is not None and not heard.done():
            heard.set_result(said.get("payload"))

    def shown(self, delivery: Delivery) -> None:
        """Do what an acknowledgement asks for, and warn whom it does not reach."""
        person = self.world.people.get(delivery.user)
        if person is None or delivery.kind == "events_api":
            return
        body = delivery.body or {}
        if not delivery.acknowledged:
            person.warnings.append(delivery.kind)
        elif delivery.kind == COMMAND and body.get("text"):
            person.ephemeral.append(body["text"])
        elif delivery.payload.get("type") == "view_submission":
            self.sent(person.modals, body)

    def sent(self, modals: list[Json], body: Json) -> None:
        from tests.fakes.slack.methods import opened

        action = body.get("response_action", "")
        assert action in ("", "clear", "errors", "update", "push"), body
        if action in ("update", "push"):
            view = opened(self.world, body["view"])
            modals[:] = modals[:-1] if action == "update" else modals
            modals.append(view)
        elif not action and modals:
            modals.pop()
        elif action == "clear":
            modals.clear()


def encoded(delivery: Delivery) -> tuple[bytes, str]:
    if delivery.kind == "events_api":
        return json.dumps(delivery.payload).encode(), "application/json"
    form = delivery.payload
    if delivery.kind == INTERACTIVE:
        form = {"payload": json.dumps(delivery.payload)}
    return urlencode(form, errors="surrogatepass").encode(), "application/x-www-form-urlencoded"


def signed(body: bytes, at: float, secret: str = SIGNING_SECRET) -> dict[str, str]:
    """Sign as Slack does, written down here a second time: a fake must not trust what it tests."""
    said_at = str(int(at))
    digest = hmac.new(secret.encode(), f"v0:{said_at}:".encode() + body, hashlib.sha256)
    return {
        "X-Slack-Request-Timestamp": said_at,
        "X-Slack-Signature": f"v0={digest.hexdigest()}",
    }
