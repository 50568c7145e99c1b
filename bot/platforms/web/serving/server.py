"""The server that carries the web application: uvicorn, which ends open streams when it stops."""

import socket

import uvicorn
from starlette.applications import Starlette

from bot.messages import _
from bot.platforms.web.serving.limits import BoundedProtocol
from bot.refusal import Refused

GRACE = 5
"""Seconds that an answer under way gets when the process is asked to stop."""


EVERYWHERE = "::"
"""Listens on all addresses of both families, whatever the system's own wont."""


class Server(uvicorn.Server):
    """Uvicorn waits for open answers before it stops, and an event stream never ends by itself."""

    def __init__(self, application: Starlette) -> None:
        """Prepare to serve the application."""
        config = uvicorn.Config(
            application,
            ws="none",
            proxy_headers=False,  # whoever is at the other end of the line is who asks
            http=BoundedProtocol,
            log_config=None,  # what it says goes where all else goes
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )
        super().__init__(config)
        self._application = application

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then wait for the other answers."""
        self._application.state.broadcast.close()
        await super().shutdown(sockets)


def serve(application: Starlette, ear: socket.socket) -> None:
    """Serve on an open port until the process is asked to stop."""
    Server(application).run(sockets=[ear])


def listening(host: str, port: int) -> socket.socket:
    """Open the port, or refuse with a sentence: the server itself would only log a number."""
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    both = bare == EVERYWHERE and socket.has_dualstack_ipv6()
    try:
        return socket.create_server((bare, port), family=family, backlog=2048, dualstack_ipv6=both)
    except OSError as error:
        raise Refused(
            _(
                "Nothing can listen on {host}, port {port}: {reason}. "
                "Choose another with KOMPAAN_HTTP_PORT.",
                host=host,
                port=port,
                reason=(error.strerror or type(error).__name__).partition(" (")[0],
            )
        ) from None
