"""Whom somebody can turn to who is in danger: the school's own text, or the coaches by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.school.tracks import Person, Role, Track
from bot.ports import UnitOfWork

NAMED = 3
"""People named at most: of a mentor's many students not every coach."""


@dataclass(frozen=True, slots=True)
class Help:
    """A person to turn to: in the school's own words where it has any, and coaches by name.

    The values say which roles those coaches have around the same students; `away` are those of them
    who are known to be away.
    """

    own: str
    coaches: Mapping[str, frozenset[Role]]
    away: frozenset[str] = frozenset()


def whom_to_turn_to(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], at: datetime | None = None
) -> Help:
    """Find whom to turn to: the coaches of somebody's own tracks, or of those they are around.

    With an instant (aware) it is said as well who of them is away then.
    """
    own = [track for track in tracks if Role.STUDENT in track.roles] or tracks
    ids = [coach for track in own for coach, _zone in uow.alerts.list_coaches(track.id)]
    others = [coach for coach in dict.fromkeys(ids) if coach != person.id][:NAMED]
    seats = [seat for track in own for seat in uow.interventions.list_scorers(track.id)]
    roles = {
        coach: frozenset({Role.COACH, *(role for scorer, role in seats if scorer == coach)})
        for coach in others
    }
    found = {coach: uow.people.find(coach) for coach in others}
    named = {known.name: roles[coach] for coach, known in found.items() if known is not None}
    gone = uow.absences.list_known(others, at) if at else {}
    away = frozenset(known.name for coach, known in found.items() if known and coach in gone)
    return Help(uow.people.read_care(person.organisation_id), named, away)


def list_names_around(uow: UnitOfWork, tracks: Sequence[Track]) -> Sequence[str]:
    """List the names of the students of these tracks, and of everybody around them."""
    ids = {coach for track in tracks for coach, _zone in uow.alerts.list_coaches(track.id)}
    ids |= {who for track in tracks for who, _role in uow.interventions.list_scorers(track.id)}
    found = [uow.people.find(who) for who in sorted(ids)]
    around = [known.name for known in found if known is not None]
    return [*(track.student for track in tracks), *around]
