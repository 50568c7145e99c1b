"""How often somebody may ask: tokens that come back with time, kept in memory and bounded."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

MOST = 10_000
"""How many are remembered at once; each is a name and a number."""


@dataclass(slots=True)
class Rate:
    """So many at once, and one more after each `gap` seconds, for each who asks.

    Each process counts for itself. Of more than can be remembered, who asked longest ago is
    forgotten, and begins anew.
    """

    burst: int
    gap: float
    clock: Callable[[], float] = time.monotonic
    _full_at: dict[str, float] = field(default_factory=dict, init=False)

    def take(self, who: str) -> int:
        """Take a token; else tell in how many whole seconds there is one."""
        now = self.clock()
        full_at = max(self._full_at.pop(who, now), now)
        missing = full_at + self.gap - now - self.burst * self.gap
        if missing > self.gap / 1_000:  # sums of tenths are not exact
            self._full_at[who] = full_at
            return math.ceil(missing)
        self._full_at[who] = full_at + self.gap
        if len(self._full_at) > MOST:
            del self._full_at[next(iter(self._full_at))]
        return 0

    def give_back(self, who: str) -> None:
        """Put a token back that need not have been taken."""
        if who in self._full_at:
            self._full_at[who] -= self.gap
