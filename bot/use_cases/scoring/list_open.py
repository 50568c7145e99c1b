"""List what still waits for an actor's view."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import open_among
from bot.ports import Seat, UnitOfWork
from bot.use_cases.scoring.see_own_marks import see_own_marks


@dataclass(frozen=True, slots=True)
class OpenCompetence:
    """A competence with those of its indicators that are open in one perspective."""

    competence: Competence
    waiting: frozenset[int]


@dataclass(frozen=True, slots=True)
class OpenTrack:
    """What is open on one track."""

    track: Track
    competences: tuple[OpenCompetence, ...]

    @property
    def count(self) -> int:
        """Count the open indicators."""
        return sum(len(competence.waiting) for competence in self.competences)


def list_open(
    uow: UnitOfWork,
    seat: Seat,
    track: Track,
    programme: Programme,
    at: datetime,
    since: datetime | None = None,
) -> OpenTrack:
    """List the competences with something open, first those with an open indicator in focus.

    Open is an indicator with neither a mastery nor 'not applicable here' from this perspective,
    since the period opened where one did. Times are aware.
    """
    marks = see_own_marks(uow, seat)
    focus = uow.tracks.read_focus(track.id, at)
    found = []
    for competence in programme.competences:
        ids = [indicator.id for indicator in competence.indicators]
        waiting = open_among(ids, marks, since)
        if waiting:
            found.append(OpenCompetence(competence, waiting))
    found.sort(key=lambda open_: (focus.isdisjoint(open_.waiting), open_.competence.number))
    return OpenTrack(track, tuple(found))
