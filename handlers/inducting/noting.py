"""What the teacher and the teachers' coach write of a session, for each other alone."""

from bot.domain.inducting.steps import LONGEST_WORDS, InductionSession
from bot.messages import Reply, Sayable, _, lines, words
from bot.use_cases.inducting.hold_step import TooLongOfStep, keep_step_words
from bot.use_cases.inducting.see_starters import see_own_steps, see_starter
from handlers.inducting.asked import StepWordsAwaited
from handlers.inducting.one import show_step
from handlers.inducting.own import show_own_step
from handlers.inducting.phrases import NOT_YOUR_TEACHER, STEP_NAMES
from handlers.inducting.taps import ShowOwnStep, ShowStep, WriteOfStep
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words


def tapped_write_step(turn: Turn, tap: WriteOfStep) -> Replies:
    """Ask for words of a step; they take the place of the ones before."""
    session = _of_two(turn, tap.induction)
    if session is None:
        return [Reply(NOT_YOUR_TEACHER)]
    return ask_words(turn, session, _other(turn, session))


def ask_words(turn: Turn, session: InductionSession, other: Sayable) -> Replies:
    """Ask what was said at a step, and say who reads it."""
    text = lines(
        STEP_NAMES[session.step],
        _("What did you talk about, and what comes next? Type it in your own words."),
        _("You and {name} read it, and nobody else.", name=other),
    )
    own = session.teacher_id == turn.person.id
    instead = ShowOwnStep(session.step) if own else ShowStep(session.teacher_id, session.step)
    return await_words(
        turn, StepWordsAwaited(induction=session.id), text, button(_("skip"), instead)
    )


def typed_step_words(turn: Turn, question: StepWordsAwaited, text: str) -> Replies:
    """Keep what was typed of a step, and show it."""
    session = _of_two(turn, question.induction)
    if session is None:
        turn.close()
        return [Reply(NOT_YOUR_TEACHER)]
    try:
        keep_step_words(turn.uow, session, turn.person, text.strip(), turn.at)
    except TooLongOfStep:
        long = _(
            "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
            most=LONGEST_WORDS,
            count=len(text.strip()),
        )
        return [Reply(long)]
    turn.close()
    if session.teacher_id == turn.person.id:
        own = see_own_steps(turn.uow, turn.person)
        return [show_own_step(turn, own, session.step)] if own else [Reply(words(_("Stored.")))]
    standing = see_starter(turn.uow, turn.person, session.teacher_id)
    return [show_step(turn, standing, session.step) if standing else Reply(NOT_YOUR_TEACHER)]


def _of_two(turn: Turn, session_id: int) -> InductionSession | None:
    """Find a step that has been, of this teacher or held by this coach, who still is one."""
    session = turn.uow.inductions.find(session_id)
    if session is None or session.held_on is None:
        return None
    if session.teacher_id == turn.person.id:
        return session
    theirs = see_starter(turn.uow, turn.person, session.teacher_id)
    return session if theirs and session.coach_id == turn.person.id else None


def _other(turn: Turn, session: InductionSession) -> Sayable:
    teaches = session.teacher_id == turn.person.id
    other = turn.uow.people.find((session.coach_id or 0) if teaches else session.teacher_id)
    return other.name if other else _("the teachers’ coach")
