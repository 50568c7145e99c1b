"""What a connection may take before anything in it is looked at: its head, its time, its number.

Whoever may not talk with us at all must not be able to keep others from it.
"""

from asyncio import Transport
from asyncio.events import TimerHandle
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LONGEST_HEAD = 32 * 1024
"""Bytes of a request's line and headers; browsers and platforms send a tenth."""
HEAD_WITHIN = 10.0
"""Seconds from the beginning of a connection to the end of a request's headers."""
BODY_WITHIN = 30.0
"""Seconds from there to the end of its body, and from each part of it to the next."""
PART, MOST_PARTS = 128 * 1024, 40
"""Bytes of a body that earn it that time again, and how often: a photo on a slow line arrives."""
MOST_CONNECTIONS = 500
"""At once, of the 1,024 descriptors that a process has where nobody gave it more."""

TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-length: 0\r\nconnection: close\r\n\r\n"
)


class BoundedProtocol(HttpToolsProtocol):
    """One connection, which is closed where it takes too much."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """Prepare; the clock runs from the connection's beginning."""
        super().__init__(*given, **named)
        self._timer: TimerHandle | None = None
        self._head: int | None = 0
        self._since = self.loop.time()
        self._body = 0

    @property
    def is_idle(self) -> bool:
        """Say whether it has asked for nothing yet."""
        return self._head is not None and self.cycle is None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin; where there are too many, the one that has been silent longest makes room."""
        super().connection_made(transport)
        self._wait(HEAD_WITHIN)
        if len(self.connections) > MOST_CONNECTIONS:
            idle = [other for other in self.connections if _is_idle(other)]
            min(idle, key=_age, default=self).transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._rest()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, and no further than a head may be long."""
        if self._head is not None:
            self._head += len(data)
        super().data_received(data)
        if self._head is None:
            self._go_on(len(data))
        elif self._head > LONGEST_HEAD:
            self.transport.write(TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Wait for the head of another request."""
        super().on_message_begin()
        self._wait(HEAD_WITHIN)

    def on_headers_complete(self) -> None:
        """Wait for the body."""
        self._head, self._body = None, 0
        self._wait(BODY_WITHIN)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Wait for nothing more, while the answer is made."""
        self._rest()
        self._head = 0
        super().on_message_complete()

    def _go_on(self, more: int) -> None:
        """Let a body that comes in part by part go on."""
        before, self._body = self._body // PART, self._body + more
        if before < self._body // PART <= MOST_PARTS:
            self._wait(BODY_WITHIN)

    def _wait(self, seconds: float) -> None:
        self._rest()
        self._timer = self.loop.call_later(seconds, self._give_up)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        self.transport.abort()


def _is_idle(other: object) -> bool:
    return isinstance(other, BoundedProtocol) and other.is_idle


def _age(other: object) -> float:
    return other._since if isinstance(other, BoundedProtocol) else 0.0
