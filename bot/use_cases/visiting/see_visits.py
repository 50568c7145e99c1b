"""See how it stands with the visits of a coach: who was not visited for too long comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.school.accompanying import VisitSight, visit_sight_of
from bot.domain.school.tracks import Track
from bot.domain.visiting.visits import Placed, Visit, next_by
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class VisitStanding:
    """One placement: the visit that is asked for or planned, the last one, and what is owed.

    `owed_by` is the day by which the next is owed; None where it is owed at once.
    """

    placed: Placed
    to_come: Visit | None
    last: Visit | None
    owed_by: date | None

    def is_late(self, today: date) -> bool:
        """Say whether the next visit is owed, and is not planned."""
        planned = self.to_come is not None and self.to_come.planned_for is not None
        return not planned and (self.owed_by is None or self.owed_by < today)


def list_minuted(tracks: Sequence[Track]) -> list[int]:
    """List the tracks of which their viewer sees the minutes of visits, and what was promised."""
    return [track.id for track in tracks if visit_sight_of(track.roles) is VisitSight.ALL]


def see_visits(uow: UnitOfWork, tracks: Sequence[Track]) -> list[VisitStanding]:
    """Read how it stands at every running placement of tracks, what is owed first on top."""
    ids = [track.id for track in tracks if visit_sight_of(track.roles) >= VisitSight.DAYS]
    if not ids:
        return []
    to_come: dict[int, Visit] = {}
    for visit in uow.visits.list_to_come(ids):
        to_come.setdefault(visit.placed.placement_id, visit)
    held: dict[int, list[Visit]] = {}
    for visit in uow.visits.list_held(ids):
        held.setdefault(visit.placed.placement_id, []).append(visit)
    standings = [
        VisitStanding(
            placed,
            to_come.get(placed.placement_id),
            next(iter(held.get(placed.placement_id, ())), None),
            next_by(
                placed.starts_on,
                [visit.held_on for visit in held.get(placed.placement_id, ()) if visit.held_on],
            ),
        )
        for placed in uow.visits.list_placed(ids)
    ]
    return sorted(standings, key=lambda standing: standing.owed_by or date.min)


def see_visits_at(
    uow: UnitOfWork, tracks: Sequence[Track], placement_id: int
) -> VisitStanding | None:
    """Read how it stands at one placement of these tracks; None where it is none of them."""
    return next(
        (own for own in see_visits(uow, tracks) if own.placed.placement_id == placement_id), None
    )
