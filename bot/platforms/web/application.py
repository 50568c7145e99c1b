"""The web chat: the sample's people on one page, live.

Real people get no pane: whoever opens the page may speak as anybody on it.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from typing_extensions import override

from bot.platforms.platform import Platform
from bot.platforms.web.chat import Pane, WebChat
from bot.platforms.web.clock import ClockWork
from bot.platforms.web.errors import Declined, refused
from bot.platforms.web.events import Broadcast
from bot.platforms.web.guard import Guard
from bot.platforms.web.health import Health
from bot.platforms.web.page_files import Page
from bot.platforms.web.prefix import Prefix
from bot.platforms.web.talk import Talk

__all__ = ["Pane", "WebChat", "web_application"]


class _Packed(GZipMiddleware):
    """What leaves for a browser is packed; what platforms deliver is answered in a line or none.

    The stream of events is not packed either, since each must arrive at once.
    """

    def __init__(self, app: ASGIApp, delivered: Iterable[str]) -> None:
        super().__init__(app, minimum_size=500)
        self._delivered = frozenset(delivered)

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        passed = self.app if scope.get("path") in self._delivered else super().__call__
        await passed(scope, receive, send)


class _InOneLanguage:
    """A class is there in one language, so all that is asked is asked in that one."""

    def __init__(self, app: ASGIApp, language: str) -> None:
        self._app = app
        self._asked = f"lang={language}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            # The last one counts.
            asked = b"&".join(filter(None, (scope["query_string"], self._asked)))
            scope = {**scope, "query_string": asked}
        await self._app(scope, receive, send)


def web_application(
    chat: WebChat,
    running: Callable[[], AbstractContextManager[None]] = nullcontext,
    platforms: Sequence[Platform] = (),
    prefix: str = "",
) -> Starlette:
    """Make the application that serves the page and its chat, and what platforms deliver.

    `running` is open for as long as the application lives: what stands behind the chat. `prefix`
    is the path before ours that a proxy leaves in place.
    """
    broadcast = Broadcast()
    talk = Talk(chat, broadcast)
    chat.listen(talk.arrived)
    delivered = [route for platform in platforms for route in platform.routes]

    @asynccontextmanager
    async def lifespan(_application: Starlette) -> AsyncIterator[None]:
        # Here, since a server that is told to stop ends the process right after this.
        with running():
            for platform in platforms:
                await platform.start()
            yield
            broadcast.close()  # for a server that did not do so before it waited
            for platform in platforms:
                await platform.stop()

    application = Starlette(
        routes=[
            *delivered,
            *_routes(Page(chat.own_class), talk),
            *_clock(ClockWork(chat, talk, broadcast)),
            *_health(Health(chat, platforms)),
        ],
        middleware=_guards(chat, [route.path for route in delivered], prefix),
        exception_handlers=dict.fromkeys((Declined, HTTPException, ClientDisconnect), refused),
        lifespan=lifespan,
    )
    application.state.broadcast = broadcast
    return application


def _guards(chat: WebChat, delivered: Sequence[str], prefix: str) -> list[Middleware]:
    guard = Middleware(Guard, chat.allowed_hosts, delivered, public=chat.is_public)
    own = chat.own_class
    tongue = [Middleware(_InOneLanguage, own.language)] if own else []
    return [Middleware(Prefix, prefix), Middleware(_Packed, delivered), *tongue, guard]


def _routes(page: Page, talk: Talk) -> list[Route]:
    return [
        Route("/", page.page),
        Route("/page/{file}", page.file),
        Route("/chat/people", talk.people),
        Route("/chat/events", talk.events),
        Route("/chat/{school_id}", talk.conversation),
        Route("/chat/{school_id}", talk.say, methods=["POST"]),
        Route("/chat/{school_id}/attached", talk.attach, methods=["POST"]),
        Route("/chat/{school_id}/attached/{language}/{message}", talk.attached),
        Route("/chat/{school_id}/before/{message}", talk.earlier),
        Route("/chat/{school_id}/board", talk.board),
        Route("/chat/{school_id}/files/{language}/{message}/{file}", talk.file),
    ]


def _clock(work: ClockWork) -> list[Route]:
    return [Route("/clock", work.show), Route("/clock", work.move, methods=["POST"])]


def _health(health: Health) -> list[Route]:
    return [
        Route("/healthz", health.alive),
        Route("/readyz", health.ready),
        Route("/metrics", health.figures),
    ]
