"""One tap through a webhook, beside the libraries' own: taps a second, delays, memory.

A tap of ours is authorised, deduplicated, stored with mark and colour, answered in the webhook's
body, and the message edited to the next question; a peer's answers the callback by a call, stores
one row, and edits. A tap counts once it is answered and its message edited. The server has one
core, the load and a small API of Telegram's shape the other. Round robin, medians. The peers are
installed by this bench, in a virtual environment of their own.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from aiohttp import ClientSession, web

from bench.start.starting import came_up, settings_of
from bench.telegram.taps import Taps, tapping_people
from tests.faults.server import free_port

ROUNDS = 3
TAPS = 400
AT_ONCE = 20
TOKEN = "700000001:bench"
PEERS = Path(".venv/peers")
WAYS = ("kompaan", "python_telegram_bot", "aiogram_bot")


@dataclass
class Figures:
    """What one round showed."""

    rate: float
    p50: float
    p99: float
    memory: float


@dataclass
class Done:
    """What was done for the taps: each wants an answer, each chat an edit of its message."""

    answers: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    edits: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))


def main() -> None:
    python = _peers()
    measured: dict[str, list[Figures]] = {way: [] for way in WAYS}
    for _round in range(ROUNDS):
        for way in WAYS:
            with tempfile.TemporaryDirectory() as folder:
                measured[way].append(asyncio.run(_measure(way, python, Path(folder))))
    for way in WAYS:
        rows = measured[way]
        rate, memory = (median(getattr(row, name) for row in rows) for name in ("rate", "memory"))
        p50, p99 = (median(getattr(row, name) for row in rows) for name in ("p50", "p99"))
        ours = median(row.rate for row in measured["kompaan"])
        print(
            f"{way:22} {rate:6.0f} taps a second   p50 {p50:5.0f} ms   p99 {p99:5.0f} ms   "
            f"{memory:5.0f} MB   ours is {ours / rate:4.2f} times as fast"
        )


async def _measure(way: str, python: str, folder: Path) -> Figures:
    os.sched_setaffinity(0, {1})
    done = Done()
    api_port, port = free_port(), free_port()
    runner = web.AppRunner(_api(done))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", api_port).start()
    api = f"http://127.0.0.1:{api_port}"
    try:
        with _server(way, python, folder, port, api) as (process, taps):
            await came_up(port, process)
            async with ClientSession() as session:
                await _load(session, port, taps, 40, done)
                begun = time.perf_counter()
                delays = await _load(session, port, taps, TAPS, done)
                seconds = time.perf_counter() - begun
            memory = _memory(process.pid)
    finally:
        await runner.cleanup()
    delays.sort()
    p50, p99 = delays[len(delays) // 2] * 1000, delays[int(len(delays) * 0.99)] * 1000
    return Figures(TAPS / seconds, p50, p99, memory)


async def _load(
    session: ClientSession, port: int, taps: Taps, count: int, done: Done
) -> list[float]:
    """Post taps, so many at once; ends when all are answered and the message of each chat edited.

    We edit a message at most about once a second, whatever is tapped; the peers edit at each tap.
    """
    url = f"http://127.0.0.1:{port}/telegram/webhook"
    headers = {"X-Telegram-Bot-Api-Secret-Token": "bench"}
    left = iter(range(count))
    delays: list[float] = []

    async def post() -> None:
        for _number in left:
            begun = time.perf_counter()
            async with session.post(url, json=taps.next(), headers=headers) as answer:
                assert answer.status == 200, answer.status
                if b"answerCallbackQuery" in await answer.read():
                    done.answers.release()
            delays.append(time.perf_counter() - begun)

    await asyncio.gather(*(post() for _worker in range(AT_ONCE)))
    for _tap in range(count):
        await asyncio.wait_for(done.answers.acquire(), 60)
    for _chat in taps.codes:
        await asyncio.wait_for(done.edits.acquire(), 60)
    return delays


def _api(done: Done) -> web.Application:
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
        elif method == "answercallbackquery":
            done.answers.release()
        elif method in ("editmessagetext", "sendmessage"):
            done.edits.release()  # a question that could not be edited is said anew
            result = message
        return web.json_response({"ok": True, "result": result})

    application = web.Application()
    application.router.add_route("*", "/{bot}/{method}", call)
    return application


@contextmanager
def _server(
    way: str, python: str, folder: Path, port: int, api: str
) -> Iterator[tuple["subprocess.Popen[bytes]", Taps]]:
    taps = Taps()
    environment = dict(os.environ, PYTHONPATH=os.getcwd())
    if way == "kompaan":
        url = f"sqlite:///{folder / 'k.db'}"
        taps = tapping_people(url, datetime.now(UTC))
        environment |= settings_of(url, port, api, TOKEN)
        command = [sys.executable, "-m", "bot", "run"]
    else:
        database = str(folder / "peer.db")
        command = [python, "-m", f"bench.peers.{way}", str(port), api, TOKEN, database]
    process = subprocess.Popen(
        ["taskset", "-c", "0", *command],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process, taps
    finally:
        process.terminate()
        process.wait(20)


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def _peers() -> str:
    python = PEERS / "bin" / "python"
    if not python.exists():
        venv.create(PEERS, with_pip=True)
        wanted = ["aiogram", "python-telegram-bot[webhooks]", "sqlalchemy>=2.1"]
        command = [str(python), "-m", "pip", "install", "--quiet", *wanted]
        subprocess.run(command, check=True)
    return str(python)
