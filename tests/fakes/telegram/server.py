"""The fake on the wire: requests read as the API reads them, answers, faults, long polls."""

import asyncio
import json
from collections.abc import Callable
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl, unquote

import aiohttp
from aiohttp import web

from tests.fakes.cutting import cut
from tests.fakes.telegram.calls import Call, Upload, from_json, from_parts
from tests.fakes.telegram.dispatch import Dispatch, refusal
from tests.fakes.telegram.errors import POLLED_BESIDE_WEBHOOK, POLLED_TWICE, ApiError, Json
from tests.fakes.telegram.faults import BODIES, Fault
from tests.fakes.telegram.pushing import Pusher
from tests.fakes.telegram.receiving import poll_arguments
from tests.fakes.telegram.world import Bot

Control = Callable[[str, Json], Any]

MOST_PARAMETERS = 1 << 20
DRAINED = 256 << 20


class Wire:
    """Lives in one event loop, from `run` until `closing` is set."""

    def __init__(self, dispatch: Dispatch, control: Control) -> None:
        self.dispatch = dispatch
        self.world = dispatch.world
        self.control = control
        self.closing = asyncio.Event()
        self.polls: dict[str, asyncio.Future[str]] = {}
        self.pushers: dict[str, Pusher] = {}

    async def run(self, port: int, ready: Callable[[int], None]) -> None:
        """Serve until told to stop; `ready` hears the port."""
        runner = web.ServerRunner(web.Server(self.handle, access_log=None), shutdown_timeout=0.5)
        await runner.setup()
        loop = asyncio.get_running_loop()
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as self.session:
            try:
                site = web.TCPSite(runner, "127.0.0.1", port, backlog=1024)
                await site.start()
                self.world.changed = lambda bot: loop.call_soon_threadsafe(self.wake, bot)
                ready(runner.addresses[0][1])
                await self.closing.wait()
            finally:
                self.world.changed = lambda _bot: None
                await asyncio.gather(*(pusher.stop() for pusher in self.pushers.values()))
                self.end_polls("")
                await runner.cleanup()

    def wake(self, bot: Bot) -> None:
        """Something happened: tell who waits for it."""
        poll = self.polls.get(bot.token)
        if poll and not poll.done():
            poll.set_result("terminated by setWebhook request" if bot.webhook.url else "")
        pusher = self.pushers.get(bot.token)
        if pusher is None:
            pusher = self.pushers[bot.token] = Pusher(self.dispatch, bot, self.session)
        pusher.wake()

    def end_polls(self, why: str) -> None:
        for poll in self.polls.values():
            if not poll.done():
                poll.set_result(why)

    # --- a request ---

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/control/"):
            return await self.controlled(request)
        if request.path.startswith("/file/bot"):
            return self.downloaded(request)
        token, _slash, name = request.path.removeprefix("/bot").partition("/")
        try:
            bot = self.bot(request.path, token)
            args, files = await self.read(request)
        except ApiError as error:
            return answer(error.body())
        call = Call((name or args.get("method", "")).lower(), args, files)
        fault = self.dispatch.arrive(bot, call)
        body = None
        if fault is None or fault.after:
            body = await self.perform(bot, call)
        return await self.misbehave(request, call, fault) if fault else answer(body or {})

    def downloaded(self, request: web.BaseRequest) -> web.StreamResponse:
        """Read the bytes of a file, by the path that getFile told."""
        token, _slash, path = request.path.removeprefix("/file/bot").partition("/")
        with self.world.lock:
            bot = self.world.bots.get(token)
            file = bot.files.get(unquote(path).removeprefix("documents/")) if bot else None
        if file is None:
            return web.Response(status=404)
        return web.Response(body=file.data, content_type="application/octet-stream")

    def bot(self, path: str, token: str) -> Bot:
        if not path.startswith("/bot"):
            raise ApiError(404)
        if ":" not in token or token.startswith("0") or len(token) > 80:
            raise ApiError(401, "invalid token specified")
        bot = self.world.bots.get(token)
        if bot is None or bot.revoked:
            raise ApiError(401)
        return bot

    async def read(self, request: web.BaseRequest) -> tuple[dict[str, str], dict[str, Upload]]:
        args = dict(request.query)
        if request.content_type == "multipart/form-data":
            return await self.read_parts(request, args)
        if (request.content_length or 0) > MOST_PARAMETERS:
            raise ApiError(413)
        body = await request.read()
        if request.content_type == "application/json":
            args |= from_json(body)
        elif request.content_type == "application/x-www-form-urlencoded":
            args |= dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
        return args, {}

    async def read_parts(
        self, request: web.BaseRequest, args: dict[str, str]
    ) -> tuple[dict[str, str], dict[str, Upload]]:
        """Read fields and files; what is too large is read to its end and refused."""
        largest = self.world.settings.largest_upload
        body = bytearray()
        whole = 0
        async for chunk in request.content.iter_any():
            whole += len(chunk)
            body += chunk if len(body) <= largest + MOST_PARAMETERS else b""
            if whole > DRAINED:
                break
        boundary = Message()
        boundary["Content-Type"] = request.headers["Content-Type"]
        more, files = from_parts(bytes(body), str(boundary.get_boundary("")))
        if whole > len(body) or any(len(file.data) > largest for file in files.values()):
            raise ApiError(413)
        return args | more, files

    async def perform(self, bot: Bot, call: Call) -> Json:
        if call.method != "getupdates":
            return self.dispatch.perform(bot, call)
        try:
            return self.dispatch.done(call, await self.poll(bot, call))
        except ApiError as error:
            return self.dispatch.refused(call, error)

    async def poll(self, bot: Bot, call: Call) -> list[Json]:
        """Fetch what waits, or wait for it; a second poll ends the first one."""
        queue, world = bot.queue, self.world
        if bot.webhook.url:
            raise ApiError(409, POLLED_BESIDE_WEBHOOK)
        offset, limit, timeout = poll_arguments(bot, call)
        with world.lock:
            queue.confirm(offset, world.now())
            batch = queue.take(limit)
        if batch or not timeout or self.closing.is_set():
            return batch
        older = self.polls.get(bot.token)
        if older and not older.done():
            older.set_result(POLLED_TWICE)
        mine = self.polls[bot.token] = asyncio.get_running_loop().create_future()
        done, _still = await asyncio.wait([mine], timeout=timeout)
        if done and mine.result():
            raise ApiError(409, mine.result())
        with world.lock:
            return queue.take(limit)

    # --- what goes wrong ---

    async def misbehave(
        self, request: web.BaseRequest, call: Call, fault: Fault
    ) -> web.StreamResponse:
        refused = refusal(fault)
        if refused:
            call.status = refused.code
            return answer(refused.body())
        if fault.kind == "odd":
            return web.Response(content_type="application/json", text=fault.body)
        if fault.kind in BODIES:
            status, kind, text = BODIES[fault.kind]
            call.status = status
            return web.Response(status=status, content_type=kind, text=text)
        if fault.kind == "timeout":
            await asyncio.wait([asyncio.ensure_future(self.closing.wait())], timeout=fault.seconds)
        return cut(request)

    async def controlled(self, request: web.BaseRequest) -> web.StreamResponse:
        verb = request.path.removeprefix("/control/")
        try:
            return web.json_response({"result": self.control(verb, await request.json())})
        except Exception as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)


def answer(body: Json) -> web.Response:
    code = body.get("error_code", 200)
    after = body.get("parameters", {}).get("retry_after")
    return web.Response(
        body=json.dumps(body, separators=(",", ":")).encode(),
        status=code,
        content_type="application/json",
        headers={"Retry-After": str(after)} if after else None,
    )
