"""Take ended placements up again, with everybody who was around them."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.endings import PlacementLife
from bot.ports import UnitOfWork


def resume_placements(
    uow: UnitOfWork, placements: Collection[PlacementLife], at: datetime, by: int | None = None
) -> list[PlacementLife]:
    """Take up again those placements that have ended, as `by` wishes in a chat, and note it.

    A track with one goes on. Returns them.
    """
    ended = [life for life in placements if life.ended_at is not None]
    if ended:
        uow.endings.resume([life.id for life in ended])
    for life in ended:
        noted = (life.organisation_id, RightsActKind.TRACK_RESUMED, at, by, life.person_id)
        uow.rights_acts.note(*noted, track=life.track_id, placement=life.id)
    return ended


def last_ended(placements: Collection[PlacementLife]) -> list[PlacementLife]:
    """Find what ended last: of a track that has ended, what ran until then."""
    ends = [life.ended_at for life in placements if life.ended_at is not None]
    return [life for life in placements if ends and life.ended_at == max(ends)]
