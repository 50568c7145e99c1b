"""How the training of mentors is said, in a list and by itself."""

from collections.abc import Iterator
from datetime import date

from bot.domain.agreeing.mentor_courses import CourseState, MentorCourse
from bot.domain.days import opening
from bot.domain.school.tracks import Person
from bot.messages import Day, Sayable, _, colon, listed, words
from bot.ports.agreeing.mentor_courses import MentorThere
from bot.use_cases.agreeing.mentor_courses.see_mentor_courses import has_to_follow


def say_day(day: date, reader: Person) -> Day:
    """Show a day to somebody."""
    return Day(opening(day, reader.time_zone))


def say_course(mentor: MentorThere, reader: Person, today: date) -> Sayable:
    """Say in a few words how far a mentor's training is."""
    course = mentor.course
    if course is None:
        return words("⚠" if has_to_follow(mentor) else None, _("not followed yet"))
    if course.state is CourseState.PLANNED and course.day is not None:
        day = say_day(course.day, reader)
        if course.is_over(today):
            return _("⚠ it was planned for {day}; nobody said yet whether it was done", day=day)
        return _("planned for {day}", day=day)
    return words(_say_done(course, reader), _say_by(course, mentor, reader), by=", ")


def say_mentor(mentor: MentorThere, reader: Person, today: date) -> Sayable:
    """Say in a line who it is, where, and how far."""
    who = words(mentor.name, listed(mentor.workplaces), by=" · ")
    return words("·", colon(who), say_course(mentor, reader, today))


def say_of_mentor(mentor: MentorThere, reader: Person, today: date) -> Sayable:
    """Say in a line of a placement how far its mentor's training is."""
    named = _("Training for mentors, {name}", name=mentor.name)
    return words(colon(named), say_course(mentor, reader, today))


def say_whole(mentor: MentorThere, reader: Person, today: date) -> Iterator[Sayable]:
    """Say all there is to say about the training of one mentor, line by line."""
    if mentor.person_id == reader.id:
        yield _("Your training for mentors")
    else:
        yield _("The training for mentors of {name}", name=mentor.name)
    yield say_course(mentor, reader, today)
    if has_to_follow(mentor):
        yield _("In compulsory education a mentor has to follow one.")
    else:
        yield _("It is advised: it is about motivating, coaching and guiding.")


def _say_done(course: MentorCourse, reader: Person) -> Sayable:
    if course.day is None:
        return _("followed")
    return _("followed on {day}", day=say_day(course.day, reader))


def _say_by(course: MentorCourse, mentor: MentorThere, reader: Person) -> Sayable | None:
    """Say whose word it is, where that is not the reader's own."""
    if course.said_by is None or course.said_by == reader.id:
        return None
    return _("says {name}", name=course.said_by_name)
