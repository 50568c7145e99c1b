"""Count what is still open in one perspective of a track, as its viewer may see it."""

from datetime import datetime

from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import open_among
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
    marks = uow.scoring_reads.read_perspective(viewer_id, track.id, role)
    indicators = (
        indicator.id for competence in programme.competences for indicator in competence.indicators
    )
    return len(open_among(indicators, marks, since))
