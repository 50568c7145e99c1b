"""See the next steps of a student, from one's own view: nobody else's marks take part."""

from datetime import datetime

from bot.domain.coaching.next_step import NextStep, next_steps
from bot.domain.school.frameworks import Context, Programme
from bot.domain.school.tracks import Track
from bot.ports import Seat, UnitOfWork
from bot.use_cases.planning.contexts.see_contexts import list_coming
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks


def see_next_steps(
    uow: UnitOfWork,
    seat: Seat,
    track: Track,
    programme: Programme,
    at: datetime,
    tapped: Context | None = None,
) -> tuple[NextStep, ...]:
    """List what lies just beyond what is done alone, by the marks of the seat's own perspective.

    By the contexts that come up at an instant (aware), or by the one that was `tapped` instead.
    """
    if tapped is not None:
        coming: tuple[Context, ...] = (tapped,)
    else:
        coming = list_coming(uow, seat.author_id, track, programme, at)
    return next_steps(programme, see_own_marks(uow, seat), coming)
