"""The buttons about the training of mentors; each names a mentor."""

from datetime import date

from bot.domain.agreeing.mentor_courses import CourseState
from handlers.talking.routing.tap import Tap


class ShowMentorCourse(Tap, code="gcs"):
    """Show how it stands with the training of a mentor."""

    mentor: int


class ListMentorCourses(Tap, code="gcl"):
    """Show a page of the mentors, counted from 0."""

    page: int


class AskCourseDay(Tap, code="gca"):
    """Ask on which day it was followed, or for which it is planned."""

    mentor: int
    state: CourseState


class NoteCourse(Tap, code="gcn"):
    """Say that it was followed, or is planned; of what was followed the day may be forgotten."""

    mentor: int
    state: CourseState
    day: date | None = None


class DropCourse(Tap, code="gcd"):
    """Say that nothing is followed or planned."""

    mentor: int
