"""`/mentortraining`: which mentors followed the training for mentors, who misses it first."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.domain.agreeing.mentor_courses import CourseState
from bot.domain.school.tracks import Role
from bot.messages import Button, Reply, Sayable, _, _n, lines
from bot.ports.agreeing.mentor_courses import MentorThere
from bot.use_cases.agreeing.mentor_courses.note_course import NotYourMentor, find_trained
from bot.use_cases.agreeing.mentor_courses.see_mentor_courses import (
    is_missing,
    see_mentor_courses,
)
from handlers.agreeing.mentor_courses.asked import CourseDayOffered
from handlers.agreeing.mentor_courses.phrases import say_mentor, say_whole
from handlers.agreeing.mentor_courses.taps import (
    AskCourseDay,
    DropCourse,
    ListMentorCourses,
    ShowMentorCourse,
)
from handlers.scoring.taps import UndoEntry
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

LISTED = 8
"""Mentors on a page."""

NOT_YOUR_MENTOR = _("That is no mentor of your students. Nothing was changed.")
FOR_MENTORS = _("Mentors and coaches see here who followed the training for mentors.")
NO_MENTORS = _("There is no mentor around your students at the moment.")


def has_role(turn: Turn, role: Role) -> bool:
    """Say whether this person has a role on a running track."""
    return any(role in track.roles for track in turn.tracks if track.ended_at is None)


def tapped_course(turn: Turn, tap: ShowMentorCourse) -> Replies:
    """Show the training of a mentor."""
    mentor = find_mentor(turn, tap.mentor)
    return [show_mentor(turn, mentor)] if mentor else [Reply(NOT_YOUR_MENTOR)]


def tapped_courses(turn: Turn, tap: ListMentorCourses) -> Replies:
    """Turn to another page of the mentors."""
    mentors = see_mentor_courses(turn.uow, turn.person.id, turn.running_coached, turn.today)
    return [replace(list_mentors(turn, mentors, tap.page), edit=True)]


def find_mentor(turn: Turn, mentor: int) -> MentorThere | None:
    """Find a mentor of whom this person may say something."""
    try:
        return find_trained(turn.uow, turn.person, mentor)
    except NotYourMentor:
        return None


def list_mentors(turn: Turn, mentors: Sequence[MentorThere], page: int = 0) -> Reply:
    """List the mentors of a coach, each with the button that opens it."""
    if not mentors:
        return Reply(NO_MENTORS)
    listed = open_page(mentors, LISTED, page)
    missing = sum(is_missing(mentor, turn.today) for mentor in mentors)
    head = (
        _n(
            "As far as is known, {count} mentor did not follow the training yet.",
            "As far as is known, {count} mentors did not follow the training yet.",
            missing,
        )
        if missing
        else _("The training for mentors:")
    )
    told = (say_mentor(mentor, turn.person, turn.today) for mentor in listed.things)
    rows = [
        (button(short(mentor.name), ShowMentorCourse(mentor.person_id)),)
        for mentor in listed.things
    ]
    if has_role(turn, Role.MENTOR) and all(own.person_id != turn.person.id for own in mentors):
        rows.append((button(_("your own"), ShowMentorCourse(turn.person.id)),))
    return offer(turn, Reply(lines(head, *told), (*rows, *listed.turns(ListMentorCourses))))


def show_mentor(
    turn: Turn,
    mentor: MentorThere,
    *,
    before: Sayable | None = None,
    entry: int | None = None,
) -> Reply:
    """Show one mentor, with what can be said; the entry undoes what was said just now."""
    rows: list[tuple[Button, ...]] = []
    if entry is not None:
        rows.append((button(_("↩ Undo"), UndoEntry(entry)),))
    here, course = mentor.person_id, mentor.course
    rows.append(
        (
            button(_("followed …"), AskCourseDay(here, CourseState.DONE)),
            button(_("planned …"), AskCourseDay(here, CourseState.PLANNED)),
        )
    )
    if course is not None and entry is None:
        rows.append((button(_("not followed"), DropCourse(here)),))
    text = lines(before, *say_whole(mentor, turn.person, turn.today))
    return offer(turn, Reply(text, tuple(rows)), partial(CourseDayOffered, mentor=here))
