"""Saying that a mentor followed the training, or plans to: tapped, typed, or behind the command."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot.domain.agreeing.mentor_courses import CourseState
from bot.domain.folding import fold
from bot.domain.school.tracks import Role
from bot.messages import Button, Reply, Text, _, lines, words
from bot.ports.agreeing.mentor_courses import MentorThere
from bot.ports.telling.errands import Errand
from bot.use_cases.agreeing.mentor_courses.note_course import (
    NotYourMentor,
    WrongCourseDay,
    note_course,
)
from bot.use_cases.agreeing.mentor_courses.see_mentor_courses import see_mentor_courses
from handlers.agreeing.mentor_courses.asked import CourseDayOffered
from handlers.agreeing.mentor_courses.phrases import say_day
from handlers.agreeing.mentor_courses.shown import (
    FOR_MENTORS,
    NOT_YOUR_MENTOR,
    coached,
    find_mentor,
    has_role,
    list_mentors,
    show_mentor,
)
from handlers.agreeing.mentor_courses.taps import (
    AskCourseDay,
    DropCourse,
    NoteCourse,
    ShowMentorCourse,
)
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.near_days import reaches
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

_SAYS = frozenset({
    "followed", "done", "planned", "for", "on", "gevolgd", "gedaan", "gepland", "op", "voor",
    "suivie", "suivi", "faite", "prevue", "prevu", "le", "pour", "besucht", "absolviert",
    "gemacht", "geplant", "am", "fur", "fuer",
})  # fmt: skip
"""Words beside a day: whether it is over says whether it was followed, or is planned."""

_WRONG: dict[CourseState, Text] = {
    CourseState.DONE: _("Nothing was stored: it was followed today or before."),
    CourseState.PLANNED: _(
        "Nothing was stored: it is planned for a day to come, within two years."
    ),
}


def keep_course(turn: Turn, written: str) -> Replies:
    """Answer `/mentortraining`, with or without a mentor and a day behind it."""
    if not has_role(turn, Role.COACH):
        own = find_mentor(turn, turn.person.id) if has_role(turn, Role.MENTOR) else None
        if own is None:
            return [Reply(FOR_MENTORS)]
        return _say(turn, own, written)
    mentors = see_mentor_courses(turn.uow, turn.person.id, coached(turn), turn.today)
    name, rest = _part(turn, written)
    if not name:
        return [list_mentors(turn, mentors)]
    meant = meant_by(name, mentors, lambda mentor: mentor.name)
    if meant.sure is None:
        return [list_mentors(turn, meant.several or meant.near or mentors)]
    return _say(turn, meant.sure, rest)


def tapped_day(turn: Turn, tap: AskCourseDay) -> Replies:
    """Ask on which day it was followed, or for which it is planned."""
    mentor = find_mentor(turn, tap.mentor)
    if mentor is None:
        return [Reply(NOT_YOUR_MENTOR)]
    state = CourseState(tap.state)
    rows: list[tuple[Button, ...]] = []
    if state is CourseState.DONE:
        question = _("On which day was it followed? Tap, or type a day such as 03/03/2025.")
        today = _("today, {day}", day=say_day(turn.today, turn.person))
        rows.append((button(today, NoteCourse(tap.mentor, state, turn.today)),))
        rows.append((button(_("I do not know the day any more"), NoteCourse(tap.mentor, state)),))
    else:
        question = _("For which day is it planned? Type a day such as 03/03/2027.")
    rows.append((button(_("‹ back"), ShowMentorCourse(tap.mentor)),))
    kind = partial(CourseDayOffered, mentor=tap.mentor, state=state.value)
    return [offer(turn, Reply(lines(words(mentor.name), question), tuple(rows)), kind)]


def mean_course_day(turn: Turn, asked: CourseDayOffered, text: str) -> Tap | None:
    """Read the day that is typed instead of tapped."""
    day = reaches(text, turn.today)
    return NoteCourse(asked.mentor, CourseState(asked.state), day) if day else None


def tapped_note(turn: Turn, tap: NoteCourse) -> Replies:
    """Keep that it was followed, or is planned."""
    return _keep(turn, tap.mentor, (CourseState(tap.state), tap.day))


def tapped_drop(turn: Turn, tap: DropCourse) -> Replies:
    """Keep that nothing is followed or planned."""
    return _keep(turn, tap.mentor, None)


def tell_course_over(turn: Turn, _errands: Sequence[Errand]) -> MessagePart | None:
    """Ask a mentor whether what was planned was done; nothing where that is known by now."""
    own = turn.uow.mentor_courses.find_mentor(turn.person.id)
    course = own.course if own else None
    if course is None or course.day is None or not course.is_over(turn.today):
        return None
    text = _(
        "Your training for mentors was planned for {day}. Did you follow it?",
        day=say_day(course.day, turn.person),
    )
    here = turn.person.id
    rows = (
        (button(_("yes, I followed it"), NoteCourse(here, CourseState.DONE, course.day)),),
        (
            button(_("it is on another day"), AskCourseDay(here, CourseState.PLANNED)),
            button(_("not followed"), DropCourse(here)),
        ),
    )
    return MessagePart(text, rows)


def _say(turn: Turn, mentor: MentorThere, written: str) -> Replies:
    """Keep the day that stands behind the command, or show what is known."""
    if not written.strip():
        return [show_mentor(turn, mentor)]
    day = _read(written, turn.today)
    if day is None:
        return [Reply(_("I read no day in that. Type it as 03/03/2025. Nothing was changed."))]
    state = CourseState.PLANNED if day > turn.today else CourseState.DONE
    return _keep(turn, mentor.person_id, (state, day))


def _part(turn: Turn, written: str) -> tuple[str, str]:
    """Part the name of a mentor from the words with a day behind it."""
    typed = written.split()
    for at in range(len(typed)):
        if _read(" ".join(typed[at:]), turn.today) is not None:
            return " ".join(typed[:at]), " ".join(typed[at:])
    return " ".join(typed), ""


def _read(written: str, today: date) -> date | None:
    said = [part for part in written.split() if fold(part) not in _SAYS]
    return reaches(" ".join(said), today) if said else None


def _keep(turn: Turn, mentor: int, said: tuple[CourseState, date | None] | None) -> Replies:
    try:
        entry = note_course(turn.uow, turn.person, mentor, said, turn.at)
    except NotYourMentor:
        return [Reply(NOT_YOUR_MENTOR)]
    except WrongCourseDay:
        return [Reply(_WRONG[said[0] if said else CourseState.DONE])]
    turn.close()
    now = find_mentor(turn, mentor)
    if now is None:
        return [Reply(NOT_YOUR_MENTOR)]
    before = _("Stored:") if entry else _("Nothing changed:")
    return [replace(show_mentor(turn, now, before=before, entry=entry), edit=True)]
