"""The fake on the wire: calls of the Web API, and the sockets of Socket Mode."""

import asyncio
import json
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.cutting import cut
from tests.fakes.slack.delivering import Deliverer
from tests.fakes.slack.errors import ApiError, Json
from tests.fakes.slack.methods import METHODS
from tests.fakes.slack.world import APP_TOKEN, BOT_TOKEN, Fault, World

HALF_AN_HOUR = 1800.0
SAID = {"text", "blocks", "alt_txt", "filename", "title", "files", "initial_comment", "view"}
"""What holds names and words, and therefore has no place in an address, which proxies keep."""


class Wire:
    """Lives in one event loop."""

    def __init__(self, world: World, deliverer: Deliverer) -> None:
        self.world = world
        self.deliverer = deliverer
        self.closing = asyncio.Event()
        self.port = 0

    async def start(self) -> None:
        self.runner = web.ServerRunner(
            web.Server(self.handle, access_log=None), shutdown_timeout=0.2
        )
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        self.port = self.runner.addresses[0][1]
        self.world.url = f"http://127.0.0.1:{self.port}"
        await self.deliverer.start()

    async def stop(self) -> None:
        self.closing.set()
        await self.deliverer.stop()
        await self.runner.cleanup()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/link/"):
            return await self.link(request)
        if request.path.startswith("/respond/"):
            return await self.respond(request)
        if request.path.startswith("/private/"):
            return self.private(request)
        if request.path.startswith("/upload/"):
            return await self.upload(request)
        method = request.path.removeprefix("/api/")
        args, token = await read(request)
        call: Json = {"method": method, "args": args, "error": "", "fault": "", "effect": False}
        call["in_address"] = sorted(set(request.query) & SAID)
        with self.world.lock:
            self.world.calls.append(call)
            user = self.user_of(args)
            fault = next(
                (fault for fault in self.world.faults if fault.strikes(method, user)), None
            )
            call["fault"] = fault.kind if fault else ""
            body = None
            if fault is None or fault.after:
                body = self.perform(call, token)
        self.deliverer.send_happened()
        return await self.misbehave(request, call, fault) if fault else self.answered(body)

    def answered(self, body: Any) -> web.StreamResponse:
        """Answer as Slack does, which tells the scopes each time."""
        scopes = {"X-OAuth-Scopes": ",".join(sorted(self.world.scopes))}
        return web.json_response(body, headers=scopes)

    def user_of(self, args: Json) -> str:
        named = (args.get(name) for name in ("channel", "channel_id", "user_id"))
        channel = str(next((place for place in named if place), ""))
        return channel if channel in self.world.people else self.world.owner(channel)

    def perform(self, call: Json, token: str) -> Json:
        try:
            result = {"ok": True} | self.called(call["method"], call["args"], token)
            call["effect"] = True
            return result
        except ApiError as error:
            call["error"] = error.error
            return error.body()

    def called(self, name: str, args: Json, token: str) -> Json:
        scope, method = METHODS.get(name, ("", None))
        if method is None:
            raise ApiError("unknown_method", req_method=name)
        if not token:
            raise ApiError("not_authed")
        if self.world.revoked or token not in (BOT_TOKEN, APP_TOKEN):
            raise ApiError("invalid_auth")
        if (token == APP_TOKEN) != (scope == "app"):
            raise ApiError("not_allowed_token_type")
        if scope not in ("", "app") and scope not in self.world.scopes:
            provided = ",".join(sorted(self.world.scopes))
            raise ApiError("missing_scope", needed=scope, provided=provided)
        result = method(self.world, args)
        if "ticket" in result:
            return {"url": f"ws://127.0.0.1:{self.port}/link/{result['ticket']}"}
        if name == "files.getUploadURLExternal":
            return result | {
                "upload_url": f"http://127.0.0.1:{self.port}/upload/{result['file_id']}"
            }
        return result

    async def respond(self, request: web.BaseRequest) -> web.StreamResponse:
        """Show what the app answers where a command was typed; only to who typed it."""
        said = await request.json()
        with self.world.lock:
            response = self.world.responses.get(request.path.rpartition("/")[2])
            too_late = response is None or self.world.now() - response.made > HALF_AN_HOUR
            if response is None or too_late or not response.left:
                return web.Response(status=404, text="used_url")
            response.left -= 1
            assert said["response_type"] == "ephemeral", "others read along"
            self.world.people[response.user].ephemeral.append(said["text"])
        return web.Response(text="ok")

    def private(self, request: web.BaseRequest) -> web.StreamResponse:
        """Hand out a file that a person shared, to who has the token and may read files."""
        with self.world.lock:
            self.world.fetched += 1
            token = request.headers.get("Authorization") == f"Bearer {BOT_TOKEN}"
            if not token or "files:read" not in self.world.scopes:
                return web.Response(content_type="text/html", text="<title>Sign in</title>")
            file = self.world.files.get(request.path.rpartition("/")[2])
        return web.Response(body=file.data) if file else web.Response(status=404)

    async def upload(self, request: web.BaseRequest) -> web.StreamResponse:
        """Take the bytes of a file in, of the length that was said."""
        body = await request.read()
        call: Json = {"method": "upload", "args": {}, "error": "", "fault": "", "effect": False}
        with self.world.lock:
            self.world.calls.append(call)
            fault = next(
                (fault for fault in self.world.faults if fault.strikes("upload", "")), None
            )
            call["fault"] = fault.kind if fault else ""
            file = self.world.files.get(request.path.rpartition("/")[2])
            if file is None or len(body) != file.length:
                call["error"] = "no such upload"
                return web.Response(status=404 if file is None else 400)
            if fault is None:
                file.data, call["effect"] = body, True
        return await self.misbehave(request, call, fault) if fault else web.Response(text="OK")

    async def misbehave(
        self, request: web.BaseRequest, call: Json, fault: Fault
    ) -> web.StreamResponse:
        if fault.kind == "429":
            after = {"Retry-After": str(fault.retry_after)}
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers=after
            )
        if fault.kind == "odd":
            return web.Response(content_type="application/json", text=fault.body)
        if fault.kind in ("500", "502", "503"):
            return web.Response(
                status=int(fault.kind), text="<html>oops</html>", content_type="text/html"
            )
        if fault.kind == "timeout":
            await asyncio.wait([asyncio.ensure_future(self.closing.wait())], timeout=fault.seconds)
        if fault.kind in ("timeout", "reset"):
            return cut(request)
        return web.json_response({"ok": False, "error": fault.kind})

    async def link(self, request: web.BaseRequest) -> web.StreamResponse:
        """Be one socket: greet, answer pings unless muted, and hear acknowledgements."""
        ticket = request.path.rpartition("/")[2]
        if ticket not in self.world.tickets:
            return web.Response(status=404)
        self.world.tickets.discard(ticket)
        line = web.WebSocketResponse(autoping=False)
        await line.prepare(request)
        if not self.world.muted:
            number = len(self.deliverer.lines) + 1
            about = {"app_id": self.world.app}
            hello = {"type": "hello", "num_connections": number, "connection_info": about}
            await line.send_json(hello)
        self.deliverer.lines.append(line)
        try:
            async for message in line:
                if self.world.muted:
                    continue
                if message.type is WSMsgType.PING:
                    await line.pong(message.data)
                elif message.type is WSMsgType.TEXT:
                    self.deliverer.acknowledge(json.loads(message.data))
        finally:
            self.deliverer.lines.remove(line)
        return line


async def read(request: web.BaseRequest) -> tuple[Json, str]:
    """Read the arguments, of JSON or of a form in which objects are JSON, and the token."""
    body = await request.read()
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    args: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        args |= json.loads(body or b"{}")
    else:
        args |= {name: str(value) for name, value in (await request.post()).items()}
        for name in ("blocks", "view"):
            if name in args:
                args[name] = json.loads(args[name])
    return args, str(args.pop("token", "") or token)
