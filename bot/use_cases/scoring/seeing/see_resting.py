"""See how much of one's own colours rests on marks from before the period."""

from datetime import datetime

from bot.domain.school.frameworks import Programme
from bot.domain.scoring.resting import Resting, resting_on_old
from bot.ports import Seat, UnitOfWork
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks


def see_resting(uow: UnitOfWork, seat: Seat, programme: Programme, since: datetime) -> Resting:
    """Count the colours in the seat's own perspective that rest on marks from before an instant."""
    return resting_on_old(programme, see_own_marks(uow, seat), since)
