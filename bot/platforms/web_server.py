"""The server that carries the web application: uvicorn, which ends open streams when it stops."""

import socket

import uvicorn
from starlette.applications import Starlette

GRACE = 5
"""Seconds that an answer under way gets when the process is asked to stop."""


class Server(uvicorn.Server):
    """Uvicorn waits for open answers before it stops, and an event stream never ends by itself."""

    def __init__(self, application: Starlette, host: str, port: int) -> None:
        """Prepare to serve the application there."""
        config = uvicorn.Config(
            application,
            host=host,
            port=port,
            ws="none",
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


def serve(application: Starlette, host: str, port: int) -> None:
    """Serve until the process is asked to stop."""
    Server(application, host, port).run()
