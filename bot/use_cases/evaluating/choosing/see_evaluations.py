"""See which evaluations are to be prepared: what students of a class group chose in a period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.evaluating.choosing import LateChoice, has_begun
from bot.domain.periods.period import Period
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.frameworks import CourseComponent, Programme
from bot.domain.school.tracks import Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Prepared:
    """An evaluation to prepare: a course component, and the students for whom it counts."""

    component: CourseComponent
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Evaluations:
    """What a period evaluates of several students of one programme.

    `chosen` are the components that count, by the identity of a track; `late` is what was chosen,
    or taken back, after the window.
    """

    period: Period
    programme: Programme
    tracks: tuple[Track, ...]
    chosen: Mapping[int, tuple[CourseComponent, ...]]
    late: Sequence[LateChoice]

    @property
    def prepared(self) -> tuple[Prepared, ...]:
        """The components that count for anybody, in the order of the programme."""
        found = (
            Prepared(own, tuple(track for track in self.tracks if own in self.chosen[track.id]))
            for own in self.programme.components
        )
        return tuple(evaluation for evaluation in found if evaluation.tracks)

    @property
    def unchosen(self) -> tuple[Track, ...]:
        """The students for whom nothing counts."""
        return tuple(track for track in self.tracks if not self.chosen[track.id])

    def newest_late(self, track: Track, component: CourseComponent) -> LateChoice | None:
        """Find what was said last, late, of a component of a student."""
        own = (
            late
            for late in reversed(self.late)
            if (late.track_id, late.component_id) == (track.id, component.id)
        )
        return next(own, None)

    def taken_back(self, track: Track) -> tuple[CourseComponent, ...]:
        """List the components that no longer count for a student since a teacher said so late."""
        return tuple(
            own
            for own in self.programme.components
            if own not in self.chosen[track.id] and self.newest_late(track, own)
        )


def list_evaluated(uow: UnitOfWork, programme_id: int, at: datetime) -> list[Period]:
    """List the periods whose evaluations are prepared at an instant: their choice has begun.

    Where there is none, it is the newest whose photo is past.
    """
    if not uow.tracks.read_programme(programme_id).components:
        return []
    begun = [own for own in uow.periods.list_of(programme_id) if has_begun(own, at)]
    ahead = [own for own in begun if own.photo_at is None or own.photo_at >= at]
    return ahead or begun[-1:]


def see_evaluations(uow: UnitOfWork, tracks: Sequence[Track], period: Period) -> Evaluations:
    """Read what a period evaluates of tracks; those that are not seen as a class are left out.

    So are those that have ended.
    """
    seen = tuple(
        track
        for track in tracks
        if track.roles & SEES_CLASS_GROUP
        and track.programme_id == period.programme_id
        and track.ended_at is None
    )
    programme = uow.tracks.read_programme(period.programme_id)
    ids = [track.id for track in seen]
    by_track = uow.choices.read_chosen(period, ids)
    chosen = {
        identity: tuple(own for own in programme.components if own.id in by_track.get(identity, ()))
        for identity in ids
    }
    uow.glimpses.count_in(by_track, OpenedKind.CHOICES)
    return Evaluations(period, programme, seen, chosen, uow.choices.list_late(period, ids))
