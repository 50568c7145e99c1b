"""List the trainings of mentors that have a date, or that miss."""

from collections.abc import Sequence
from datetime import date

from bot.domain.agreeing.mentor_courses import CourseState
from bot.domain.dated import Dated, Matter
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.ports.agreeing.mentor_courses import MentorThere
from bot.use_cases.agreeing.mentor_courses.see_mentor_courses import (
    has_to_follow,
    see_mentor_courses,
)


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List the trainings that are planned up to a day, or over and not said to be done.

    And those of mentors who have to follow one: due on the first day of their student, or at once.
    """
    dated = (_dated(mentor, until) for mentor in see_mentor_courses(uow, person.id, tracks, today))
    return [own for own in dated if own is not None]


def _dated(mentor: MentorThere, until: date) -> Dated | None:
    course = mentor.course
    if course is None:
        due = mentor.starts_on
        wanted = has_to_follow(mentor)
    else:
        due, wanted = course.day, course.state is CourseState.PLANNED
    if not wanted or (due is not None and due > until):
        return None
    return Dated(
        Matter.MENTOR_COURSE,
        due,
        mentor.person_id,
        place=mentor.workplaces[0],
        words=mentor.name,
        ends_on=course.day if course else None,
    )
