"""See whether campus and work are tuned for a class group, as its coach may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.planning.sessions import CampusSession, SessionState
from bot.domain.planning.tuning import Tuning, alone_since, count_saved, tune
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.scoring.workplace import SPEAKS_FOR_WORK
from bot.ports import UnitOfWork
from bot.ports.planning.campus import ClassHome
from bot.ports.scoring import CompetencePlace
from bot.use_cases.planning.see_matrix import Matrix, see_matrix


@dataclass(frozen=True, slots=True)
class TunedLine:
    """One competence over a class group, in the order of its students."""

    competence: Competence
    tunings: tuple[Tuning, ...]


@dataclass(frozen=True, slots=True)
class TunedClass:
    """A class group in one programme; `saved` student-sessions are None before any was given."""

    programme: Programme
    tracks: tuple[Track, ...]
    lines: tuple[TunedLine, ...]
    saved: int | None = None


@dataclass(frozen=True, slots=True)
class _Firsts:
    """When something was first said of competences, by track and competence (UTC)."""

    on_campus: Mapping[CompetencePlace, datetime]
    alone: Mapping[CompetencePlace, Sequence[datetime]]


def see_tuning(uow: UnitOfWork, viewer: Person, tracks: Sequence[Track]) -> list[TunedClass]:
    """Read tracks, by programme; those that the viewer does not see as a class are left out."""
    ids = [track.id for track in tracks]
    firsts = _Firsts(
        uow.class_reads.read_first_come_up(viewer.id, ids, Role.TEACHER),
        uow.class_reads.read_first_alone(viewer.id, ids),
    )
    return [
        _tune(matrix, firsts, _list_given(uow, viewer, matrix))
        for matrix in see_matrix(uow, viewer.id, tracks)
    ]


def _list_given(uow: UnitOfWork, viewer: Person, matrix: Matrix) -> list[CampusSession]:
    """List the sessions that were given to a class group, the first ones first."""
    groups = {column.track.class_group_id for column in matrix.columns}
    homes = (
        ClassHome(viewer.organisation_id, group, matrix.programme.id) for group in sorted(groups)
    )
    return [
        session
        for home in homes
        for session in uow.campus.list_sessions(viewer.id, home)
        if session.state is SessionState.GIVEN
    ]


def _tune(matrix: Matrix, firsts: _Firsts, given: Sequence[CampusSession]) -> TunedClass:
    on_campus = dict(firsts.on_campus)
    for session in given:
        for where in session.learned():
            on_campus[where] = min(on_campus.get(where, session.starts_at), session.starts_at)
    alone_at = _since_when_alone(matrix, firsts)
    lines = tuple(
        TunedLine(
            line.competence,
            tuple(
                tune(cell, on_campus=on_campus.get(where), alone_at=alone_at.get(where))
                for column, cell in zip(matrix.columns, line.cells, strict=True)
                for where in [(column.track.id, line.competence.id)]
            ),
        )
        for line in matrix.lines
    )
    competences = [line.competence.id for line in matrix.lines]
    saved = count_saved(given, alone_at, competences) if given else None
    tracks = tuple(column.track for column in matrix.columns)
    return TunedClass(matrix.programme, tracks, lines, saved)


def _since_when_alone(matrix: Matrix, firsts: _Firsts) -> dict[CompetencePlace, datetime]:
    """Say from when on each student showed each competence alone at work, and still does."""
    found = {}
    for line in matrix.lines:
        total = len(line.competence.indicators)
        for column, cell in zip(matrix.columns, line.cells, strict=True):
            where = (column.track.id, line.competence.id)
            since = alone_since(firsts.alone.get(where, ()), total, matrix.programme.cut_off)
            if since and SPEAKS_FOR_WORK in cell.alone:
                found[where] = since
    return found
