"""See how the students of a class group stand on each competence, as its teacher or coach may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.days import day_of
from bot.domain.planning.campus.standing import CampusStanding
from bot.domain.planning.matrix import ComeUp, CompetenceAtPlaces
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.ports import UnitOfWork
from bot.use_cases.planning.matrix.see_matrix import see_matrix


@dataclass(frozen=True, slots=True)
class ClassStandings:
    """How a class group stands, by track and competence; `gaps` are its collective gaps.

    `known` says whether anything is known of any workplace.
    """

    programme: Programme
    standings: Mapping[int, Mapping[int, CampusStanding]]
    gaps: frozenset[int]
    known: bool


def see_standings(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], at: datetime, zone: str
) -> ClassStandings:
    """Read the tracks of a class group in one programme; at least one, of those that are seen.

    What comes up at work after the instant (aware) is looked for among the coming contexts, by
    the days of the school's zone.
    """
    (matrix,) = see_matrix(uow, viewer_id, tracks)
    coming = {
        column.track.id: _expect(uow, viewer_id, column.track.id, matrix.programme, at, zone)
        for column in matrix.columns
    }
    standings: dict[int, dict[int, CampusStanding]] = {
        column.track.id: {} for column in matrix.columns
    }
    for line in matrix.lines:
        for column, cell in zip(matrix.columns, line.cells, strict=True):
            expected = coming[column.track.id].get(line.competence.number)
            standings[column.track.id][line.competence.id] = stand(cell, line.gap, expected)
    gaps = frozenset(line.competence.id for line in matrix.lines if line.gap)
    trained = any(cell.trained_at_work for line in matrix.lines for cell in line.cells)
    return ClassStandings(matrix.programme, standings, gaps, trained or bool(gaps))


def _expect(
    uow: UnitOfWork, viewer_id: int, track_id: int, programme: Programme, at: datetime, zone: str
) -> Mapping[int, date]:
    """Find from which day contexts to come train competences at work, by number."""
    if not programme.contexts:
        return {}
    contexts = {context.id: context for context in programme.contexts}
    first: dict[int, date] = {}
    for coming in uow.contexts.list_coming(viewer_id, track_id, at):
        known = contexts.get(coming.context_id)
        for number in known.competences() if known and coming.begins_at > at else ():
            day = day_of(coming.begins_at, zone)
            first[number] = min(day, first.get(number, day))
    return first


def stand(cell: CompetenceAtPlaces, gap: bool, expected: date | None) -> CampusStanding:
    """Say how a student stands on a competence, by what the class matrix says of it.

    The sessions that were had are not known here.
    """
    return CampusStanding(
        gap=gap,
        planned=cell.planned_at_work,
        came_up=cell.at_work is not ComeUp.NOT,
        alone=bool(cell.alone),
        differs=cell.differs,
        supported=cell.shown,
        before=cell.before,
        at_work_from=expected,
    )
