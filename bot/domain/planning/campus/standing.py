"""What of one competence a student lacks on campus, from what is planned and what was seen.

Source: document 004, chapter 2 §4: what is collectively covered comes last, a gap comes first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.planning.campus.model import Lack, Need, Student


@dataclass(frozen=True, slots=True)
class CampusStanding:
    """How a student stands for one competence."""

    alone: bool = False
    """Mentor or teacher says that it is shown alone."""
    differs: bool = False
    """The other of these two scored it otherwise."""
    supported: bool = False
    """Mentor or teacher says that it is shown with support."""
    gap: bool = False
    """It is a collective gap of the class."""
    planned: bool = False
    """It is planned at the student's work, or offered there where nothing is decided."""
    came_up: bool = False
    """Something of it came up at the student's work."""
    before: bool = False
    """By the programme's rule it was acquired before the track."""
    had: int = 0
    """Sessions of it that the student was given."""
    at_work_from: date | None = None


def student_of(track: int, standings: Mapping[int, CampusStanding]) -> Student:
    """Say what a student lacks, and in what the student may join, by competence."""
    lacks = {number: lack_of(standing) for number, standing in standings.items()}
    return Student(
        track,
        {number: lack for number, lack in lacks.items() if lack is not None},
        frozenset(
            number
            for number, standing in standings.items()
            if lacks[number] is None and not standing.alone
        ),
    )


def lack_of(standing: CampusStanding) -> Lack | None:
    """Say what a student lacks of a competence; None where it is shown.

    Who shows it alone drops out. Where mentor and teacher differ the student stays. Who shows it
    with support, or had acquired it before, lacks nothing, unless a group is at work on it: that is
    kept together.
    """
    if standing.before and not standing.had:
        return None
    if standing.alone and not standing.differs:
        return None
    if standing.supported and not standing.differs and not standing.had:
        return None
    return Lack(_need(standing), standing.had, standing.at_work_from, standing.differs)


def _need(standing: CampusStanding) -> Need:
    if standing.gap:
        return Need.GAP
    if standing.came_up:
        return Need.CAME_UP
    return Need.NOTHING_YET if standing.planned else Need.NOWHERE
