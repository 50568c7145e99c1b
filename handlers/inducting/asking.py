"""What a teacher hears of steps that are planned, and the coach of a session that is asked for."""

from collections.abc import Sequence

from bot.domain.inducting.steps import InductionSession
from bot.messages import CalendarEntry, Moment, Sayable, _, colon, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.inducting.see_starters import see_own_steps, see_starter
from handlers.inducting.phrases import STEP_NAMES
from handlers.inducting.planning import describe_step
from handlers.inducting.taps import PlanStep, ShowOwnSteps, ShowStarter
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_steps_planned(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell a teacher when steps are, or that they are called off, each as it stands by now."""
    if see_own_steps(turn.uow, turn.person) is None:
        return None
    ids = dict.fromkeys(errand.about_id or 0 for errand in errands)
    found = (turn.uow.inductions.find(session_id) for session_id in ids)
    open_ones = [
        own for own in found if own and own.teacher_id == turn.person.id and own.held_on is None
    ]
    if not open_ones:
        return None
    rows = ((button(_("my steps"), ShowOwnSteps()),),)
    files = tuple(_file(turn, own) for own in open_ones if own.planned_for is not None)
    text = lines(*(_say_planned(turn, own) for own in open_ones))
    return MessagePart(text, rows, brings=files)


def _say_planned(turn: Turn, session: InductionSession) -> Sayable:
    step = STEP_NAMES[session.step]
    if session.planned_for is None:
        return _("Called off: {step}.", step=step)
    coach = turn.uow.people.find(session.coach_id or 0)
    when = Moment(session.planned_for)
    if coach is None:
        return _("Planned with you: {step}, {when}.", step=step, when=when)
    return _("{coach} has planned with you: {step}, {when}.",
             coach=coach.name, step=step, when=when)  # fmt: skip


def _file(turn: Turn, session: InductionSession) -> CalendarEntry:
    step, coach = STEP_NAMES[session.step], turn.uow.people.find(session.coach_id or 0)
    title = words(colon(step), coach.name) if coach else step
    begins = session.planned_for or turn.at
    return describe_step(turn, title, f"{session.teacher_id} {session.step.value}", begins)


def tell_session_asked(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell the teachers' coach who asks for a session; nothing where all are planned by now."""
    found = (turn.uow.inductions.find(errand.about_id or 0) for errand in errands)
    asked = [session for session in found if session and _waits(turn, session)]
    if not asked:
        return None
    rows = tuple(
        (
            button(_("plan it"), PlanStep(own.teacher_id, own.step)),
            button(_("the five steps"), ShowStarter(own.teacher_id)),
        )
        for own in asked
    )
    return MessagePart(lines(*(_say_asked(turn, own) for own in asked)), rows)


def _waits(turn: Turn, session: InductionSession) -> bool:
    standing = see_starter(turn.uow, turn.person, session.teacher_id)
    return standing is not None and standing.is_asked(session.step)


def _say_asked(turn: Turn, session: InductionSession) -> Sayable | None:
    who, step = turn.uow.people.find(session.teacher_id), STEP_NAMES[session.step]
    return _("{who} asks for a session: {step}.", who=who.name, step=step) if who else None
