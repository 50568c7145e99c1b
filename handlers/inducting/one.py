"""One teacher who is new, and one step of theirs."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.inducting.steps import InductionSession, InductionStep
from bot.messages import Button, Quoted, Reply, Sayable, _, colon, lines, words
from bot.use_cases.inducting.hold_step import read_step_words, take_back_step
from bot.use_cases.inducting.plan_step import call_off_step
from bot.use_cases.inducting.see_starters import StarterStanding, see_starter
from handlers.inducting.phrases import (
    NOT_YOUR_TEACHER,
    STEP_NAMES,
    say_day_to,
    say_state,
    say_step,
)
from handlers.inducting.taps import (
    CallOffStep,
    EndStarter,
    ListStarters,
    PlanStep,
    SayFirstDay,
    ShowStarter,
    ShowStep,
    StepWas,
    StepWasNot,
    WriteOfStep,
)
from handlers.talking.paging import in_pages
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def tapped_starter(turn: Turn, tap: ShowStarter) -> Replies:
    """Show a teacher of a button."""
    standing = see_starter(turn.uow, turn.person, tap.teacher)
    return [show_one(turn, standing) if standing else Reply(NOT_YOUR_TEACHER)]


def tapped_step(turn: Turn, tap: ShowStep) -> Replies:
    """Show a step of a teacher."""
    standing = see_starter(turn.uow, turn.person, tap.teacher)
    return [show_step(turn, standing, tap.step) if standing else Reply(NOT_YOUR_TEACHER)]


def tapped_call_off_step(turn: Turn, tap: CallOffStep) -> Replies:
    """Call a step off, and say who hears it."""
    standing = see_starter(turn.uow, turn.person, tap.teacher)
    if standing is None:
        return [Reply(NOT_YOUR_TEACHER)]
    told = call_off_step(turn.uow, standing, tap.step, turn.doer)
    said = (
        _("Nothing was planned.")
        if told is None
        else _("Called off: I tell {name}.", name=standing.starter.name)
        if told
        else _("Called off. Nothing reaches {name} yet: say it yourself.",
               name=standing.starter.name)
    )  # fmt: skip
    return [_anew(turn, standing, tap.step, said)]


def tapped_step_was_not(turn: Turn, tap: StepWasNot) -> Replies:
    """Take back that a step has been."""
    standing = see_starter(turn.uow, turn.person, tap.teacher)
    if standing is None:
        return [Reply(NOT_YOUR_TEACHER)]
    if not standing.is_held(tap.step):
        return [_anew(turn, standing, tap.step, _("It was not noted as held."))]
    take_back_step(turn.uow, standing.sessions[tap.step], turn.doer)
    return [_anew(turn, standing, tap.step, _("Taken back: it is still to come."))]


def show_one(turn: Turn, standing: StarterStanding, said: Sayable | None = None) -> Reply:
    """Show the five steps of a teacher."""
    teacher = standing.starter
    text = lines(
        said,
        _("New to dual learning: {name}", name=teacher.name),
        _("First day of teaching: {day}", day=say_day_to(teacher.starts_on, turn.person))
        if teacher.starts_on
        else _("The first day of teaching is not known: steps count from two weeks after {day}.",
               day=say_day_to(teacher.since, turn.person)),
        *(words("•", say_step(standing, own, turn.person, turn.today)) for own in InductionStep),
    )  # fmt: skip
    steps = [button(STEP_NAMES[own], ShowStep(teacher.person_id, own)) for own in InductionStep]
    rows = (
        *in_pages(steps, 2),
        (
            button(_("first day …"), SayFirstDay(teacher.person_id)),
            button(_("not new any more"), EndStarter(teacher.person_id)),
        ),
        (button(_("‹ all who are new"), ListStarters(0)),),
    )
    return offer(turn, Reply(text, rows))


def show_step(
    turn: Turn, standing: StarterStanding, step: InductionStep, said: Sayable | None = None
) -> Reply:
    """Show a step of a teacher, with what was written of it for this reader."""
    session = standing.sessions.get(step)
    text = lines(
        said,
        words(colon(standing.starter.name), STEP_NAMES[step]),
        say_state(standing, step, turn.person, turn.today),
        *(say_words(turn, session) if session else ()),
    )
    return offer(turn, Reply(text, tuple(_step_ways(standing, step))))


def say_words(turn: Turn, session: InductionSession) -> Iterator[Sayable]:
    """Say what was written of a step, as far as this reader may."""
    for author, written in read_step_words(turn.uow, session, turn.person):
        by = turn.uow.people.find(author)
        if author == turn.person.id:
            yield words(_("You wrote:"), Quoted(written))
        elif by is not None:
            yield words(_("{name} wrote:", name=by.name), Quoted(written))


def _step_ways(standing: StarterStanding, step: InductionStep) -> Iterator[tuple[Button, ...]]:
    teacher = standing.starter.person_id
    if standing.is_held(step):
        yield (
            button(_("write of it"), WriteOfStep(standing.sessions[step].id)),
            button(_("it was not"), StepWasNot(teacher, step)),
        )
    else:
        planned = standing.is_planned(step)
        plan = button(_("another moment …") if planned else _("plan it"), PlanStep(teacher, step))
        off = planned or standing.is_asked(step)
        yield (plan, *((button(_("call it off"), CallOffStep(teacher, step)),) if off else ()))
        yield (button(_("it has been"), StepWas(teacher, step)),)
    yield (button(_("‹ the five steps"), ShowStarter(teacher)),)


def _anew(turn: Turn, before: StarterStanding, step: InductionStep, said: Sayable) -> Reply:
    now = see_starter(turn.uow, turn.person, before.starter.person_id) or before
    return replace(show_step(turn, now, step, said), edit=True)
