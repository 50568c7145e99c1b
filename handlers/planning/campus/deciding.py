"""What a teacher decides about the groups of a lesson: confirmed, locked, skipped, anew."""

from dataclasses import replace
from functools import partial

from bot.domain.planning.sessions import CampusSession, SessionState
from bot.messages import Moment, Reply, Text, _
from bot.ports.acts import Doer
from bot.use_cases.planning.campus.change_session import change_session, hold_session, plan_again
from bot.use_cases.planning.campus.plan_ahead import ClassPlan
from handlers.planning.campus.acting import (
    NO_CLASS,
    NO_LESSON,
    on_class,
    on_own_class,
    on_own_lesson,
)
from handlers.planning.campus.calendar import calendar_of
from handlers.planning.campus.finding import list_taught, see_plan, track_of
from handlers.planning.campus.shown import show_lesson
from handlers.planning.campus.taps import (
    ConfirmLesson,
    DecideLesson,
    OpenLesson,
    PlanAgain,
    ShowLesson,
    minutes_of,
)
from handlers.planning.phrases import with_undo
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

LOCKED = _("Locked: planning again leaves it as it is.")
FREED = _("No longer locked.")
AGAIN = _("Planned again from today; what was given or locked stays.")


def tapped_lesson(turn: Turn, tap: ShowLesson) -> Replies:
    """Show the groups of a lesson, in place."""
    show = partial(show_lesson, lesson=tap.lesson)
    return on_class(turn, tap.track, show, tap.teacher)


def opened_lesson(turn: Turn, tap: OpenLesson) -> Replies:
    """Show the groups of a lesson below the message that led there; a coach each teacher's."""
    taught = list_taught(turn, tap.track)
    shown = [show_lesson(turn, see_plan(turn, own), tap.lesson) for own in taught]
    return shown or [Reply(NO_CLASS)]


def tapped_confirmation(turn: Turn, tap: ConfirmLesson) -> Replies:
    """Confirm the groups of a lesson; what told of them before stays as it was said."""
    confirmed = on_own_lesson(turn, tap.track, tap.lesson, confirm)
    return [replace(reply, edit=False) for reply in confirmed]


def confirm(turn: Turn, plan: ClassPlan, session: CampusSession) -> Reply:
    """Confirm the groups of a lesson, and bring what to prepare for the calendar."""
    confirmed = replace(session, state=SessionState.CONFIRMED)
    shown = _change(turn, plan, session, confirmed, _("Confirmed."))
    return replace(shown, files=(calendar_of(turn, plan, confirmed),))


def tapped_decision(turn: Turn, tap: DecideLesson) -> Replies:
    """Lock or free the groups of a lesson, skip it, or hold it after all."""
    match tap.what:
        case "lock":
            return on_own_lesson(turn, tap.track, tap.lesson, lock)
        case "free":
            return on_own_lesson(turn, tap.track, tap.lesson, free)
        case "skip":
            return on_own_lesson(turn, tap.track, tap.lesson, skip)
    return on_own_class(turn, tap.track, lambda turn, plan: _hold(turn, plan, tap.lesson))


def lock(turn: Turn, plan: ClassPlan, session: CampusSession) -> Reply:
    """Lock the groups of a lesson."""
    return _change(turn, plan, session, replace(session, locked=True), LOCKED)


def free(turn: Turn, plan: ClassPlan, session: CampusSession) -> Reply:
    """Let planning again change the groups of a lesson."""
    return _change(turn, plan, session, replace(session, locked=False), FREED)


def skip(turn: Turn, plan: ClassPlan, session: CampusSession) -> Reply:
    """Skip a lesson: what was planned for it moves on."""
    skipped = replace(session, state=SessionState.SKIPPED, locked=False)
    change_session(turn.uow, session, skipped, Doer(turn.person.id, turn.at))
    said = _("Skipped: {when}. What was planned moves on.", when=Moment(session.starts_at))
    shown = show_lesson(turn, see_plan(turn, plan.taught), 0, said)
    hold = DecideLesson(track_of(plan.taught), minutes_of(session.starts_at), "hold")
    return replace(shown, buttons=((button(_("hold it after all"), hold),), *shown.buttons))


def _hold(turn: Turn, plan: ClassPlan, lesson: int) -> Reply:
    """Take back that a lesson is skipped: it is proposed anew."""
    skipped = next((starts for starts in plan.skipped if minutes_of(starts) == lesson), None)
    if skipped is None:
        return Reply(NO_LESSON)
    doer = Doer(turn.person.id, turn.at)
    hold_session(turn.uow, turn.person.id, plan.taught.home, skipped, doer)
    return show_lesson(turn, see_plan(turn, plan.taught), lesson)


def tapped_again(turn: Turn, tap: PlanAgain) -> Replies:
    """Plan again from today: what was given, locked or skipped stays."""
    return on_own_class(turn, tap.track, plan_anew)


def plan_anew(turn: Turn, plan: ClassPlan) -> Reply:
    """Plan a class group again from today."""
    doer = Doer(turn.person.id, turn.at)
    entry = plan_again(turn.uow, turn.person.id, plan.taught.home, doer)
    return with_undo(show_lesson(turn, see_plan(turn, plan.taught), 0, AGAIN), entry)


def _change(
    turn: Turn, plan: ClassPlan, before: CampusSession, after: CampusSession, said: Text
) -> Reply:
    stored = change_session(turn.uow, before, after, Doer(turn.person.id, turn.at))
    lesson = minutes_of(before.starts_at)
    lesson = minutes_of(before.starts_at)
    return with_undo(show_lesson(turn, see_plan(turn, plan.taught), lesson, said), stored.entry)
