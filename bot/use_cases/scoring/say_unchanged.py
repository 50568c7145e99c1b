"""Say again what did not change since the last time, of all of a track at once."""

from dataclasses import replace

from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.ports import Entry, Seat, UnitOfWork
from bot.use_cases.scoring.seeing.see_standing import Recorded, see_recorded
from bot.use_cases.scoring.seeing.see_unchanged import Unchanged, see_unchanged
from bot.use_cases.scoring.store_scores import Occasion, store_scores


def say_unchanged(
    uow: UnitOfWork, seat: Seat, track: Track, programme: Programme, occasion: Occasion
) -> tuple[Unchanged, Entry | None, list[Recorded]]:
    """Store what can be said again under one entry, which is undone as a whole, and finish.

    What that is, is found anew; there is no entry where it is nothing by now. The entry's title
    begins with the occasion's and names the competences.
    """
    uow.ledger.read_and_hold_marks(seat, [])  # so that nobody says otherwise in between
    found = see_unchanged(uow, seat, track, programme, occasion.said_at)
    if not found.sayings:
        return found, None, []
    numbers = ", ".join(str(said.competence.number) for said in found.sayings)
    titled = replace(occasion, title=f"{occasion.title} · {numbers}")
    entry, stored = store_scores(uow, seat, found.sayings, titled)
    uow.sittings.record_done(seat.author_id, seat.track_id, occasion.said_at)
    return found, entry, see_recorded(uow, seat, programme, found.sayings, stored)
