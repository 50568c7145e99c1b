"""See what somebody said of a track's indicators, in the own perspective alone."""

from collections.abc import Mapping

from bot.domain.school.frameworks import Competence
from bot.domain.scoring.film import Mark
from bot.ports import Seat, UnitOfWork


def see_own_marks(
    uow: UnitOfWork, seat: Seat, competence: Competence | None = None
) -> Mapping[int, Mark]:
    """See the marks of the seat's own perspective by indicator, on one competence or on all."""
    chosen = competence.id if competence else None
    return uow.scoring_reads.read_perspective(seat.author_id, seat.track_id, seat.role, chosen)
