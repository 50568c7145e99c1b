"""Changing the groups of a lesson: another group for a student, another competence for a group."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.planning.sessions import CampusSession, SessionState, add_group, move, swap
from bot.domain.school.frameworks import Competence
from bot.messages import Button, Moment, Reply, Sayable, _, words
from bot.ports.acts import Doer
from bot.use_cases.planning.campus.change_session import change_session
from bot.use_cases.planning.campus.plan_ahead import ClassPlan, choose_scenario
from handlers.planning.campus.acting import on_own_lesson
from handlers.planning.campus.finding import see_plan, track_of
from handlers.planning.campus.saying import LessonSayings
from handlers.planning.campus.shown import show_lesson
from handlers.planning.campus.taps import (
    STUDENTS,
    MoveStudent,
    ShowLesson,
    ShowMovable,
    SwapCompetence,
    minutes_of,
)
from handlers.planning.phrases import with_undo
from handlers.talking.paging import in_pages, open_page
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

BESIDE = 2
"""Buttons beside each other."""

CHANGED = _("Changed; not confirmed yet.")
NO_GROUP = _("That group is not there any more; nothing changed.")


def tapped_move(turn: Turn, tap: MoveStudent) -> Replies:
    """Move a student by tapping: whom, then to which group."""

    def act(turn: Turn, plan: ClassPlan, session: CampusSession) -> Reply:
        if tap.student is None:
            return _ask_whom(plan, session)
        if tap.to is None:
            return _ask_where(plan, session, tap.student)
        return move_student(turn, plan, session, tap.student, tap.to)

    return on_own_lesson(turn, tap.track, tap.lesson, act)


def move_student(
    turn: Turn, plan: ClassPlan, session: CampusSession, student: int, to: int
) -> Reply:
    """Put a student into the group at a place, or behind the last one into a group of their own."""
    if all(track.id != student for track in plan.taught.tracks) or to > len(session.groups):
        return Reply(NO_GROUP)
    if to == len(session.groups):
        return store(turn, plan, session, add_group(session, student))
    return store(turn, plan, session, move(session, student, to))


def tapped_movable(turn: Turn, tap: ShowMovable) -> Replies:
    """Ask whom to move, another page of the students."""
    return on_own_lesson(
        turn,
        tap.track,
        tap.lesson,
        lambda _turn, plan, session: _ask_whom(plan, session, tap.page),
    )


def _ask_whom(plan: ClassPlan, session: CampusSession, page: int = 0) -> Reply:
    track, lesson = track_of(plan.taught), minutes_of(session.starts_at)
    shown = open_page(plan.taught.tracks, STUDENTS, page)
    buttons = [
        button(first_name(student), MoveStudent(track, lesson, student.id))
        for student in shown.things
    ]
    ways = shown.turns(lambda to: ShowMovable(track, lesson, to))
    return _asked(plan, session, _("Whom do you move?"), buttons, ways=ways)


def _ask_where(plan: ClassPlan, session: CampusSession, student: int) -> Reply:
    track, lesson = track_of(plan.taught), minutes_of(session.starts_at)
    sayings = LessonSayings.of(plan)
    buttons = [
        button(
            words(sayings.about(group), sayings.names(group.tracks, BESIDE), by=" · "),
            MoveStudent(track, lesson, student, place),
        )
        for place, group in enumerate(session.groups)
        if student not in group.tracks
    ]
    alone = MoveStudent(track, lesson, student, len(session.groups))
    buttons.append(button(_("a scenario of the own choice"), alone))
    who = sayings.names([student])
    return _asked(plan, session, _("To which group does {student} go?", student=who), buttons, 1)


def tapped_swap(turn: Turn, tap: SwapCompetence) -> Replies:
    """Let a group work on something else by tapping: which group, then on what."""

    def act(turn: Turn, plan: ClassPlan, session: CampusSession) -> Reply:
        if tap.group is None and len(session.groups) > 1:
            return _ask_group(plan, session)
        place = tap.group or 0
        if place >= len(session.groups):
            return Reply(NO_GROUP)
        competence = plan.stand.programme.competence(tap.number) if tap.number else None
        if competence is None:
            return _ask_competence(plan, session, place)
        return swap_competence(turn, plan, session, place, competence)

    return on_own_lesson(turn, tap.track, tap.lesson, act)


def swap_competence(
    turn: Turn, plan: ClassPlan, session: CampusSession, place: int, competence: Competence
) -> Reply:
    """Let the group at a place work on another competence, with a scenario of that."""
    scenario = choose_scenario(plan.scenarios, competence.id)
    return store(turn, plan, session, swap(session, place, competence.id, scenario))


def _ask_group(plan: ClassPlan, session: CampusSession) -> Reply:
    track, lesson = track_of(plan.taught), minutes_of(session.starts_at)
    sayings = LessonSayings.of(plan)
    buttons = [
        button(
            words(sayings.about(group), sayings.names(group.tracks, BESIDE), by=" · "),
            SwapCompetence(track, lesson, place),
        )
        for place, group in enumerate(session.groups)
    ]
    return _asked(plan, session, _("Which group works on something else?"), buttons, 1)


def _ask_competence(plan: ClassPlan, session: CampusSession, place: int) -> Reply:
    track, lesson = track_of(plan.taught), minutes_of(session.starts_at)
    buttons = [
        button(
            f"{competence.number} {short(competence.title)}",
            SwapCompetence(track, lesson, place, competence.number),
        )
        for competence in plan.stand.programme.competences
        if competence.id != session.groups[place].competence_id
    ]
    return _asked(plan, session, _("On what instead?"), buttons, 1)


def _asked(
    plan: ClassPlan,
    session: CampusSession,
    question: Sayable,
    buttons: Sequence[Button],
    beside: int = BESIDE,
    ways: tuple[tuple[Button, ...], ...] = (),
) -> Reply:
    back = ShowLesson(track_of(plan.taught), minutes_of(session.starts_at))
    leave = button(_("‹ the groups") if ways else _("‹ back"), back)
    rows = (*in_pages(buttons, beside), *ways, (leave,))
    return Reply(words(plan.taught.name, Moment(session.starts_at), question, by=" · "), rows)


def store(turn: Turn, plan: ClassPlan, before: CampusSession, after: CampusSession) -> Reply:
    """Store changed groups, to be confirmed anew, and show them."""
    changed = after if after == before else replace(after, state=SessionState.PROPOSED)
    stored = change_session(turn.uow, before, changed, Doer(turn.person.id, turn.at))
    lesson = minutes_of(before.starts_at)
    return with_undo(show_lesson(turn, see_plan(turn, plan.taught), lesson, CHANGED), stored.entry)
