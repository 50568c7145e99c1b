"""Note that a mentor followed the training for mentors, or plans to: they say so, or a coach."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.agreeing.mentor_courses import FURTHEST_COURSE, CourseState
from bot.domain.days import day_of, months_on, opening
from bot.domain.school.tracks import Person, Role
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.agreeing.mentor_courses import MentorThere
from bot.ports.telling.errands import NewErrand

ASKED_FOR = timedelta(days=21)
"""How long the question whether it was done waits for the day's message, over holidays too."""


class NotYourMentor(Exception):
    """This person is neither that mentor, nor a coach of theirs."""


class WrongCourseDay(Exception):
    """What is done was not on a day to come, and what is planned is not on a day that is over."""


def note_course(
    uow: UnitOfWork,
    by: Person,
    mentor_id: int,
    said: tuple[CourseState, date | None] | None,
    at: datetime,
) -> int | None:
    """Keep how far a mentor's training is; None that nothing is done or planned.

    Once the day of what is planned is over, the mentor is asked whether it was done. Gives the
    entry that undoes it, None where nothing changed. Raises NotYourMentor and WrongCourseDay.
    """
    mentor = find_trained(uow, by, mentor_id)
    if said is not None:
        _check(said, day_of(at, by.time_zone))
    was = (mentor.course.state, mentor.course.day) if mentor.course else None
    if was == said:
        return None
    _put(uow, by, mentor, said, at)
    kept = [was[0].value, was[1].isoformat() if was[1] else ""] if was else None
    before = {"of": mentor.person_id, "was": kept}
    return uow.acts.record(by.id, Act.MENTOR_COURSE, at, mentor.name, before)


def put_back_course(uow: UnitOfWork, by: Person, before: Mapping[str, Any], at: datetime) -> bool:
    """Take back what was said of a mentor's training; False where it is not theirs any more."""
    try:
        mentor = find_trained(uow, by, before["of"])
    except NotYourMentor:
        return False
    was = before["was"]
    day = date.fromisoformat(was[1]) if was and was[1] else None
    _put(uow, by, mentor, (CourseState(was[0]), day) if was else None, at)
    return True


def find_trained(uow: UnitOfWork, by: Person, mentor_id: int) -> MentorThere:
    """Find a mentor of whom somebody says this: themselves, or their coach. Raises NotYourMentor.

    A coach sees the workplaces of the own students alone.
    """
    tracks = [own for own in uow.tracks.list_of(by.id) if own.ended_at is None]
    coached = [own.id for own in tracks if Role.COACH in own.roles]
    found = uow.mentor_courses.list_mentors(by.id, coached) if coached else ()
    mentor = next((own for own in found if own.person_id == mentor_id), None)
    if mentor is None and mentor_id == by.id:
        mentor = uow.mentor_courses.find_mentor(by.id)
    if mentor is None:
        raise NotYourMentor
    return mentor


def _check(said: tuple[CourseState, date | None], today: date) -> None:
    state, day = said
    if state is CourseState.DONE:
        fits = day is None or day <= today
    else:
        fits = day is not None and today <= day <= months_on(today, FURTHEST_COURSE)
    if not fits:
        raise WrongCourseDay


def _put(
    uow: UnitOfWork,
    by: Person,
    mentor: MentorThere,
    said: tuple[CourseState, date | None] | None,
    at: datetime,
) -> None:
    if said is None:
        uow.mentor_courses.drop(mentor.person_id)
        return
    uow.mentor_courses.keep(mentor.organisation_id, mentor.person_id, said, by.id, at)
    state, day = said
    if state is CourseState.PLANNED and day is not None:
        due = opening(day + timedelta(days=1), mentor.zone)
        errand = NewErrand(
            organisation_id=mentor.organisation_id,
            person_id=mentor.person_id,
            kind=ErrandKind.MENTOR_COURSE,
            subject=day.isoformat(),
            due_at=due,
            expires_at=due + ASKED_FOR,
        )
        uow.errands.give([errand])
