"""See whether a student has no workplace, since one stopped."""

from bot.domain.school.tracks import Track
from bot.domain.supporting.stops import PlacementStop
from bot.ports import UnitOfWork


def see_without_workplace(uow: UnitOfWork, track: Track) -> PlacementStop | None:
    """Find what stopped last where a track that runs has no workplace any more; else None."""
    if track.ended_at is not None:
        return None
    left = [stop for stop in uow.stops.list_of(track.id) if stop.left_at is not None]
    return left[-1] if left and uow.stops.is_without_workplace(track.id) else None
