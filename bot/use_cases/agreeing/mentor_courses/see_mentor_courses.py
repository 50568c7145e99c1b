"""See how it stands with the training of mentors: who has to follow it still comes first."""

from collections.abc import Sequence
from datetime import date

from bot.domain.agreeing.mentor_courses import CourseState
from bot.domain.agreeing.recognitions import needs_recognition
from bot.domain.school.tracks import Track
from bot.ports import UnitOfWork
from bot.ports.agreeing.mentor_courses import MentorThere


def see_mentor_courses(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], today: date
) -> list[MentorThere]:
    """List the mentors of these tracks: whose training misses or is over first, then by its day."""
    if not tracks:
        return []
    mentors = uow.mentor_courses.list_mentors(viewer_id, [track.id for track in tracks])
    return sorted(mentors, key=lambda mentor: _order(mentor, today))


def has_to_follow(mentor: MentorThere) -> bool:
    """Say whether this mentor has to follow a training: where workplaces have to be recognised."""
    return any(needs_recognition(setting) for setting in mentor.settings)


def is_missing(mentor: MentorThere, today: date) -> bool:
    """Say whether something is to be done about it: none is planned, or its day is over."""
    if mentor.course is None:
        return has_to_follow(mentor)
    return mentor.course.is_over(today)


def _order(mentor: MentorThere, today: date) -> tuple[bool, int, date]:
    course = mentor.course
    if course is None:
        return not is_missing(mentor, today), 0, date.min
    rank = 1 if course.state is CourseState.PLANNED else 2
    return not is_missing(mentor, today), rank, course.day or date.min
