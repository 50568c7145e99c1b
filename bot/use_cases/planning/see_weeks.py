"""See, week by week, what came up at work of what was planned there, as a class's teacher may."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from bot.domain.days import day_of
from bot.domain.periods.period import current
from bot.domain.planning.matrix import week_of
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.workplace import SPEAKS_FOR_WORK
from bot.ports import UnitOfWork
from bot.ports.scoring import CompetencePlace
from bot.use_cases.planning.see_matrix import Column, Matrix, see_matrix


@dataclass(frozen=True, slots=True)
class StudentWeeks:
    """A student's plan at work against reality: in which week, and what is still awaited.

    The week counts from where the placement began, or the period that is open; None where neither
    is known.
    """

    column: Column
    week: int | None
    planned: int
    awaited: tuple[Competence, ...]


@dataclass(frozen=True, slots=True)
class ClassWeeks:
    """A class group in one programme; `came_up` counts by week, with all weeks before."""

    programme: Programme
    students: tuple[StudentWeeks, ...]
    planned: int
    came_up: Mapping[int, int]


def see_weeks(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], at: datetime, zone: str
) -> list[ClassWeeks]:
    """Read tracks, by programme, at an instant (aware), by the calendar of a zone."""
    ids = [track.id for track in tracks]
    first = uow.class_reads.read_first_come_up(viewer_id, ids, SPEAKS_FOR_WORK)
    days = {where: day_of(when, zone) for where, when in first.items()}
    return [
        _of_class(matrix, days, day_of(at, zone), _opened(uow, matrix, at, zone))
        for matrix in see_matrix(uow, viewer_id, tracks)
    ]


def _opened(uow: UnitOfWork, matrix: Matrix, at: datetime, zone: str) -> date | None:
    period = current(uow.periods.list_of(matrix.programme.id), at)
    return day_of(period.opens_at, zone) if period else None


def _of_class(
    matrix: Matrix, days: Mapping[CompetencePlace, date], today: date, opened: date | None
) -> ClassWeeks:
    students, came_up = [], Counter[int]()
    for place, column in enumerate(matrix.columns):
        since = _began(column) or opened
        planned = [line for line in matrix.lines if line.cells[place].planned_at_work]
        awaited = tuple(line.competence for line in planned if line.cells[place].awaited)
        week = week_of(today, since) if since else None
        students.append(StudentWeeks(column, week, len(planned), awaited))
        for line in planned:
            day = days.get((column.track.id, line.competence.id))
            if since and day and not line.cells[place].awaited:
                came_up[week_of(day, since)] += 1
    total = sum(student.planned for student in students)
    weeks = sorted(came_up)
    summed = dict(zip(weeks, accumulate(came_up[week] for week in weeks), strict=True))
    return ClassWeeks(matrix.programme, tuple(students), total, summed)


def _began(column: Column) -> date | None:
    return min((own.starts_on for own in column.companies if own.starts_on), default=None)
