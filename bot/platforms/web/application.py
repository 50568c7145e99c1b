"""The web server's application: a page, what platforms deliver, and how the process fares."""

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
from bot.platforms.web.errors import Declined, refused
from bot.platforms.web.health import Health
from bot.platforms.web.serving.guard import Guard
from bot.platforms.web.serving.prefix import Prefix
from bot.platforms.web.serving.slashes import without_slash
from bot.platforms.web.site import Site
from bot.platforms.web.watched import Watched


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


def web_application(
    watched: Watched,
    site: Site,
    running: Callable[[], AbstractContextManager[None]] = nullcontext,
    platforms: Sequence[Platform] = (),
    prefix: str = "",
    within: Sequence[Middleware] = (),
) -> Starlette:
    """Make the application that serves a page, what platforms deliver, and who watches.

    `running` is open for as long as the application lives: what stands behind the conversation.
    `prefix` is the path before ours that a proxy leaves in place; what is `within` stands before
    the guard.
    """
    delivered = [route for platform in platforms for route in platform.routes]

    @asynccontextmanager
    async def lifespan(_application: Starlette) -> AsyncIterator[None]:
        # Here, since a server that is told to stop ends the process right after this.
        with running():
            for platform in platforms:
                await platform.start()
            yield
            site.broadcast.close()  # for a server that did not do so before it waited
            for platform in platforms:
                await platform.stop()

    application = Starlette(
        routes=[*delivered, *site.routes, *_health(Health(watched, platforms))],
        middleware=_guards(watched, [route.path for route in delivered], prefix, within),
        exception_handlers=dict.fromkeys((Declined, HTTPException, ClientDisconnect), refused),
        lifespan=lifespan,
    )
    # Starlette's own would lead to whatever name, scheme and path the proxy asked us under.
    application.router.redirect_slashes = False
    application.router.default = without_slash
    application.state.broadcast = site.broadcast
    return application


def _guards(
    watched: Watched, delivered: Sequence[str], prefix: str, within: Sequence[Middleware]
) -> list[Middleware]:
    guard = Middleware(Guard, watched.allowed_hosts, delivered, public=watched.is_public)
    return [Middleware(Prefix, prefix), Middleware(_Packed, delivered), *within, guard]


def _health(health: Health) -> list[Route]:
    return [
        Route("/healthz", health.alive),
        Route("/readyz", health.ready),
        Route("/metrics", health.figures),
    ]
