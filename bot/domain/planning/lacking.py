"""What a student lacks for the campus: by what work gives and by who says that it is shown alone.

Source: document 004, chapter 2 §4 (who has acquired what at work, and who has not); that who shows
a competence alone for mentor or teacher drops out, and stays where they differ, is ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.planning.campus.model import Lack, Need, Student


@dataclass(frozen=True, slots=True)
class Standing:
    """How one student stands on one competence, at work and in the views of mentor and teacher.

    `differs` says that one of them calls it shown alone, and the other scored it otherwise;
    `at_work_from` is the day from which work is expected to give it, where somebody said so.
    """

    planned_at_work: bool = False
    came_up: bool = False
    alone: bool = False
    differs: bool = False
    supported: bool = False
    at_work_from: date | None = None

    @property
    def need(self) -> Need:
        """Why it would be needed on campus, where it is no collective gap."""
        if self.came_up:
            return Need.CAME_UP
        return Need.NOTHING_YET if self.planned_at_work else Need.NOWHERE

    @property
    def is_lacked(self) -> bool:
        """Whether the student needs it on campus."""
        return self.differs or not (self.alone or self.supported)


def student_of(
    track_id: int,
    standings: Mapping[int, Standing],
    gaps: frozenset[int],
    had: Mapping[int, int],
) -> Student:
    """Say what a student lacks by competence, with the sessions had, and what they can join."""
    lacks = {
        competence: Lack(
            Need.GAP if competence in gaps else standing.need,
            had.get(competence, 0),
            standing.at_work_from,
            standing.differs,
        )
        for competence, standing in standings.items()
        if standing.is_lacked
    }
    supported = frozenset(
        competence
        for competence, standing in standings.items()
        if standing.supported and not standing.alone and not standing.is_lacked
    )
    return Student(track_id, lacks, supported)
