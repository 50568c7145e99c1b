"""Finish scoring by buttons: what was said need not wait any longer to be compared."""

from datetime import datetime

from bot.domain.school.frameworks import Competence, Programme
from bot.ports import Entry, Seat, UnitOfWork
from bot.use_cases.scoring.seeing.see_standing import CompetenceStanding, see_standing
from bot.use_cases.scoring.store_scores import find_standing_entry


def finish_scoring(
    uow: UnitOfWork,
    seat: Seat,
    programme: Programme,
    competence: Competence,
    entry_id: int | None,
    at: datetime,
) -> tuple[Entry, CompetenceStanding] | None:
    """Finish at an aware instant, and see how the competence stands that was scored last.

    With it comes the entry that the dialogue made; None where it made none that stands.
    """
    uow.sittings.record_done(seat.author_id, seat.track_id, at)
    entry = find_standing_entry(uow, entry_id)
    return (entry, see_standing(uow, seat, programme, competence)) if entry else None
