"""When a platform was last heard from, so that a dead line is noticed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SILENCE = timedelta(seconds=75)
"""After this long without a good answer the line counts as dead: told within 90 s."""


@dataclass
class Pulse:
    """The last good answer, whether the token was refused since, and when nothing waited there."""

    last_good: datetime
    refused: bool = False
    caught_up: datetime | None = None

    def good(self, at: datetime) -> None:
        """Note a good answer."""
        self.last_good, self.refused = at, False

    def problem(self, at: datetime) -> str | None:
        """Say what is wrong, if anything is."""
        if self.refused:
            return "the token is refused"
        if at - self.last_good > SILENCE:
            return "no answer since " + self.last_good.isoformat(timespec="seconds")
        return None
