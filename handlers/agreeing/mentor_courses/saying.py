"""Saying that a mentor followed the training, or plans to: tapped, typed, or behind the command."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot.domain.agreeing.mentor_courses import CourseState
from bot.domain.folding import fold
from bot.domain.school.tracks import Role
from bot.messages import Button, Reply, Sayable, Text, _, lines, words
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
    mentors = see_mentor_courses(turn.uow, turn.person.id, turn.running_coached, turn.today)
    name, rest = _part(turn, written)
    if not name:
        return [list_mentors(turn, mentors)]
    meant = meant_by(name, mentors, lambda mentor: mentor.name)
    found = (meant.sure,) if meant.sure else meant.several or _working_at(name, mentors)
    if len(found) != 1:
        return [list_mentors(turn, found or meant.near or mentors)]
    return _say(turn, found[0], rest)


def tapped_day(turn: Turn, tap: AskCourseDay) -> Replies:
    """Ask on which day it was followed, or for which it is planned."""
    mentor = find_mentor(turn, tap.mentor)
    if mentor is None:
        return [Reply(NOT_YOUR_MENTOR)]
    return [_ask(turn, mentor, CourseState(tap.state))]


def mean_course_day(turn: Turn, asked: CourseDayOffered, text: str) -> Tap | None:
    """Read the day that is typed instead of tapped."""
    day = _read(text, turn.today)
    if day is None:
        return None
    state = CourseState(asked.state) if asked.state else _state_of(day, turn.today)
    return NoteCourse(asked.mentor, state, day)


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


def _ask(
    turn: Turn, mentor: MentorThere, state: CourseState, before: Sayable | None = None
) -> Reply:
    here = mentor.person_id
    rows: list[tuple[Button, ...]] = []
    if state is CourseState.DONE:
        question = _("On which day was it followed? Tap, or type a day such as 03/03/2025.")
        today = _("today, {day}", day=say_day(turn.today, turn.person))
        rows.append((button(today, NoteCourse(here, state, turn.today)),))
        rows.append((button(_("I do not know the day any more"), NoteCourse(here, state)),))
    else:
        question = _("For which day is it planned? Type a day such as 03/03/2027.")
    rows.append((button(_("‹ back"), ShowMentorCourse(here)),))
    kind = partial(CourseDayOffered, mentor=here, state=state.value)
    return offer(turn, Reply(lines(before, words(mentor.name), question), tuple(rows)), kind)


def _say(turn: Turn, mentor: MentorThere, written: str) -> Replies:
    """Keep the day that stands behind the command, or show what is known."""
    if not written.strip():
        return [show_mentor(turn, mentor)]
    day = _read(written, turn.today)
    if day is None:
        unread = _("I read no day in that. Type it as 03/03/2025. Nothing was changed.")
        return [show_mentor(turn, mentor, before=unread)]
    return _keep(turn, mentor.person_id, (_state_of(day, turn.today), day))


def _part(turn: Turn, written: str) -> tuple[str, str]:
    """Part the name of a mentor from the words with a day behind it."""
    typed = written.split()
    for at in range(len(typed)):
        if _read(" ".join(typed[at:]), turn.today) is not None:
            return " ".join(typed[:at]), " ".join(typed[at:])
    return " ".join(typed), ""


def _working_at(name: str, mentors: Sequence[MentorThere]) -> Sequence[MentorThere]:
    """Find the mentors of a workplace by its name."""
    there = [(own, place) for own in mentors for place in own.workplaces]
    meant = meant_by(name, there, lambda pair: pair[1])
    found = (meant.sure,) if meant.sure else meant.several
    return list(dict.fromkeys(own for own, _place in found))


def _state_of(day: date, today: date) -> CourseState:
    return CourseState.PLANNED if day > today else CourseState.DONE


def _read(written: str, today: date) -> date | None:
    said = [part for part in written.split() if fold(part) not in _SAYS]
    return reaches(" ".join(said), today) if said else None


def _keep(turn: Turn, mentor: int, said: tuple[CourseState, date | None] | None) -> Replies:
    try:
        entry = note_course(turn.uow, turn.person, mentor, said, turn.at)
    except NotYourMentor:
        return [Reply(NOT_YOUR_MENTOR)]
    except WrongCourseDay:
        state = said[0] if said else CourseState.DONE
        there = find_mentor(turn, mentor)
        return [_ask(turn, there, state, _WRONG[state]) if there else Reply(_WRONG[state])]
    turn.close()
    now = find_mentor(turn, mentor)
    if now is None:
        return [Reply(NOT_YOUR_MENTOR)]
    before = _("Stored:") if entry else _("Nothing changed:")
    return [replace(show_mentor(turn, now, before=before, entry=entry), edit=True)]
