"""Focus indicators: begin with a few important ones, and widen.

Source: document 004, chapter 3 §6; how long a focus lasts is ours.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.domain.school.frameworks import Indicator

FOCUS_LASTS = timedelta(weeks=4)
"""How long a focus stands unless it is set anew."""


A_FEW = 8
"""How many indicators are asked for at once: a week's worth, a quarter of an hour."""

A_FEW_CHOICES = (3, 5, 7)
"""How many questions somebody may want in one sitting."""
A_FEW_AT_FIRST = 5
"""How many that is until they choose."""


def begin_with(
    waiting: Iterable[frozenset[int]], first: Sequence[int], few: int = A_FEW
) -> tuple[int, ...]:
    """Choose the open indicators to begin with: those that matter first, then the rest.

    `first` are those that matter, the most first; `waiting` holds the open ones of each competence,
    in the order in which they are asked.
    """
    everything = list(dict.fromkeys(indicator for group in waiting for indicator in sorted(group)))
    known = set(everything)
    matter = (indicator for indicator in first if indicator in known)
    return tuple(dict.fromkeys([*matter, *everything]))[:few]


def focus_until(said_at: datetime) -> datetime:
    """Work out when a focus ends that is set at this instant."""
    return said_at + FOCUS_LASTS


def in_asking_order(
    indicators: Iterable[Indicator], focus: frozenset[int], waiting: frozenset[int]
) -> tuple[Indicator, ...]:
    """Order indicators for the scoring dialogue: focus first, then open ones, then the rest."""
    return tuple(
        sorted(
            indicators,
            key=lambda indicator: (
                indicator.id not in focus,
                indicator.id not in waiting,
                indicator.number,
            ),
        )
    )
