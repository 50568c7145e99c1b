"""What runs beside lanes and clock: one thing after the other, whatever fails, until stopped."""

import asyncio
from datetime import datetime
from typing import Any, cast

import pytest

from bot.wiring import House
from bot.wiring.beside import running
from bot.wiring.beside.running import SideWork


def run(monkeypatch: pytest.MonkeyPatch, outcomes: list[Any], *, believes: bool = True) -> int:
    """Let each step come to one of these outcomes, and then find nothing; counts the steps."""
    monkeypatch.setattr(running, "still_believes", lambda _house, _at: believes)
    done = 0

    async def live() -> None:
        over = asyncio.Event()
        loop = asyncio.get_running_loop()

        def step(_at: datetime) -> bool:
            nonlocal done
            done += 1
            outcome = outcomes.pop(0) if outcomes else False
            if not outcomes:
                loop.call_soon_threadsafe(over.set)
            if isinstance(outcome, Exception):
                raise outcome
            return bool(outcome)

        part = SideWork("files", cast(House, None), step, every=0.01)
        await part.start()
        if believes:
            await asyncio.wait_for(over.wait(), 30)
        else:
            await asyncio.sleep(0.05)
        await part.stop()

    asyncio.run(live())
    return done


def test_one_thing_follows_the_other_whatever_fails(monkeypatch):
    assert run(monkeypatch, [True, RuntimeError("a name"), True, False]) >= 4


def test_by_a_wrong_clock_nothing_is_done(monkeypatch):
    assert run(monkeypatch, [True], believes=False) == 0


def test_a_failure_is_logged_by_its_kind_alone(monkeypatch, caplog):
    run(monkeypatch, [RuntimeError("Jonas Peeters")])
    assert "RuntimeError" in caplog.text
    assert "Jonas" not in caplog.text
