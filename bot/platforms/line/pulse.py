"""When a platform was last heard from, so that a dead line is noticed."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

log = logging.getLogger(__name__)

SILENCE = timedelta(seconds=75)
"""After this long without a good answer the line counts as dead: told within 90 s.

So long a trouble counts after it was last seen, too.
"""


@dataclass
class Pulse:
    """The last good answer, whether the token was refused since, and when nothing waited there.

    `trouble` is what else is wrong though the platform answers, seen at `troubled_at`.
    """

    last_good: datetime
    refused: bool = False
    caught_up: datetime | None = None
    trouble: str = ""
    troubled_at: datetime | None = None

    def good(self, at: datetime) -> None:
        """Note a good answer."""
        self.last_good, self.refused = at, False

    def troubled(self, trouble: str, at: datetime) -> None:
        """Note what is wrong though the platform answers; it is logged when it begins."""
        if self._trouble(at) != trouble:
            log.warning("%s", trouble)
        self.trouble, self.troubled_at = trouble, at

    def problem(self, at: datetime) -> str | None:
        """Say what is wrong, if anything is."""
        if self.refused:
            return "the token is refused"
        if trouble := self._trouble(at):
            return trouble
        if at - self.last_good > SILENCE:
            return "no answer since " + self.last_good.isoformat(timespec="seconds")
        return None

    def _trouble(self, at: datetime) -> str:
        lasts = self.troubled_at is not None and at - self.troubled_at <= SILENCE
        return self.trouble if lasts else ""
