"""What a neighbour and the machine feel of each attack: its longest wait, memory, threads, files.

The process runs as a school runs it, with a webhook, beside a small API of Telegram's shape. Before
the first attack everything was done once, so that what is loaded once is loaded. A neighbour taps
all the while, and waits until the tap is stored and answered. After each attack we wait until
memory (to `SLACK` MB), threads and descriptors are back, and say after how many seconds they are.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from aiohttp import ClientSession, TCPConnector, web

from bench.attacks.attacking import ATTACKS, Town, films, forged_taps, two_lines
from bench.start.starting import came_up, settings_of
from bench.telegram.taps import Taps, tapping_people
from tests.faults.server import free_port

TOKEN = "700000001:bench"
AT_LEAST, BACK_WITHIN = 3.0, 60.0
"""Seconds for which the neighbour taps at least, and within which everything is back."""
SLACK = 10.0
MESSAGES = ("sendmessage", "sendphoto", "sendanimation", "senddocument", "editmessage")


class Used(NamedTuple):
    """What the process uses: memory in MB, threads, descriptors."""

    memory: float
    threads: int
    files: int

    @classmethod
    def now(cls, pid: int) -> "Used":
        """Look at a process."""
        status = Path(f"/proc/{pid}/status").read_text()
        memory = int(status.split("VmRSS:")[1].split()[0]) / 1024
        threads = int(status.split("Threads:")[1].split()[0])
        return cls(memory, threads, len(os.listdir(f"/proc/{pid}/fd")))

    def is_back(self, before: "Used") -> bool:
        """Say whether no more is used than before."""
        return (
            self.memory <= before.memory + SLACK
            and self.threads <= before.threads
            and self.files <= before.files
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> None:
    api_port, port = free_port(), free_port()
    runner = web.AppRunner(_api())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", api_port).start()
    with _process(folder, port, f"http://127.0.0.1:{api_port}") as (process, people):
        await came_up(port, process)
        mine = Taps(people.codes[:1], people.numbers)
        others = Taps(people.codes[1:], people.numbers)
        async with ClientSession(connector=TCPConnector(limit=0)) as session:
            town = Town(session, port, process.pid, others, mine)
            await asyncio.gather(two_lines(town), films(town), forged_taps(town, 100))
            await asyncio.sleep(AT_LEAST)
            for name, attack in ATTACKS.items():
                await _attack(town, name, attack)
    await runner.cleanup()


async def _attack(town: Town, name: str, attack: Callable[[Town], Awaitable[None]]) -> None:
    before, town.waits = Used.now(town.pid), []
    peak, ended = before, asyncio.Event()
    tapping = asyncio.create_task(town.tap_until(ended))
    attacking = asyncio.ensure_future(attack(town))
    begun = time.perf_counter()
    while not attacking.done() or time.perf_counter() - begun < AT_LEAST:
        peak = Used(*map(max, zip(peak, Used.now(town.pid), strict=True)))
        await asyncio.sleep(0.02)
    ended.set()
    await asyncio.gather(tapping, attacking)
    lasted, over = time.perf_counter() - begun, time.perf_counter()
    while not (after := Used.now(town.pid)).is_back(before):
        if time.perf_counter() - over > BACK_WITHIN:
            break
        await asyncio.sleep(0.2)
    print(
        f"{name:22} {lasted:5.1f} s   neighbour: {len(town.waits):4} taps, longest wait "
        f"{max(town.waits):5.2f} s   memory {before.memory:4.0f}, {peak.memory:4.0f}, "
        f"{after.memory:4.0f} MB   threads {before.threads}, {peak.threads}, {after.threads}   "
        f"descriptors {before.files}, {peak.files}, {after.files}   "
        f"(before, at most, {time.perf_counter() - over:.0f} s later)",
        flush=True,
    )


def _api() -> web.Application:
    """Make an API of Telegram's shape that agrees to everything."""
    chat = {"id": 1, "type": "private", "first_name": "x"}
    me = {"id": 700000001, "is_bot": True, "first_name": "bench", "username": "benchbot"}
    message = {"message_id": 1, "date": 1_760_000_000, "chat": chat, "text": "x"}

    async def call(request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        await request.read()
        result: object = True
        if method == "getme":
            result = me
        elif method == "getwebhookinfo":
            result = {
                "url": "https://bench.invalid/telegram/webhook",
                "has_custom_certificate": False,
                "pending_update_count": 0,
            }
        elif method.startswith(MESSAGES):
            result = message
        return web.json_response({"ok": True, "result": result})

    application = web.Application(client_max_size=1 << 26)
    application.router.add_route("*", "/{bot}/{method}", call)
    return application


@contextmanager
def _process(folder: Path, port: int, api: str) -> Iterator[tuple["subprocess.Popen[bytes]", Taps]]:
    url = f"sqlite:///{folder / 'k.db'}"
    people = tapping_people(url, datetime.now(UTC))
    environment = os.environ | {"PYTHONPATH": os.getcwd()} | settings_of(url, port, api, TOKEN)
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process, people
    finally:
        process.terminate()
        process.wait(20)
