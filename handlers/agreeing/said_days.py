"""The days of an agreement in words: 'from 1 October until 30 June', either of both, or none."""

import re
from datetime import date

from bot.domain.days import months_on
from bot.domain.folding import fold
from handlers.talking.meaning.near_days import named_days, reaches

_FROM = frozenset(("from", "vanaf", "van", "ab", "von", "vom", "des", "du", "depuis", "begin"))
_UNTIL = frozenset((
    "until", "till", "to", "tot", "t/m", "tem", "jusqu'a", "jusqu'au", "bis", "-",
))  # fmt: skip
"""Words before a first and before a last day, folded, in four languages."""

_YEAR = re.compile(r"\d{4}", re.ASCII)
_MONTHS = 12
_BOTH = 2


def read_span(text: str, today: date) -> tuple[date | None, date | None]:
    """Read the first and the last day; a day alone is the first, unless 'until' stands before it.

    None for what is not said, and for both where words say something else: '3.2 v 4.1 x' is none.
    A last day without its year comes after the first.
    """
    said = [word for word in fold(text).replace("–", "-").split() if word not in _FROM]
    at = next((at for at, word in enumerate(said) if word in _UNTIL), len(said))
    before, behind = " ".join(said[:at]), " ".join(said[at + 1 :])
    begun = [*named_days(before, today)] if reaches(before, today) else []
    if at == len(said):
        first, last = [*begun, None, None][:2]
        return (first, last) if len(begun) <= _BOTH else (None, None)
    last = reaches(behind, today)
    if last is None or len(begun) > 1 or (before and not begun):
        return None, None
    first = begun[0] if begun else None
    return first, last if first is None else not_before(last, first, behind)


def not_before(day: date, first: date, text: str) -> date:
    """Take the next year where a day that is written without one would be before another."""
    return months_on(day, _MONTHS) if day < first and not _YEAR.search(text) else day
