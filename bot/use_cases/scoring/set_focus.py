"""Set the focus: a mentor or a teacher points at what matters in the coming weeks."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.scoring.focus import focus_until
from bot.domain.scoring.roles import SETS_FOCUS
from bot.ports import Seat, UnitOfWork


def set_focus(uow: UnitOfWork, seat: Seat, indicators: Collection[int], at: datetime) -> None:
    """Replace the focus that this author set on a track; without indicators there is none now.

    It stands for so many weeks from the instant (aware). Source: document 004, chapter 3 §6.
    Raises ValueError for a role that sets none.
    """
    if seat.role not in SETS_FOCUS:
        raise ValueError("the focus is set by the mentor or the teacher")
    uow.tracks.set_focus(seat, indicators, at, focus_until(at))
