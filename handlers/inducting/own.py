"""What a teacher who is new sees: the own steps, and asking for a session."""

from bot.domain.inducting.steps import InductionStep
from bot.messages import Reply, Sayable, _, lines, listed, words
from bot.use_cases.inducting.ask_for_session import ask_for_session, session_to_ask
from bot.use_cases.inducting.see_starters import StarterStanding, see_own_steps
from handlers.inducting.one import say_words
from handlers.inducting.phrases import STEP_NAMES, say_state, say_step
from handlers.inducting.taps import AskForSession, ShowOwnStep, ShowOwnSteps, WriteOfStep
from handlers.talking.paging import in_pages
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NOT_NEW = _("You are not marked as new to dual learning.")


def tapped_own(turn: Turn, _tap: ShowOwnSteps) -> Replies:
    """Show one's own steps."""
    own = see_own_steps(turn.uow, turn.person)
    return [show_own(turn, own) if own else Reply(NOT_NEW)]


def tapped_own_step(turn: Turn, tap: ShowOwnStep) -> Replies:
    """Show what was written of one's own step, and let it be written."""
    own = see_own_steps(turn.uow, turn.person)
    return [show_own_step(turn, own, tap.step) if own else Reply(NOT_NEW)]


def tapped_ask_session(turn: Turn, _tap: AskForSession) -> Replies:
    """Ask for the next session, once."""
    own = see_own_steps(turn.uow, turn.person)
    if own is None:
        return [Reply(NOT_NEW)]
    step = session_to_ask(own)
    if step is None:
        return [Reply(_("Your three sessions have been, or are planned."))]
    if own.is_asked(step):
        return [Reply(_("A session is asked for already."), edit=True)]
    named = ask_for_session(turn.uow, own, turn.person, turn.at)
    if not named:
        return [Reply(_("It is noted that you ask, and your school has named no coach yet."))]
    return [Reply(_("I tell {names} that you ask for a session.", names=listed(named)), edit=True)]


def show_own(turn: Turn, standing: StarterStanding, said: Sayable | None = None) -> Reply:
    """Show a teacher the own five steps."""
    coaches = turn.uow.teachers_coaches.list_of(turn.person.organisation_id)
    names = [coach.name for coach in coaches if coach.id != turn.person.id]
    text = lines(
        said,
        _("Your first steps in dual learning, with {names}:", names=listed(names))
        if names
        else _("Your first steps in dual learning:"),
        *(words("•", say_step(standing, own, turn.person, turn.today)) for own in InductionStep),
    )
    held = [
        button(STEP_NAMES[own], ShowOwnStep(own)) for own in InductionStep if standing.is_held(own)
    ]
    step = session_to_ask(standing)
    can_ask = names and step is not None and not standing.is_asked(step)
    ask = ((button(_("ask for a session"), AskForSession()),),) if can_ask else ()
    return offer(turn, Reply(text, (*in_pages(held, 2), *ask)))


def show_own_step(turn: Turn, standing: StarterStanding, step: InductionStep) -> Reply:
    """Show a teacher one of the own steps."""
    session = standing.sessions.get(step)
    text = lines(
        STEP_NAMES[step],
        say_state(standing, step, turn.person, turn.today),
        *(say_words(turn, session) if session else ()),
    )
    back = (button(_("‹ my steps"), ShowOwnSteps()),)
    write = (
        ((button(_("write of it"), WriteOfStep(session.id)),),)
        if session is not None and session.held_on is not None
        else ()
    )
    return offer(turn, Reply(text, (*write, back)))
