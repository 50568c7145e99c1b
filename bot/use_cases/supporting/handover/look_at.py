"""Note that the new coach has looked at what came along."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.supporting.handovers import Handover
from bot.ports import UnitOfWork


def look_at_handover(
    uow: UnitOfWork, person_id: int, handovers: Sequence[Handover], at: datetime
) -> None:
    """Note it of those that came to this person, at an instant (aware); only the first look."""
    uow.handovers.mark_seen([own.id for own in handovers if own.wish.to_id == person_id], at)
