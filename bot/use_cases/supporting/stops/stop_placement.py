"""Say that a placement stops; its track goes on, and so does everything that was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.days import day_of
from bot.domain.school.endings import PlacementLife
from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.stops import FARTHEST_DAYS, PlacementStop, Stopping
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.supporting.stops.tell_stop import tell_stop


class AlreadyStopped(Exception):
    """It was said before, or the placement has ended."""


class FarLastDay(Exception):
    """The last day is so far away that it must be a slip."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """What was stored: the stop, the entry that undo takes back, and who is told, by name."""

    stop: PlacementStop
    entry: int
    told: Sequence[str]


def list_stoppable(uow: UnitOfWork, track: Track) -> list[PlacementLife]:
    """List the running placements of a track of which this person may say that they stop."""
    return [life for life in uow.endings.list_of_track(track.id) if _is_theirs(life, track)]


def find_stoppable(
    uow: UnitOfWork, tracks: Sequence[Track], placement_id: int
) -> tuple[Track, PlacementLife] | None:
    """Find a running placement among tracks, where this person may say that it stops."""
    life = uow.endings.find(placement_id)
    track = next((own for own in tracks if life and own.id == life.track_id), None)
    if life is None or track is None or not _is_theirs(life, track):
        return None
    return track, life


def _is_theirs(life: PlacementLife, track: Track) -> bool:
    own = {placement.id for placement in track.placements}
    return life.ended_at is None and (Role.COACH in track.roles or life.id in own)


def stop_placement(
    uow: UnitOfWork, person_id: int, life: PlacementLife, said: Stopping, at: datetime
) -> Stopped:
    """Say that a placement stops, as somebody who may, at an instant (aware).

    Its mentors leave after the last day, at once where that is over. Raises AlreadyStopped and
    FarLastDay, and stores nothing then.
    """
    stop, told = stop_at(uow, life, person_id, said, at)
    entry = uow.acts.record(person_id, Act.STOP, at, before={"of": life.id})
    names = [known.name for who in told if (known := uow.people.find(who)) is not None]
    return Stopped(stop, entry, names)


def stop_at(
    uow: UnitOfWork, life: PlacementLife, by: int | None, said: Stopping, at: datetime
) -> tuple[PlacementStop, Sequence[int]]:
    """Store that a placement stops, and tell who is to hear it; `by` is None for the command line.

    Raises AlreadyStopped and FarLastDay.
    """
    if life.ended_at is not None or uow.stops.find(life.id) is not None:
        raise AlreadyStopped
    today = day_of(at, uow.worlds.read_zone(life.track_id))
    if abs((said.last_day - today).days) > FARTHEST_DAYS:
        raise FarLastDay
    stop = uow.stops.keep(life.id, by, said, at)
    told = tell_stop(uow, stop, at)
    uow.rights_acts.note(
        stop.organisation_id,
        RightsActKind.PLACEMENT_STOPPED,
        at,
        by=by,
        about=stop.student_id,
        placement=life.id,
    )
    if said.last_day < today:
        uow.stops.leave([life.id], at)
    return stop, told
