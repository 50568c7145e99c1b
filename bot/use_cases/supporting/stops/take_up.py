"""Take back that a placement stops: it goes on, with its mentors."""

from datetime import datetime, timedelta

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.stops import PlacementStop
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.scoring.undo_entry import LostSight
from bot.use_cases.supporting.stops.tell_stop import tell_goes_on

MENTOR_MAY_FOR = timedelta(days=1)
"""How long a mentor who has left by saying so may take that back; a coach always may."""


def take_up(uow: UnitOfWork, stop: PlacementStop, by: int | None, at: datetime) -> None:
    """Let a placement go on, as somebody who may, or the command line (None)."""
    tell_goes_on(uow, stop, by, at)
    uow.stops.drop(stop.placement_id)
    uow.rights_acts.note(
        stop.organisation_id,
        RightsActKind.TRACK_RESUMED,
        at,
        by=by,
        about=stop.student_id,
        placement=stop.placement_id,
    )


def take_up_as(
    uow: UnitOfWork, person_id: int, track: Track, placement_id: int, at: datetime
) -> PlacementStop | None:
    """Let a placement of a track go on, as its coach or mentor; None where it does not stop."""
    stop = uow.stops.find(placement_id)
    own = {placement.id for placement in track.placements}
    if stop is None or stop.track_id != track.id:
        return None
    if Role.COACH not in track.roles and placement_id not in own:
        return None
    take_up(uow, stop, person_id, at)
    if stop.by_id is not None:
        uow.acts.settle(stop.by_id, Act.STOP, placement_id, at)
    return stop


def put_stop_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Undo a stop; False where it does not stand as it was said.

    Raises LostSight where who said it may not say so any more.
    """
    stop = uow.stops.find(entry.before["of"])
    if stop is None or (stop.by_id, stop.said_at) != (entry.author_id, entry.said_at):
        return False
    if not _may(uow, stop, entry, at):
        raise LostSight
    take_up(uow, stop, entry.author_id, at)
    return True


def _may(uow: UnitOfWork, stop: PlacementStop, entry: Entry, at: datetime) -> bool:
    author = entry.author_id
    if any(coach == author for coach, _zone in uow.alerts.list_coaches(stop.track_id)):
        return True
    if (author, Role.MENTOR) not in uow.stops.list_around(stop.placement_id):
        return False
    return stop.left_at is None or at - entry.said_at <= MENTOR_MAY_FOR
