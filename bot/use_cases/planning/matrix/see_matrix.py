"""See what the workplaces of a class group train, as its teacher or coach may."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.planning.matrix import (
    CompetenceAtPlaces,
    is_collective_gap,
    is_collectively_covered,
    place_competence,
    tells_of_work,
)
from bot.domain.planning.training_plans import Where, join, where_of
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Counts, colour_of
from bot.domain.scoring.prior import Recognised, is_acquired_before
from bot.ports import UnitOfWork
from bot.ports.scoring import Company, CompetencePlace


@dataclass(frozen=True, slots=True)
class Planned:
    """What training plans and activity lists say of tracks, by the identity of a track.

    `places` go by placement and competence, `offered` are the competences in a workplace's list.
    """

    places: Mapping[int, Mapping[int, Mapping[int, Where]]]
    offered: Mapping[int, frozenset[int]]

    def place(self, track_id: int, competence_id: int) -> Where:
        """Say where all plans of a track pursue a competence together."""
        plans = self.places.get(track_id, {}).values()
        return join(where_of(plan, competence_id) for plan in plans)

    def is_offered(self, track_id: int, competence_id: int) -> bool:
        """Say whether a workplace of a track can offer a competence, by its list."""
        return competence_id in self.offered.get(track_id, frozenset())

    def at_places(self, track_id: int, competence_id: int) -> CompetenceAtPlaces:
        """Say what is planned and offered of a competence, whatever came of it."""
        where = (track_id, competence_id)
        return CompetenceAtPlaces(self.place(*where), self.is_offered(*where))

    def is_known(self, track_id: int) -> bool:
        """Say whether anything is planned or offered at all."""
        plans = self.places.get(track_id, {}).values()
        decided = any(place is not Where.UNDECIDED for plan in plans for place in plan.values())
        return decided or bool(self.offered.get(track_id))


@dataclass(frozen=True, slots=True)
class Column:
    """A student of a class group with the running workplaces."""

    track: Track
    companies: tuple[Company, ...]


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One competence over a class group, in the order of its columns."""

    competence: Competence
    cells: tuple[CompetenceAtPlaces, ...]
    gap: bool
    covered: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """A class group in one programme: competences by students with their company."""

    programme: Programme
    columns: tuple[Column, ...]
    lines: tuple[MatrixLine, ...]


def read_planned(uow: UnitOfWork, tracks: Collection[int]) -> Planned:
    """Read what training plans and activity lists say of tracks."""
    return Planned(uow.training_plans.read_places(tracks), uow.activities.list_offered(tracks))


def see_matrix(uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track]) -> list[Matrix]:
    """Read tracks, by programme; those that the viewer does not see as a class are left out.

    Source: document 004, chapter 2 §4 (the overview of a class group).
    """
    companies = uow.class_reads.read_companies(viewer_id, [track.id for track in tracks])
    seen = [track for track in tracks if track.id in companies]
    said = _read_said(uow, viewer_id, [track.id for track in seen])
    columns: dict[int, list[Column]] = defaultdict(list)
    for track in seen:
        columns[track.programme_id].append(Column(track, tuple(companies[track.id])))
    return [
        _arrange(uow.tracks.read_programme(programme_id), own, said)
        for programme_id, own in columns.items()
    ]


@dataclass(frozen=True, slots=True)
class _Said:
    """What is planned and said of several tracks, by the identities of track and competence."""

    planned: Planned
    counts: Mapping[CompetencePlace, Mapping[Role, Counts]]
    regular: frozenset[CompetencePlace]
    recognised: Mapping[int, Sequence[Recognised]]


def _read_said(uow: UnitOfWork, viewer_id: int, tracks: Collection[int]) -> _Said:
    return _Said(
        read_planned(uow, tracks),
        uow.class_reads.read_counts(viewer_id, tracks),
        uow.class_reads.list_regular(viewer_id, tracks),
        uow.claim_reads.list_recognised(viewer_id, tracks),
    )


def _arrange(programme: Programme, columns: Sequence[Column], said: _Said) -> Matrix:
    tracks = [column.track.id for column in columns]
    own = (counts for (track, _competence), counts in said.counts.items() if track in tracks)
    known = any(map(said.planned.is_known, tracks)) or tells_of_work(own)
    lines = []
    for competence in programme.competences:
        cells = tuple(_place(programme, competence, track, said) for track in tracks)
        gap = is_collective_gap(cells, known=known)
        lines.append(MatrixLine(competence, cells, gap, is_collectively_covered(cells)))
    return Matrix(programme, tuple(columns), tuple(lines))


def _place(
    programme: Programme, competence: Competence, track_id: int, said: _Said
) -> CompetenceAtPlaces:
    where, total = (track_id, competence.id), len(competence.indicators)
    counts = said.counts.get(where, {})
    return place_competence(
        counts,
        {role: colour_of(total, own, programme.cut_off) for role, own in counts.items()},
        place=said.planned.place(*where),
        offered=said.planned.is_offered(*where),
        regularly=where in said.regular,
        before=is_acquired_before(programme, competence, said.recognised.get(track_id, ())),
    )
