"""Who may talk to the web: the Host and Origin of a request, and the headers of every answer.

Loopback is no protection by itself: a page of another site in the same browser can send
requests to it (hence Origin), or have its own name point at it (hence Host); and anybody may write
"localhost" as Host, from wherever they are (hence the other end of the line).
"""

import logging
import re
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.messages import _
from bot.platforms.web.errors import WENT_WRONG, Declined, declined

log = logging.getLogger(__name__)

WATCHED = "/events"
"""How paths end whose Origin is checked for reading too: a stream tells all that is said."""

STATUS = frozenset({"/healthz", "/readyz"})
"""Paths that say how the process fares, and nothing of anybody."""

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""What a proxy adds: then the other end of the line is the proxy, and not who asks."""

HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "media-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "frame-ancestors 'none'",
            # Text from people is only ever set as text: the browser now refuses anything else.
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

UNLESS_SAID = "no-store"
"""Who keeps an answer that does not say so itself: nobody, since most are somebody's."""

_AUTHORITY = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:/@\[\]]+)(?::([0-9]{1,5}))?", re.ASCII)
_STANDARD_PORT = {"http": "80", "https": "443"}

FOREIGN_HOST = _(
    "This address is not one of mine. Open the page at the address in KOMPAAN_PUBLIC_URL, or "
    "without one as localhost; or name this address in KOMPAAN_HTTP_ALLOWED_HOSTS."
)
FOREIGN_ORIGIN = _("This request comes from another site, so it is refused.")


class Guard:
    """Middleware that lets in only requests for us, and for changes only those from our page."""

    def __init__(
        self,
        app: ASGIApp,
        allowed_hosts: Iterable[str],
        delivered: Iterable[str] = (),
        *,
        public: bool = False,
    ) -> None:
        """Guard an application that also answers to these names.

        Paths to which platforms deliver have guards of their own: a secret or a signature. A public
        one is reached from outside, through a proxy that may say so or not.
        """
        self._app = app
        self._public = public
        self._delivered = frozenset(delivered)
        self._allowed = frozenset(_plain(name) for name in allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, or decline it."""
        if scope["type"] != "http" or scope["path"] in self._delivered:
            await self._app(scope, receive, send)
            return

        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", UNLESS_SAID)
            await send(message)

        asked = HTTPConnection(scope)
        why = self._objection(asked, str(scope["method"]))
        app = declined(asked, why) if why else self._app
        try:
            await app(scope, receive, send_with_headers)
        except Exception as error:
            if begun:
                raise
            # A mistake of ours is answered like the rest: with its headers, and no traceback.
            log.error("a request was not answered: %s", type(error).__name__)
            await declined(asked, Declined(500, WENT_WRONG))(scope, receive, send_with_headers)

    def _objection(self, asked: HTTPConnection, method: str) -> Declined | None:
        if not self._is_ours(asked):
            return Declined(421, FOREIGN_HOST)
        reads = method in ("GET", "HEAD", "OPTIONS")
        if (not reads or asked.url.path.endswith(WATCHED)) and not self._is_from_here(asked):
            return Declined(403, FOREIGN_ORIGIN)
        return None

    def _is_ours(self, asked: HTTPConnection) -> bool:
        hosts = asked.headers.getlist("host")
        if len(hosts) != 1:
            return False
        name, _port = _split(hosts[0])
        if name in self._allowed:
            return True
        if self._public and asked.url.path not in STATUS:
            return False
        return _is_loopback(name) and is_from_this_machine(asked)

    def _is_from_here(self, asked: HTTPConnection) -> bool:
        """Say whether a request was made by our own page, or not by a browser at all."""
        site = asked.headers.get("sec-fetch-site", "same-origin")
        if site not in ("same-origin", "none"):
            return False
        origins = asked.headers.getlist("origin")
        return all(self._is_origin(origin, asked.headers["host"]) for origin in origins)

    def _is_origin(self, origin: str, host: str) -> bool:
        scheme, _colons, authority = origin.lower().partition("://")
        standard = _STANDARD_PORT.get(scheme)
        name, port = _split(authority)
        if not standard or not name:
            return False
        here, here_port = _split(host)
        if (name, port or standard) == (here, here_port or standard):
            return True
        # Behind a proxy that puts its own name in Host, the page's name is still a configured one.
        return name in self._allowed and port in ("", standard)


def is_from_this_machine(asked: HTTPConnection) -> bool:
    """Say whether the other end of the line is this machine, as far as the line shows."""
    peer = asked.client.host if asked.client else ""
    return _is_loopback(peer) and not any(name in asked.headers for name in FORWARDED)


def _split(authority: str) -> tuple[str, str]:
    """Split a name from its port; both are empty where it is neither."""
    found = _AUTHORITY.fullmatch(authority.lower())
    if found is None:
        return "", ""
    return _plain(found[1]), found[2] or ""


def _plain(name: str) -> str:
    return name.strip().lower().rstrip(".")


def _is_loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
