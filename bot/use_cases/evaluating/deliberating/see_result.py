"""See the result at the workplace as one viewer may: in a photo, or as it stands now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.evaluating.workplace_result import ResultStanding, WorkplaceResult, result_of
from bot.domain.evaluating.workplace_rule import RuleKind
from bot.domain.periods.period import Period
from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.endings import council_since
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.domain.school.visibility import ResultSight, result_sight_of
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.ports import UnitOfWork
from bot.ports.evaluating.workplace import EnteredResult, StatedRule
from bot.ports.periods.photos import Photo


@dataclass(frozen=True, slots=True)
class SeenResult:
    """The result of a track with all that it is made of, as a viewer may see it.

    `photo` is the one that it is of, None for how it stands now; `period` is its period, or the one
    in which results are entered now. `entered` are that period's, the newest first: it counts.
    """

    track: Track
    programme: Programme
    result: WorkplaceResult
    sight: ResultSight
    stated: StatedRule | None = None
    photo: Photo | None = None
    period: Period | None = None
    entered: tuple[EnteredResult, ...] = ()

    @property
    def standing(self) -> ResultStanding | None:
        """How it stands, for whoever sees what it leads to; None where only the sum is seen."""
        return self.result.standing if self.sight is ResultSight.ALL else None

    @property
    def counts_entered(self) -> bool:
        """Say whether the rule is that people enter the result."""
        return self.result.rule is not None and self.result.rule.kind is RuleKind.ENTERED

    @property
    def last(self) -> bool:
        """Say whether the class council decides after this photo."""
        return self.photo is not None and self.period is not None and self.period.last


def see_result(
    uow: UnitOfWork, viewer_id: int, track: Track, photo: Photo | None, at: datetime
) -> SeenResult | None:
    """Read the result of a track in a photo, or as it stands at an instant (aware).

    None where the viewer may not see it, or the track is not in the photo.
    """
    return see_results(uow, viewer_id, [track], photo, at).get(track.id)


@opened_as(OpenedKind.RESULT)
def see_results(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], photo: Photo | None, at: datetime
) -> Mapping[int, SeenResult]:
    """Read the results of several tracks of one programme, by the identity of a track.

    Competences and weights are those of the programme as it is today, and so is the rule: what was
    decided by them is kept with the decision.
    """
    seen = {track.id: track for track in tracks if result_sight_of(track.roles)}
    if not seen:
        return {}
    (programme_id,) = {track.programme_id for track in seen.values()}
    programme = uow.tracks.read_programme(programme_id)
    period = period_of(uow, programme_id, photo, at)
    since, reads, own = council_since(at), uow.workplace_reads, list(seen)
    colours = _read_colours(uow, viewer_id, programme, own, photo, since)
    instant = photo.head.as_of if photo else at
    pursued = reads.list_pursued(viewer_id, own, instant, since)
    entered = reads.list_entered(viewer_id, own, period.id, since) if period else {}
    stated = uow.workplace_results.read_rule(programme_id)
    return {
        track_id: SeenResult(
            track,
            programme,
            result_of(
                stated.rule if stated else None,
                _pursued(programme, colours[track_id], pursued.get(track_id, frozenset())),
                next((own.given for own in entered.get(track_id, ())), None),
            ),
            result_sight_of(track.roles),
            stated,
            photo,
            period,
            tuple(entered.get(track_id, ())),
        )
        for track_id, track in seen.items()
        if track_id in colours
    }


def _pursued(
    programme: Programme, colours: Mapping[int, Colour], pursued: Collection[int]
) -> Mapping[int, Colour]:
    """Keep the colours of what is pursued at work, in the order of the programme."""
    return {
        competence.id: colours.get(competence.id, Colour.GREY)
        for competence in programme.competences
        if competence.id in pursued
    }


def period_of(
    uow: UnitOfWork, programme_id: int, photo: Photo | None, at: datetime
) -> Period | None:
    """Find the period of a photo, or the one that opened last by an instant (aware)."""
    if photo is not None:
        return uow.periods.find(photo.head.period_id)
    opened = [
        period
        for period in uow.periods.list_of(programme_id)
        if period.standing and period.opens_at <= at
    ]
    return max(opened, key=lambda period: period.opens_at, default=None)


def _read_colours(
    uow: UnitOfWork,
    viewer_id: int,
    programme: Programme,
    track_ids: Sequence[int],
    photo: Photo | None,
    since: datetime,
) -> Mapping[int, Mapping[int, Colour]]:
    """Read the colours in the mentor's view; a track that is not in the photo has no entry."""
    if photo is not None:
        frozen = uow.workplace_reads.read_photo(viewer_id, track_ids, photo.id, since)
        return {
            track_id: {own.competence_id: own.colour(photo.head.cut_off) for own in held}
            for track_id, held in frozen.items()
        }
    film = uow.workplace_reads.read_film(viewer_id, track_ids, since)
    return {
        track_id: {
            competence.id: colour_of(
                len(competence.indicators),
                film.get(track_id, {}).get(competence.id, Counts()),
                programme.cut_off,
            )
            for competence in programme.competences
        }
        for track_id in track_ids
    }
