"""See what happened at the workplaces of a class group since an instant, as its teacher may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery
from bot.ports import UnitOfWork

IndicatorNumbers = tuple[int, int]

AT_WORK = (Role.MENTOR, Role.STUDENT)
"""The perspectives in which it shows what came up at a workplace."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """One student's workplace since the last lesson.

    Indicators go by the numbers of their competence and their own, competences by their number.
    """

    track: Track
    covered: tuple[IndicatorNumbers, ...]
    mastered: tuple[IndicatorNumbers, ...]
    not_here: tuple[IndicatorNumbers, ...]
    missing: tuple[int, ...]

    @property
    def quiet(self) -> bool:
        """Say whether nothing new happened."""
        return not (self.covered or self.mastered or self.not_here)


def see_workplaces(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], since: datetime
) -> list[Workplace]:
    """Read what is newly covered, mastered or not here, and still missing, per student.

    Covered is what the mentor or the student says came up; mastered is what the mentor says is
    done alone; not here is what the mentor says cannot be seen there, a gap for planning; missing
    are the competences of which nothing came up at the workplace yet.
    """
    return [_workplace(uow, viewer_id, track, since) for track in tracks]


def _workplace(uow: UnitOfWork, viewer_id: int, track: Track, since: datetime) -> Workplace:
    programme = uow.tracks.read_programme(track.programme_id)
    numbers = {
        indicator.id: (competence.number, indicator.number)
        for competence in programme.competences
        for indicator in competence.indicators
    }
    covered: set[int] = set()
    mastered: set[int] = set()
    not_here: set[int] = set()
    for (role, indicator), (before, after) in uow.film_reads.read_changed(
        viewer_id, track.id, since
    ).items():
        if role in AT_WORK and indicator in numbers:
            if after.came_up and not before.came_up:
                covered.add(indicator)
            if role is Role.MENTOR and _alone(after) and not _alone(before):
                mastered.add(indicator)
            if role is Role.MENTOR and after.not_here and not before.not_here:
                not_here.add(indicator)
    up = {
        colour.competence_id
        for colour in uow.reads.read_colours(viewer_id, track.id)
        if colour.role in AT_WORK and colour.counts.covered
    }
    new, alone, away = (
        tuple(place for indicator, place in numbers.items() if indicator in found)
        for found in (covered, mastered, not_here)
    )
    return Workplace(
        track,
        new,
        alone,
        away,
        tuple(competence.number for competence in programme.competences if competence.id not in up),
    )


def _alone(mark: Mark) -> bool:
    return mark.mastery is Mastery.AUTONOMOUS
