"""Count what is still open in one perspective of a track, as its viewer may see it."""

from datetime import datetime

from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import Mark
from bot.ports import UnitOfWork


def count_open(
    uow: UnitOfWork,
    viewer_id: int,
    track: Track,
    role: Role,
    programme: Programme,
    since: datetime | None,
) -> int:
    """Count the indicators that wait for this perspective, since an instant where there is one."""
    marks = uow.reads.read_perspective(viewer_id, track.id, role)
    return sum(
        marks.get(indicator.id, Mark()).is_open(since)
        for competence in programme.competences
        for indicator in competence.indicators
    )
