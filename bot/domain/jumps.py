"""Whether a clock that went far ahead is right: what was taken of the future cannot be untaken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Beat:
    """What the machine's clock showed at a tick, and for how many seconds it had run by then.

    `boot` tells one start of one machine from another; it is empty where that is not known. What
    the machine slept counts.
    """

    at: datetime
    boot: str = ""
    up: float = 0.0


@dataclass(frozen=True, slots=True)
class Others:
    """What other clocks showed at that moment: the database server's, and the platforms'.

    `trusted` is how far ahead of them ours may be: a person said so.
    """

    database: Sequence[datetime] = ()
    platforms: Sequence[datetime] = ()
    trusted: timedelta = timedelta(0)


def is_far(last: datetime | None, at: datetime, allowed: timedelta) -> bool:
    """Say whether an instant is farther after the last tick than is allowed without asking."""
    return last is not None and at - last > allowed


def is_suspect(last: Beat | None, beat: Beat, allowed: timedelta, others: Others) -> bool:
    """Say whether other clocks must be asked: it went far, or the database's shows less."""
    far = is_far(last.at if last else None, beat.at, allowed)
    return far or _is_ahead(beat, others.database, allowed, others)


def is_wrong(last: Beat | None, beat: Beat, allowed: timedelta, others: Others) -> bool:
    """Say whether nothing bears out a clock that is suspect.

    A platform's clock decides where one answers, since it is no machine of ours. Else the
    database's must not contradict, nor the time for which this machine has run; one of the two must
    be known.
    """
    if not is_suspect(last, beat, allowed, others):
        return False
    if others.platforms:
        return _is_ahead(beat, others.platforms, allowed, others)
    if _is_ahead(beat, others.database, allowed, others):
        return True
    if last is not None and beat.boot and beat.boot == last.boot:
        return (beat.at - last.at) - timedelta(seconds=beat.up - last.up) > allowed
    return not others.database


def _is_ahead(beat: Beat, shown: Sequence[datetime], allowed: timedelta, others: Others) -> bool:
    return any(beat.at - at - others.trusted > allowed for at in shown)
