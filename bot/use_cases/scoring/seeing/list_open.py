"""List what still waits for an actor's view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.asking import SKIPPED_FOR, Occasions, Worth, worth_asking
from bot.domain.scoring.film import Mark, open_among
from bot.domain.scoring.focus import begin_with
from bot.ports import Seat, UnitOfWork
from bot.use_cases.scoring.seeing.see_disputed import see_disputed
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks


@dataclass(frozen=True, slots=True)
class OpenCompetence:
    """A competence with those of its indicators that are open in one perspective."""

    competence: Competence
    waiting: frozenset[int]

    @property
    def answered(self) -> float:
        """The share of its indicators that are not open, from 0 to 1."""
        return 1 - len(self.waiting) / len(self.competence.indicators)


@dataclass(frozen=True)
class OpenTrack:
    """What is open on one track, and the own marks and occasions by which it is worth asking."""

    track: Track
    programme: Programme
    competences: tuple[OpenCompetence, ...]
    marks: Mapping[int, Mark]
    occasions: Occasions

    @property
    def count(self) -> int:
        """Count the open indicators."""
        return sum(len(competence.waiting) for competence in self.competences)

    @cached_property
    def worth(self) -> tuple[Worth, ...]:
        """List those by which an answer could change something, the most first."""
        return worth_asking(self.programme, self.marks, self.occasions)

    @cached_property
    def few(self) -> tuple[OpenCompetence, ...]:
        """List the few to begin with, by competence: those that matter, then as they come."""
        first = [worth.indicator for worth in self.worth]
        chosen = begin_with((open_.waiting for open_ in self.competences), first)
        place = {indicator: at for at, indicator in enumerate(chosen)}
        found = [
            replace(open_, waiting=open_.waiting & place.keys())
            for open_ in self.competences
            if not open_.waiting.isdisjoint(place)
        ]
        return tuple(sorted(found, key=lambda open_: min(place[i] for i in open_.waiting)))


def list_open(
    uow: UnitOfWork,
    seat: Seat,
    track: Track,
    programme: Programme,
    at: datetime,
    since: datetime | None = None,
) -> OpenTrack:
    """List the competences with something open, those with an open indicator in focus first.

    Then come those of which the least was said. Open is an indicator with neither a mastery nor
    'not applicable here' from this perspective, since the period opened where one did. Times are
    aware.
    """
    marks = see_own_marks(uow, seat)
    focus = uow.tracks.read_focus(track.id, at)
    found = []
    for competence in programme.competences:
        ids = [indicator.id for indicator in competence.indicators]
        waiting = open_among(ids, marks, since)
        if waiting:
            found.append(OpenCompetence(competence, waiting))
    found.sort(
        key=lambda open_: (focus.isdisjoint(open_.waiting), open_.answered, open_.competence.number)
    )
    disputed = see_disputed(uow, seat, track, programme, marks)
    running = uow.contexts.list_running(track.id, at) if programme.contexts else frozenset()
    skipped = uow.skips.read_since(seat, at - SKIPPED_FOR)
    occasions = Occasions(at, since, focus, disputed, running, skipped)
    return OpenTrack(track, programme, tuple(found), marks, occasions)
