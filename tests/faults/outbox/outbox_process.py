"""A process that sends what waits, to a platform that is a file; it is there to be killed."""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection

from bot.domain.telling.delivery import DeliveryOutcome, Sent
from bot.domain.telling.pace import Limits, Rate
from bot.outbox import Habits, Worker
from bot.ports.telling.outbox import Content
from bot.storage.engine import connect
from tests.fakes.outbox import books

FAST = Limits(bot=Rate(400, 1, burst=40), chat=Rate(1000, 1))


class File:
    """Whatever is a line here has arrived; a kill may come before and after that."""

    def __init__(self, path: str) -> None:
        self.file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def send(self, platform: str, address: str, content: Content) -> DeliveryOutcome:
        await asyncio.sleep(0.01)
        os.write(self.file, f"{content.text}\n".encode())
        await asyncio.sleep(0.01)
        return Sent()


def send(url: str, path: str, minutes: int, begins: Connection) -> None:
    """Send until it is killed, by a clock that is ahead; tells when it begins."""
    asyncio.run(sent(url, path, timedelta(minutes=minutes), begins))


async def sent(url: str, path: str, ahead: timedelta, begins: Connection) -> None:
    engine = connect(url)
    worker = Worker(
        "telegram",
        File(path),
        books(engine),
        lambda: datetime.now(UTC) + ahead,
        limits=FAST,
        habits=Habits(poll=0.1, gather=0.02),
    )
    begins.send("begins")
    await worker.run(asyncio.Event())
