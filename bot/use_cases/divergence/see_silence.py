"""Who has said nothing on which competences while two others have and the photo is near.

No score begins a silence, so it is looked for when the coach's weekly overview is sent.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.divergence.comparison import Case
from bot.domain.divergence.rule import silence
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import Mark
from bot.ports import UnitOfWork
from bot.use_cases.divergence.see_divergence import Course, course_of


@dataclass(frozen=True, slots=True)
class Silence:
    """A perspective that is silent on some competences, and since when on the newest of them."""

    role: Role
    competences: tuple[Competence, ...]
    since: datetime


def silent_on(uow: UnitOfWork, track: Track, at: datetime) -> list[Silence]:
    """List who is silent on which competences of a track."""
    course = course_of(uow, track.programme_id, at)
    period = course.period
    if period is None or period.photo_at is None:
        return []
    if period.photo_at - at > course.thresholds.near:
        return []
    marks = uow.alerts.read_marks_of_track(track.id)
    found: dict[Role, list[tuple[Competence, datetime]]] = defaultdict(list)
    for competence in course.programme.competences:
        silent = silence(_case(course, competence, marks.get(competence.id, {}), at))
        if silent is not None:
            found[silent.sides[0][0]].append((competence, silent.since))
    return [
        Silence(role, tuple(own for own, _since in silent), max(since for _own, since in silent))
        for role, silent in found.items()
    ]


def _case(
    course: Course, competence: Competence, own: Mapping[Role, Mapping[int, Mark]], at: datetime
) -> Case:
    return Case(
        indicators=tuple(indicator.id for indicator in competence.indicators),
        marks=own,
        now=at,
        cut_off=course.programme.cut_off,
        thresholds=course.thresholds,
        opened_at=course.period.opens_at if course.period else None,
        photo_at=course.period.photo_at if course.period else None,
    )
