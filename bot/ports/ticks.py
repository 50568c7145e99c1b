"""What the clock remembers of its last tick."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.jumps import Beat


@dataclass(frozen=True, slots=True)
class LastTick:
    """The last tick: of which instant, when by the machine's clock, and whether ticks are held.

    `held_at` is what the clock showed when it was no longer believed; `trusted` is how far ahead of
    others it may be, since a person said that it is right. `unproved` is how much of what passed
    since nothing has borne out.
    """

    at: datetime | None
    beat: Beat | None
    held_at: datetime | None = None
    trusted: timedelta = timedelta(0)
    unproved: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class ServerClock:
    """What the database server's clock shows, and whether that may be the clock of this machine."""

    at: datetime
    near: bool


class Ticks(Protocol):
    """The last tick, in one transaction."""

    def find_last(self) -> LastTick:
        """Find the last tick; it has no instant where there was none yet.

        Of one before ticks were remembered it is when a platform was last known to hold nothing.
        """

    def record(
        self, at: datetime, beat: Beat, trusted: timedelta, unproved: timedelta = timedelta(0)
    ) -> None:
        """Remember a tick by the machine's clock; none is held any more."""

    def note(self, at: datetime) -> None:
        """Remember of which instant a tick was, whatever the machine's clock shows or holds."""

    def hold(self, beat: Beat) -> None:
        """Remember that ticks are held, since the clock is not believed."""

    def read_database_clock(self) -> ServerClock | None:
        """Read what the database server's clock shows; None where there is no server."""
