"""See whether campus and work are tuned for a class group, as its coach may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.planning.tuning import Tuning, alone_since, tune
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.scoring import CompetencePlace
from bot.use_cases.planning.see_matrix import Matrix, MatrixLine, see_matrix


@dataclass(frozen=True, slots=True)
class TunedLine:
    """One competence over a class group, in the order of its students."""

    competence: Competence
    tunings: tuple[Tuning, ...]


@dataclass(frozen=True, slots=True)
class TunedClass:
    """A class group in one programme."""

    programme: Programme
    tracks: tuple[Track, ...]
    lines: tuple[TunedLine, ...]


@dataclass(frozen=True, slots=True)
class _Firsts:
    """When something was first said of competences, by track and competence (UTC)."""

    on_campus: Mapping[CompetencePlace, datetime]
    alone: Mapping[CompetencePlace, Sequence[datetime]]


def see_tuning(uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track]) -> list[TunedClass]:
    """Read tracks, by programme; those that the viewer does not see as a class are left out."""
    ids = [track.id for track in tracks]
    firsts = _Firsts(
        uow.class_reads.read_first_come_up(viewer_id, ids, Role.TEACHER),
        uow.class_reads.read_first_alone(viewer_id, ids),
    )
    return [
        TunedClass(
            matrix.programme,
            tuple(column.track for column in matrix.columns),
            tuple(_line(matrix, line, firsts) for line in matrix.lines),
        )
        for matrix in see_matrix(uow, viewer_id, tracks)
    ]


def _line(matrix: Matrix, line: MatrixLine, firsts: _Firsts) -> TunedLine:
    tunings, cut_off = [], matrix.programme.cut_off
    total = len(line.competence.indicators)
    for column, cell in zip(matrix.columns, line.cells, strict=True):
        where = (column.track.id, line.competence.id)
        alone_at = alone_since(firsts.alone.get(where, ()), total, cut_off)
        tunings.append(tune(cell, on_campus=firsts.on_campus.get(where), alone_at=alone_at))
    return TunedLine(line.competence, tuple(tunings))
