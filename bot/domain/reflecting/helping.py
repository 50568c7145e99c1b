"""Whether feedback helped, as those say who got it: told to who gave it in a sum, never by answer.

Ours. A mentor may have one student, so the sum protects each answer and not who answers: it comes
from five answers on, each counts in one sum alone, so that no two sums can be held against each
other, and near either end it says only that much at least, or at most, so that nobody can tell
what was said of one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST = 5
"""Answers in a sum."""

HIDDEN = 1
"""So many answers could each be otherwise, whatever a sum says."""


class Bound(StrEnum):
    """Whether a sum says a number, or only from where on, or up to where, it is."""

    EXACTLY = "exactly"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class HelpedSum:
    """How often feedback helped, of how many answers."""

    bound: Bound
    helped: int
    of: int


def sum_of(judged: Sequence[bool]) -> HelpedSum | None:
    """Sum up whether feedback helped; None for too few answers."""
    helped, of = sum(judged), len(judged)
    if of < LEAST:
        return None
    if helped <= HIDDEN:
        return HelpedSum(Bound.AT_MOST, HIDDEN, of)
    if helped >= of - HIDDEN:
        return HelpedSum(Bound.AT_LEAST, of - HIDDEN, of)
    return HelpedSum(Bound.EXACTLY, helped, of)
