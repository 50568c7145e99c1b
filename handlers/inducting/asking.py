"""What a teacher hears of a step that is planned, and the coach of a session that is asked for."""

from collections.abc import Sequence

from bot.domain.inducting.steps import InductionSession
from bot.messages import Moment, Sayable, _, colon, lines, words
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.inducting.see_starters import see_own_steps, see_starter
from handlers.inducting.phrases import STEP_NAMES
from handlers.inducting.planning import describe_step
from handlers.inducting.taps import PlanStep, ShowOwnSteps, ShowStarter
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_step_planned(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell a teacher when a step is, or that it is called off; nothing where that changed since."""
    session = turn.uow.inductions.find(message.about_id or 0)
    own = see_own_steps(turn.uow, turn.person)
    if session is None or own is None or session.teacher_id != turn.person.id:
        return None
    if session.held_on is not None or message.made_at < session.changed_at:
        return None
    step = STEP_NAMES[session.step]
    rows = ((button(_("my steps"), ShowOwnSteps()),),)
    if session.planned_for is None:
        return MessagePart(_("Called off: {step}. Another moment follows.", step=step), rows)
    coach = turn.uow.people.find(session.coach_id or 0)
    when = Moment(session.planned_for)
    text = (
        _("{coach} has planned with you: {step}, {when}.", coach=coach.name, step=step, when=when)
        if coach
        else _("Planned with you: {step}, {when}.", step=step, when=when)
    )
    title = words(colon(step), coach.name) if coach else step
    key = f"{session.teacher_id} {session.step.value}"
    return MessagePart(text, rows, brings=describe_step(turn, title, key, session.planned_for))


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
