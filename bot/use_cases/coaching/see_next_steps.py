"""See the next steps of a student, from one's own view: nobody else's marks take part."""

from bot.domain.coaching.next_step import NextStep, next_steps
from bot.domain.school.frameworks import Context, Programme
from bot.ports import Seat, UnitOfWork
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks


def see_next_steps(
    uow: UnitOfWork, seat: Seat, programme: Programme, coming: Context | None = None
) -> tuple[NextStep, ...]:
    """List what lies just beyond what is done alone, by the marks of the seat's own perspective.

    `coming` is the context that comes up.
    """
    return next_steps(programme, see_own_marks(uow, seat), (coming,) if coming else ())
