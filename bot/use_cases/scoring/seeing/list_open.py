"""List what still waits for an actor's view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from bot.domain.planning.training_plans import Where
from bot.domain.school.frameworks import Competence, PriorRule, Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.asking import LATELY, SKIPPED_FOR, Occasions, Worth, worth_asking
from bot.domain.scoring.film import Mark, open_among
from bot.domain.scoring.focus import begin_with
from bot.domain.scoring.prior import acquired_indicators
from bot.ports import Seat, UnitOfWork
from bot.use_cases.scoring.seeing.see_disputed import see_disputed
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks

PURSUED = {Role.MENTOR: Where.WORKPLACE, Role.TEACHER: Where.CAMPUS}
"""Where the training plan has to pursue a competence for whoever scores it there."""


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
    """What is open on one track, the own marks, and the occasions by which it is worth asking.

    These are read where they are asked for: most who see what is open are asked nothing of it.
    """

    track: Track
    programme: Programme
    competences: tuple[OpenCompetence, ...]
    marks: Mapping[int, Mark]
    find_occasions: Callable[[], Occasions]

    @property
    def count(self) -> int:
        """Count the open indicators."""
        return sum(len(competence.waiting) for competence in self.competences)

    @cached_property
    def occasions(self) -> Occasions:
        """What makes the open indicators worth asking."""
        return self.find_occasions()

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
    return OpenTrack(
        track,
        programme,
        tuple(found),
        marks,
        lambda: _find_occasions(uow, seat, (track, programme, marks), focus, (at, since)),
    )


def _find_occasions(
    uow: UnitOfWork,
    seat: Seat,
    own: tuple[Track, Programme, Mapping[int, Mark]],
    focus: frozenset[int],
    when: tuple[datetime, datetime | None],
) -> Occasions:
    """Read what makes open indicators worth asking at an instant, in a period that opened then."""
    (track, programme, marks), (at, since) = own, when
    return Occasions(
        at,
        since,
        focus,
        see_disputed(uow, seat, track, programme, marks),
        running=(
            uow.contexts.list_running(seat.track_id, at) if programme.contexts else frozenset()
        ),
        taught=_list_taught(uow, seat, at),
        pursued=_list_pursued(uow, seat),
        skipped=uow.skips.read_since(seat, at - SKIPPED_FOR),
        before=_list_before(uow, seat, programme),
    )


def _list_taught(uow: UnitOfWork, seat: Seat, at: datetime) -> frozenset[int]:
    """List the competences of a track's lessons of these weeks, for whoever is on campus."""
    if seat.role is Role.MENTOR:
        return frozenset()
    return uow.lessons.list_taught_lately(seat.track_id, at - LATELY)


def _list_before(uow: UnitOfWork, seat: Seat, programme: Programme) -> frozenset[int]:
    """List what was acquired before the track; nothing is read where the rule counts it not so."""
    if programme.prior_rule is not PriorRule.ACQUIRED:
        return frozenset()
    recognised = uow.claim_reads.list_recognised(seat.author_id, [seat.track_id])
    return acquired_indicators(programme, recognised.get(seat.track_id, ()))


def _list_pursued(uow: UnitOfWork, seat: Seat) -> frozenset[int]:
    """List the competences which the training plan pursues where somebody sees the student."""
    here = PURSUED.get(seat.role)
    if here is None:
        return frozenset()
    plans = uow.training_plans.read_places([seat.track_id]).get(seat.track_id, {})
    return frozenset(
        competence
        for placement, places in plans.items()
        if seat.placement_id in (None, placement)
        for competence, place in places.items()
        if place in (here, Where.BOTH)
    )
