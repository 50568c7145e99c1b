"""When a scorer has finished, so that nobody is alarmed between two taps.

A scorer has finished with Done, or when they have said nothing for a while; what they undo counts
as something said. Of a track on which several are busy we wait for the last one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.divergence.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Sitting:
    """One scorer at work on a track: when they last said something there, and their Done after it.

    Instants are aware; `done_at` is None where they have not said Done.
    """

    said_at: datetime
    done_at: datetime | None = None


def settles_at(sitting: Sitting, thresholds: Thresholds) -> datetime:
    """Say from when a scorer has finished; a Done before the last thing said counts no more."""
    silence = sitting.said_at + thresholds.settle_after
    if sitting.done_at is None or sitting.done_at < sitting.said_at:
        return silence
    return min(sitting.done_at, silence)


def all_settle_at(sittings: Iterable[Sitting], thresholds: Thresholds) -> datetime | None:
    """Say from when everybody on a track has finished; None where nobody is at work."""
    return max((settles_at(sitting, thresholds) for sitting in sittings), default=None)
