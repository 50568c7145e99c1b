"""A server in a process of its own: the settings it starts with, and when it listens."""

import asyncio
import subprocess


def settings_of(url: str, port: int, api: str, token: str) -> dict[str, str]:
    """The environment in which Kompaan serves Telegram by webhook on this machine."""
    return {
        "KOMPAAN_DATABASE_URL": url,
        "KOMPAAN_HTTP_PORT": str(port),
        "KOMPAAN_TELEGRAM_TOKEN": token,
        "KOMPAAN_TELEGRAM_API_URL": api,
        "KOMPAAN_TELEGRAM_WEBHOOK_URL": "https://bench.invalid",
        "KOMPAAN_TELEGRAM_SECRET": "bench",
    }


async def came_up(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a server listens that was just started."""
    for _look in range(600):
        assert process.poll() is None, "the server ended by itself"
        try:
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
            continue
        writer.close()
        await asyncio.sleep(0.5)
        return
    raise TimeoutError("the server did not come up")
