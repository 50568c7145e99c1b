"""List what still waits for an actor's view."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark
from bot.ports import Seat, UnitOfWork


@dataclass(frozen=True, slots=True)
class OpenCompetence:
    """A competence with the indicators that are open in one perspective, focus ones counted."""

    competence: Competence
    open_ones: frozenset[int]
    in_focus: frozenset[int]


@dataclass(frozen=True, slots=True)
class OpenTrack:
    """What is open on one track."""

    track: Track
    competences: tuple[OpenCompetence, ...]

    @property
    def count(self) -> int:
        """Count the open indicators."""
        return sum(len(one.open_ones) for one in self.competences)


def own_marks(
    uow: UnitOfWork, seat: Seat, competence: Competence | None = None
) -> Mapping[int, Mark]:
    """Read the marks of the seat's own perspective by indicator, on one competence or on all."""
    chosen = competence.id if competence else None
    return uow.reads.read_perspective(seat.author_id, seat.track_id, seat.role, chosen)


def list_open(
    uow: UnitOfWork,
    seat: Seat,
    track: Track,
    programme: Programme,
    at: datetime,
    since: datetime | None = None,
) -> OpenTrack:
    """List the competences with something open, those with focus indicators first.

    Open is an indicator with neither a mastery nor 'not applicable here' from this perspective,
    since the period opened where one did.
    """
    marks = own_marks(uow, seat)
    focus = uow.tracks.read_focus(track.id, at)
    found = []
    for competence in programme.competences:
        ids = [indicator.id for indicator in competence.indicators]
        waiting = frozenset(i for i in ids if marks.get(i, Mark()).is_open(since))
        if waiting:
            found.append(OpenCompetence(competence, waiting, focus.intersection(ids)))
    found.sort(key=lambda one: (not one.in_focus & one.open_ones, one.competence.number))
    return OpenTrack(track, tuple(found))
