"""Loops that must run for ever: whatever a turn meets is said by its kind, and the next one comes.

What a platform answers is not ours: a loop that reads it has this one guard, so that no answer and
no exception ends it.
"""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from typing import NoReturn, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)

SLOWEST = 10.0
"""Seconds between two tries at most, however often it failed before."""
LONGEST = 300.0
"""Seconds that a loop rests at most, whatever it was asked to."""

Turn = Callable[[], Awaitable[float]]
"""One turn of a loop; it says after how many seconds the next one is due."""
PauseAfter = Callable[[Exception], float | None]
"""How many seconds an error asks us to wait; None where it does not say."""


Named = Callable[[Exception], str]
"""Names a kind of error for the log, with a reason that holds nobody's words."""


class OddAnswer(Exception):
    """An answer of no shape that was ever agreed."""


def never_says(_error: Exception) -> float | None:
    """Know of no error that asks for a pause."""
    return None


def kind_of(error: BaseException) -> str:
    """Name an error by its kind alone: what it says may quote what people wrote."""
    return type(error).__name__


async def last(
    name: str,
    turn: Turn,
    again: float,
    pause_after: PauseAfter = never_says,
    named: Named = kind_of,
) -> NoReturn:
    """Take turn after turn until cancelled; one that fails is tried again, as `achieve` does."""
    while True:
        await asyncio.sleep(_rest(await achieve(name, turn, again, pause_after, named)))


async def achieve(
    name: str,
    work: Callable[[], Awaitable[T]],
    again: float,
    pause_after: PauseAfter = never_says,
    named: Named = kind_of,
) -> T:
    """Do something until it works, or until cancelled.

    After a failure the next try comes `again` seconds later, twice as late each time it fails anew,
    or when the error asks for it. A kind of failure is logged when it begins, not while it lasts.
    """
    failed: list[str] = []
    while True:
        try:
            done = await work()
        except asyncio.CancelledError as error:
            if is_cancelled():
                raise
            # A library that cancels its own task has not cancelled ours.
            pause = _met(name, kind_of(error), failed, again)
        except Exception as error:
            pause = _met(name, _kind(named, error), failed, again)
            asked = _asked(pause_after, error)
            pause = pause if asked is None else asked
        else:
            if failed:
                log.warning("%s works again", name)
            return done
        await asyncio.sleep(_rest(pause))


def is_cancelled() -> bool:
    """Say whether the running task itself was asked to end."""
    task = asyncio.current_task()
    return task is None or task.cancelling() > 0


def _kind(named: Named, error: Exception) -> str:
    try:
        return named(error)
    except Exception:
        return kind_of(error)


def _met(name: str, kind: str, failed: list[str], again: float) -> float:
    """Note a failure, log a kind that is new; returns the seconds until the next try."""
    if kind not in failed:
        log.warning("%s failed: %s; it goes on", name, kind)
    failed.append(kind)
    return max(again, min(again * 2.0 ** min(len(failed) - 1, 10), SLOWEST))


def _asked(pause_after: PauseAfter, error: Exception) -> float | None:
    """Read what an error asks for; what cannot be read is asked for by nobody."""
    try:
        return pause_after(error)
    except Exception:
        return None


def _rest(pause: object) -> float:
    """Keep a rest within what a loop may rest; one that is no number of seconds is the longest."""
    if not isinstance(pause, int | float) or math.isnan(pause):
        return LONGEST
    return min(max(float(pause), 0.0), LONGEST)
