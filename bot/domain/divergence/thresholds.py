"""From where on a programme wants to hear of a difference: its own settings, with defaults.

The sources leave the thresholds open. Ours are chosen with `python -m bench divergence`, which
plays a programme with known disagreement and says how often they are right.
"""

import math
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.divergence.raters import Leniency

KNOWN = 11 / 12
"""What is left of the spread that is chance where it is known how two raters lean."""

COUNTED = 0.8
"""How much of a leniency counts: only steps between not shown and shown make verdicts opposed."""

FEWEST = 3
"""Indicators of the smallest competences, of which one step more or less is a third."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What makes an alert in one programme; what stays below goes into the weekly digest.

    `verdict_spread`: opposed verdicts are an alert from this times the square root of the number of
    compared indicators on, counted in steps (X against L is one, X against V two). What people see
    differently by chance adds up with that square root, so a competence with many indicators does
    not alarm more often than one with few. Steps are whole, so it is rounded up, but on three
    indicators down: five of the six steps that there are would miss one strong case in ten. One
    against both others on everything is an alert whatever this is (`verdicts.py`).
    `indicator_from`, `coverage_from`: from how many single indicators, X against V or N against R;
    None leaves them to the digest.
    `silence_alert`: whether a silent perspective is an alert; else it is for the digest, because
    the clock finds all of a programme's silences at one instant.
    `near`: how long before the photo it is near; `long`: how long a difference stands before that
    weighs; `overlap_after`: how long something is mastered before training it is waste;
    `settle_after`: how long a scorer says nothing before we take it that they have finished;
    `messages_a_day`: how many messages with alerts a coach gets on one day.
    """

    verdict_spread: float = 2.4
    indicator_from: int | None = None
    coverage_from: int | None = None
    silence_alert: bool = False
    near: timedelta = timedelta(days=7)
    long: timedelta = timedelta(weeks=2)
    overlap_after: timedelta = timedelta(weeks=6)
    settle_after: timedelta = timedelta(minutes=10)
    messages_a_day: int = 2

    def verdict_from(self, compared: int, leniency: Leniency | None = None) -> int:
        """Compute from how many steps on opposed verdicts over so many indicators alert.

        `leniency` is that of who says acquired against who does not, where it is known: what it
        explains is asked on top, and what is uncertain about it counts as chance.
        """
        if leniency is not None:
            uncertain = leniency.variance * compared**2
            chance = KNOWN * self.verdict_spread * math.sqrt(compared + uncertain)
            return max(math.ceil(chance + COUNTED * leniency.steps * compared), 1)
        chance = self.verdict_spread * math.sqrt(compared)
        return math.floor(chance) if compared == FEWEST else math.ceil(chance)
