"""The two three-step scales of a score, and the tally that feeds the second.

Source: document 004, chapter 3 §6 (scoring criteria).
"""

from enum import StrEnum

REGULARLY_FROM = 4
"""From this many times on, coverage is regular: the source says 'more than three times'."""


class Mastery(StrEnum):
    """How well one indicator is mastered, by the norm of the beginning professional."""

    NOT_SHOWN = "X"
    WITH_SUPPORT = "L"
    AUTONOMOUS = "V"

    @property
    def acquired(self) -> bool:
        """Say whether the behaviour is shown, with or without support."""
        return self is not Mastery.NOT_SHOWN

    @property
    def rank(self) -> int:
        """Order the levels: 0 not shown, 1 with support, 2 autonomous."""
        return "XLV".index(self)


class Coverage(StrEnum):
    """How often one indicator has come up."""

    NOT_YET = "N"
    SOMETIMES = "S"
    REGULARLY = "R"

    @property
    def covered(self) -> bool:
        """Say whether it came up at all."""
        return self is not Coverage.NOT_YET

    @property
    def rank(self) -> int:
        """Order the steps: 0 not yet, 1 sometimes, 2 regularly."""
        return "NSR".index(self)


def coverage_of_tally(times: int) -> Coverage:
    """Turn a count of times into the coverage it gives: 0 N, 1 to 3 S, 4 or more R."""
    if times <= 0:
        return Coverage.NOT_YET
    return Coverage.REGULARLY if times >= REGULARLY_FROM else Coverage.SOMETIMES


def raised_by_tally(current: Coverage | None, times: int) -> Coverage:
    """Raise a coverage by a tally; a value set by hand stands until the tally is above it."""
    tallied = coverage_of_tally(times)
    if current is None or tallied.rank > current.rank:
        return tallied
    return current


def came_up(mastery: Mastery | None, coverage: Coverage | None) -> bool:
    """Say whether an indicator came up at least once: so it was said (S, R), or it is shown (L, V).

    X says nothing of it. Ours: it follows from L or V beside N being a contradiction.
    """
    said = coverage is not None and coverage.covered
    return said or (mastery is not None and mastery.acquired)


def contradicts(mastery: Mastery | None, coverage: Coverage | None) -> bool:
    """Say whether somebody shows what never came up: L or V together with N."""
    return mastery is not None and mastery.acquired and coverage is Coverage.NOT_YET
