"""See what happened at the workplaces of a class group since an instant, as its teacher may."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Counts
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery
from bot.domain.scoring.workplace import SPEAKS_FOR_WORK, met_at_work
from bot.ports import UnitOfWork

IndicatorNumbers = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Workplace:
    """One student's workplace since the last lesson.

    Indicators go by the numbers of their competence and their own, competences by their number.
    """

    track: Track
    covered: tuple[IndicatorNumbers, ...]
    mastered: tuple[IndicatorNumbers, ...]
    not_here: tuple[IndicatorNumbers, ...]
    claimed: tuple[IndicatorNumbers, ...]
    missing: tuple[int, ...]

    @property
    def quiet(self) -> bool:
        """Say whether nothing new happened."""
        return not (self.covered or self.mastered or self.not_here or self.claimed)


def see_workplaces(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], since: datetime
) -> list[Workplace]:
    """Read what is newly covered, mastered or not here, and still missing, per student.

    Covered is what the mentor says came up, mastered what is done alone; not here is what the
    mentor says cannot be seen there, a gap for planning; missing are the competences of which
    nothing came up at the workplace yet. Claimed is what the student alone says came up.
    """
    return [_workplace(uow, viewer_id, track, since) for track in tracks]


def _workplace(uow: UnitOfWork, viewer_id: int, track: Track, since: datetime) -> Workplace:
    programme = uow.tracks.read_programme(track.programme_id)
    numbers = {
        indicator.id: (competence.number, indicator.number)
        for competence in programme.competences
        for indicator in competence.indicators
    }
    found: dict[str, set[int]] = defaultdict(set)
    changed = uow.film_reads.read_changed(viewer_id, track.id, since)
    for (role, indicator), (before, after) in changed.items():
        for news in _news(role, before, after):
            found[news].add(indicator)
    found["claimed"] -= found["covered"]
    counts: dict[int, dict[Role, Counts]] = defaultdict(dict)
    for colour in uow.reads.read_colours(viewer_id, track.id):
        counts[colour.competence_id][colour.role] = colour.counts
    said, alone, away, claims = (
        tuple(place for indicator, place in numbers.items() if indicator in found[news])
        for news in ("covered", "mastered", "not_here", "claimed")
    )
    missing = (
        competence.number
        for competence in programme.competences
        if not met_at_work(counts[competence.id])
    )
    return Workplace(track, said, alone, away, claims, tuple(missing))


def _news(role: Role, before: Mark, after: Mark) -> Iterator[str]:
    """List what is new of an indicator in one perspective."""
    came_up = after.came_up and not before.came_up
    if role is Role.STUDENT and came_up:
        yield "claimed"
    if role is not SPEAKS_FOR_WORK:
        return
    if came_up:
        yield "covered"
    if _alone(after) and not _alone(before):
        yield "mastered"
    if after.not_here and not before.not_here:
        yield "not_here"


def _alone(mark: Mark) -> bool:
    return mark.mastery is Mastery.AUTONOMOUS
