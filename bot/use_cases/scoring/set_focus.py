"""Set the focus: a mentor or a teacher points at what matters in the coming weeks."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.scoring.focus import focus_until
from bot.domain.scoring.roles import SETS_FOCUS
from bot.ports import Seat, UnitOfWork
from bot.ports.acts import Act


def set_focus(
    uow: UnitOfWork, seat: Seat, indicators: Collection[int], at: datetime, title: str = ""
) -> int:
    """Replace the focus that this author set on a track; gives the entry that undoes it.

    Without indicators there is none from now on.

    It stands for so many weeks from the instant (aware); `title` names it for undo. Source:
    document 004, chapter 3 §6. Raises ValueError for a role that sets none.
    """
    if seat.role not in SETS_FOCUS:
        raise ValueError("the focus is set by the mentor or the teacher")
    before = uow.tracks.read_focus_of(seat.track_id, seat.author_id)
    kept = {"of": seat.track_id, "focus": before}
    entry = uow.acts.record(seat.author_id, Act.FOCUS, at, title, kept)
    uow.tracks.set_focus(seat, indicators, at, focus_until(at))
    return entry
