"""Who has said nothing on which competences while two others have and the photo is near.

No score begins a silence, so it is looked for when the coach's weekly overview is sent.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.divergence.comparison import Case
from bot.domain.divergence.rule import silence
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import Mark
from bot.ports import UnitOfWork
from bot.use_cases.divergence.see_divergence import Course, course_of

MOST_LOOKED_AT = 40
"""Students with whom one is silent, who are looked at in depth for one answer."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A perspective that is silent on some competences, and since when on the newest of them."""

    role: Role
    competences: tuple[Competence, ...]
    since: datetime


def list_silence(
    uow: UnitOfWork, tracks: Sequence[Track], at: datetime
) -> tuple[list[tuple[Track, Silence]], int]:
    """List who is silent on which competences of tracks, and count those that were not looked at.

    Only where two of three have spoken one is silent; of those MOST_LOOKED_AT are looked at.
    """
    courses = {
        programme: course_of(uow, programme, at)
        for programme in {track.programme_id for track in tracks}
    }
    near = [track for track in tracks if _is_near(courses[track.programme_id], at)]
    by_two: set[int] = set()
    for programme in {track.programme_id for track in near}:
        period, own = courses[programme].period, [t.id for t in near if t.programme_id == programme]
        by_two |= {*uow.alerts.list_told_by_two(own, period.opens_at)} if period else set()
    perhaps = [track for track in near if track.id in by_two]
    found = [
        (track, silence)
        for track in perhaps[:MOST_LOOKED_AT]
        for silence in _silent_on(uow, courses[track.programme_id], track, at)
    ]
    return found, len(perhaps[MOST_LOOKED_AT:])


def _is_near(course: Course, at: datetime) -> bool:
    photo_at = course.period.photo_at if course.period else None
    return photo_at is not None and photo_at - at <= course.thresholds.near


def _silent_on(uow: UnitOfWork, course: Course, track: Track, at: datetime) -> list[Silence]:
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
