"""A process that sends what waits, to a platform that is a file; it is there to be killed."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta

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


async def main(url: str, path: str, minutes: str) -> None:
    later = timedelta(minutes=int(minutes))
    engine = connect(url)
    worker = Worker(
        "telegram",
        File(path),
        books(engine),
        lambda: datetime.now(UTC) + later,
        limits=FAST,
        habits=Habits(poll=0.1, gather=0.02),
    )
    print("begins", flush=True)
    await worker.run(asyncio.Event())


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
