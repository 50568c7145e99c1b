"""What somebody is in a school beside all roles around a track."""

from enum import StrEnum


class Office(StrEnum):
    """A part that somebody has in a school as a whole; nobody sees a score by it.

    They are named in this order, where somebody has several.
    """

    ADMINISTRATION = "administration"
    """Who runs the school's Kompaan."""
    INDUCTION = "induction"
    """Who coaches the teachers new to dual learning, or is one of them."""
    INTAKE = "intake"
    """Who leads an intake, or takes part in one."""
    SECTOR = "sector"
    """Who speaks for a sector, and is nothing else in the school."""
