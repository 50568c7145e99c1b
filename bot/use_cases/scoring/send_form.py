"""Send a whole competence in one form: it is recorded, and finished with that."""

from bot.domain.school.frameworks import Programme
from bot.ports import Entry, Seat, UnitOfWork
from bot.use_cases.scoring.seeing.see_standing import Recorded, see_recorded
from bot.use_cases.scoring.store_scores import Occasion, Sayings, store_scores


def send_form(
    uow: UnitOfWork, seat: Seat, programme: Programme, said: Sayings, occasion: Occasion
) -> tuple[Entry, list[Recorded]]:
    """Record what a form says, and finish; raises as `store_scores` does, and stores nothing then.

    So it is compared with the other views at once, and does not wait for more to be said.
    """
    entry, stored = store_scores(uow, seat, [said], occasion)
    uow.sittings.record_done(seat.author_id, seat.track_id, occasion.said_at)
    return entry, see_recorded(uow, seat, programme, [said], stored)
