"""A path under which we are reached from outside, where the proxy before us leaves it in place."""

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Prefix:
    """Middleware that takes a prefix off the paths that have it; without it they work as well."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        """Take this prefix off, such as "/kompaan"."""
        self._app = app
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, by the path that we know."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not self._prefix:
            await self._app(scope, receive, send)
        elif path == self._prefix:
            # The page names its parts beside itself, so its own address ends with a slash.
            await RedirectResponse(f"{self._prefix}/", 308)(scope, receive, send)
        elif path.startswith(f"{self._prefix}/"):
            rest = path.removeprefix(self._prefix)
            await self._app({**scope, "path": rest, "raw_path": rest.encode()}, receive, send)
        else:
            await self._app(scope, receive, send)
