"""Focus indicators: begin with a few important ones, and widen.

Source: document 004, chapter 3 §6; how long a focus lasts is ours.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.school.frameworks import Indicator

FOCUS_LASTS = timedelta(weeks=4)
"""How long a focus stands unless it is set anew."""


def focus_until(said_at: datetime) -> datetime:
    """Give the instant at which a focus set now ends."""
    return said_at + FOCUS_LASTS


def in_asking_order(
    indicators: Iterable[Indicator], focus: frozenset[int], open_ones: frozenset[int]
) -> tuple[Indicator, ...]:
    """Order indicators for the scoring dialogue: focus first, then open ones, then the rest."""
    return tuple(
        sorted(
            indicators,
            key=lambda one: (one.id not in focus, one.id not in open_ones, one.number),
        )
    )
