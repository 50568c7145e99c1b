"""Mail servers on loopback: a real one that keeps what it took, and one that answers as told."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from queue import Queue
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

from bot.platforms.mail.line import MailLine, MailTls
from tests.fakes.waiting import PATIENCE

HANGS_UP = "hangs up"
"""What stands in the place of an answer where the server closes the line instead."""
SILENT = "silent"


def line_to(port: int, **more: Any) -> MailLine:
    """Make the line to a server on loopback."""
    known = {"tls": MailTls.NONE, "sender": "kompaan@school.example", "name": "Kompaan"}
    return MailLine("127.0.0.1", port, **{**known, **more})


@dataclass
class Mailbox:
    """What a real server took: the envelopes, and the messages in them."""

    port: int = 0
    envelopes: list[Envelope] = field(default_factory=list)

    @property
    def messages(self) -> list[EmailMessage]:
        """The messages, read back."""
        raw = [envelope.original_content or b"" for envelope in self.envelopes]
        return [message_from_bytes(content, policy=default) for content in raw]

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Take a message in."""
        self.envelopes.append(envelope)
        return "250 taken"


@asynccontextmanager
async def mail_server(**more: Any) -> AsyncIterator[Mailbox]:
    """Run a real mail server on loopback, in this loop."""
    box = Mailbox()
    loop = asyncio.get_running_loop()
    served: list[SMTP] = []

    def serve() -> SMTP:
        served.append(SMTP(box, hostname="localhost", loop=loop, **more))
        return served[-1]

    server = await loop.create_server(serve, "127.0.0.1", 0)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()
        for connection in served:
            if isinstance(connection.transport, asyncio.Transport):
                with suppress(AttributeError):  # early 3.11: one with TLS that is closed by now
                    connection.transport.abort()
            if connection._handler_coroutine is not None:
                connection._handler_coroutine.cancel()
        for _turn in range(3):  # of the loop, in which it tells both ends
            await asyncio.sleep(0)


@asynccontextmanager
async def odd_server(answers: Mapping[str, str]) -> AsyncIterator[int]:
    """Run a server that answers verbs as told, `.` being the end of a message; gives its port."""
    told = {"greeting": "220 odd", "QUIT": "221 bye", "DATA": "354 go on", **answers}

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer), suppress(ConnectionError):
            verb = "greeting"
            while verb and (answer := told.get(verb, "250 ok")) != HANGS_UP:
                if answer != SILENT:
                    writer.write(f"{answer}\r\n".encode())
                if verb == "DATA" and answer.startswith("354"):
                    await reader.readuntil(b"\r\n.\r\n")
                    verb = "."
                else:
                    verb = (await reader.readline()).decode().strip().partition(" ")[0].upper()

    tasks: list[asyncio.Task[None]] = []

    async def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.append(asyncio.ensure_future(serve(reader, writer)))

    server = await asyncio.start_server(begin, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        await asyncio.sleep(0)


@contextmanager
def served_mail() -> Iterator[Mailbox]:
    """Run a real mail server in a thread of the test."""
    boxes: Queue[Mailbox] = Queue()
    loop, end = asyncio.new_event_loop(), asyncio.Event()

    async def serve() -> None:
        async with mail_server() as box:
            boxes.put(box)
            await end.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    try:
        yield boxes.get(timeout=PATIENCE)
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join(PATIENCE)
        loop.close()
