"""Who has said nothing on which competences while two others have and the photo is near.

No score begins a silence, so it is looked for when the coach's weekly overview is sent.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from bot.domain.divergence.comparison import Case
from bot.domain.divergence.rule import silence
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import Mark
from bot.ports import UnitOfWork
from bot.use_cases.divergence.see_divergence import course_of


def silent_on(uow: UnitOfWork, track: Track, at: datetime) -> Mapping[Role, list[int]]:
    """List on which competences each perspective is silent, by their numbers."""
    course = course_of(uow, track.programme_id, at)
    period, found = course.period, defaultdict[Role, list[int]](list)
    if period is None or period.photo_at is None:
        return found
    if period.photo_at - at > course.thresholds.near:
        return found
    marks = uow.alerts.read_marks_of_track(track.id)
    for competence in course.programme.competences:
        own: Mapping[Role, Mapping[int, Mark]] = marks.get(competence.id, {})
        silent = silence(
            Case(
                indicators=tuple(indicator.id for indicator in competence.indicators),
                marks=own,
                now=at,
                cut_off=course.programme.cut_off,
                thresholds=course.thresholds,
                opened_at=period.opens_at,
                photo_at=period.photo_at,
            )
        )
        if silent is not None:
            found[silent.sides[0][0]].append(competence.number)
    return found
