"""See how the students of a class group stand on each competence, as its teacher or coach may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.planning.lacking import Standing
from bot.domain.planning.training_plans import Where, join, where_of
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.workplace import SPEAKS_FOR_WORK, met_at_work
from bot.ports import UnitOfWork

SAY = (SPEAKS_FOR_WORK, Role.TEACHER)
"""Whose word says that a competence is shown alone."""


@dataclass(frozen=True, slots=True)
class ClassStandings:
    """How a class group stands, by track and competence; `gaps` are its collective gaps.

    Where nothing is `known` of any workplace there is none.
    """

    programme: Programme
    standings: Mapping[int, Mapping[int, Standing]]
    gaps: frozenset[int]
    known: bool


def see_standings(uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track]) -> ClassStandings:
    """Read the tracks of a class group in one programme; at least one."""
    programme = uow.tracks.read_programme(tracks[0].programme_id)
    ids = [track.id for track in tracks]
    plans = uow.training_plans.read_places(ids)
    offered = uow.activities.list_offered(ids)
    counts = {track: _read_counts(uow, viewer_id, track) for track in ids}
    standings = {
        track: {
            competence.id: _stand(
                programme,
                competence,
                counts[track].get(competence.id, {}),
                join(where_of(plan, competence.id) for plan in plans.get(track, {}).values()),
                offers=competence.id in offered.get(track, ()),
            )
            for competence in programme.competences
        }
        for track in ids
    }
    known = any(plans.get(track) or offered.get(track) or _tells(counts[track]) for track in ids)
    gaps = frozenset(
        competence.id
        for competence in programme.competences
        if known and _is_gap([standings[track][competence.id] for track in ids])
    )
    return ClassStandings(programme, standings, gaps, known)


_Counts = Mapping[int, Mapping[Role, Counts]]


def _read_counts(uow: UnitOfWork, viewer_id: int, track_id: int) -> _Counts:
    found: dict[int, dict[Role, Counts]] = {}
    for seen in uow.reads.read_colours(viewer_id, track_id):
        found.setdefault(seen.competence_id, {})[seen.role] = seen.counts
    return found


def _stand(
    programme: Programme,
    competence: Competence,
    counts: Mapping[Role, Counts],
    place: Where,
    *,
    offers: bool,
) -> Standing:
    total = len(competence.indicators)
    colours = [colour_of(total, counts.get(role, Counts()), programme.cut_off) for role in SAY]
    alone = [colour is Colour.DARK_GREEN for colour in colours]
    scored = [colour is not Colour.GREY for colour in colours]
    return Standing(
        planned_at_work=place.at_work or (place is Where.UNDECIDED and offers),
        came_up=met_at_work(counts),
        alone=any(alone),
        differs=any(alone) and all(scored) and not all(alone),
        supported=any(colour.acquired for colour in colours),
    )


def _tells(counts: _Counts) -> bool:
    said = (own.get(SPEAKS_FOR_WORK, Counts()) for own in counts.values())
    return any(own.covered or own.not_here for own in said)


def _is_gap(standings: Sequence[Standing]) -> bool:
    trained = any(standing.planned_at_work or standing.came_up for standing in standings)
    return not trained and any(standing.is_lacked for standing in standings)
