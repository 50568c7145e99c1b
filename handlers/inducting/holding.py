"""Saying that a step has been: of one teacher, or the instruction of several at once."""

from datetime import date, timedelta
from functools import partial

from bot.domain.inducting.steps import InductionStep
from bot.messages import Reply, Sayable, _, lines, listed, words
from bot.use_cases.inducting.hold_step import (
    WrongStepDay,
    hold_step,
    hold_together,
)
from bot.use_cases.inducting.leave_out import leave_out
from bot.use_cases.inducting.see_starters import StarterStanding, see_starter, see_starters
from handlers.inducting.asked import StepDayOffered
from handlers.inducting.noting import ask_words
from handlers.inducting.phrases import NOT_YOUR_TEACHER, STEP_NAMES, say_day_to
from handlers.inducting.planning import NOBODY_OPEN, leave_out_buttons
from handlers.inducting.taps import (
    ListStarters,
    NotTogether,
    StepWas,
    StepWasOn,
    TogetherWas,
    TogetherWasOn,
)
from handlers.talking.meaning.near_days import reaches
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

TOGETHER = InductionStep.TOGETHER
WRONG_DAY = _("Nothing was stored: a step is noted once it has been, within two months.")


def tapped_step_was(turn: Turn, tap: StepWas) -> Replies:
    """Ask on which day a step has been."""
    standing = see_starter(turn.uow, turn.person, tap.teacher)
    if standing is None:
        return [Reply(NOT_YOUR_TEACHER)]
    days = _days(turn, [standing], tap.step)
    rows = tuple(
        (button(_day_label(turn, day), StepWasOn(tap.teacher, tap.step, day)),) for day in days
    )
    kind = partial(StepDayOffered, teacher=tap.teacher, step=tap.step.value)
    return [offer(turn, Reply(_ask_day(tap.step), rows), kind)]


def tapped_together_was(turn: Turn, _tap: TogetherWas) -> Replies:
    """Ask on which day the instruction has been that was planned."""
    planned = _planned_together(turn)
    if not planned:
        return [Reply(NOBODY_OPEN)]
    days = _days(turn, planned, TOGETHER)
    rows = tuple((button(_day_label(turn, day), TogetherWasOn(day)),) for day in days)
    return [offer(turn, Reply(_ask_day(TOGETHER), rows), StepDayOffered)]


def mean_step_day(turn: Turn, asked: StepDayOffered, text: str) -> Tap | None:
    """Read the day that is typed: one of the last weeks."""
    day = reaches(text, turn.today)
    if day is None:
        return None
    if turn.today < day <= turn.today + timedelta(days=7):
        day -= timedelta(days=7)
    if not asked.teacher:
        return TogetherWasOn(day)
    return StepWasOn(asked.teacher, InductionStep(asked.step), day)


def tapped_step_day(turn: Turn, tap: StepWasOn) -> Replies:
    """Note on which day a step has been, and ask what was said."""
    standing = see_starter(turn.uow, turn.person, tap.teacher)
    if standing is None:
        return [Reply(NOT_YOUR_TEACHER)]
    try:
        session_id = hold_step(turn.uow, standing, tap.step, turn.person, tap.day, turn.at)
    except WrongStepDay:
        return [Reply(WRONG_DAY)]
    session = turn.uow.inductions.find(session_id)
    return ask_words(turn, session, standing.starter.name) if session else []


def tapped_together_day(turn: Turn, tap: TogetherWasOn) -> Replies:
    """Note it for all for whom it was planned; each can be left out."""
    planned = _planned_together(turn)
    if not planned:
        return [Reply(NOBODY_OPEN)]
    try:
        hold_together(turn.uow, planned, turn.person, tap.day, turn.at)
    except WrongStepDay:
        return [Reply(WRONG_DAY)]
    names = listed([own.starter.name for own in planned])
    text = lines(
        _("The instruction of {day} is noted for {names}.",
          day=say_day_to(tap.day, turn.person), names=names),
        _("Was somebody not there?"),
    )  # fmt: skip
    back = (button(_("‹ all who are new"), ListStarters(0)),)
    return [offer(turn, Reply(text, (*leave_out_buttons(planned), back)))]


def tapped_not_together(turn: Turn, tap: NotTogether) -> Replies:
    """Leave a teacher out of the instruction, planned or held: for them it is still to come."""
    standing = see_starter(turn.uow, turn.person, tap.teacher)
    if standing is None:
        return [Reply(NOT_YOUR_TEACHER)]
    name = standing.starter.name
    still = _("Without {name}: for them the instruction is still to come.", name=name)
    told = leave_out(turn.uow, standing, turn.doer)
    hears = _("I tell {names}.", names=name) if told else None
    return [Reply(words(still, hears))]


def _planned_together(turn: Turn) -> list[StarterStanding]:
    return [own for own in see_starters(turn.uow, turn.person) if own.is_planned(TOGETHER)]


def _days(turn: Turn, standings: list[StarterStanding], step: InductionStep) -> list[date]:
    """Offer the planned day where it is over or today, today, and yesterday."""
    planned = [own.due_on(step) for own in standings if own.is_planned(step)]
    before = [day for day in planned if day <= turn.today]
    return [*dict.fromkeys([*before, turn.today, turn.today - timedelta(days=1)])][:3]


def _ask_day(step: InductionStep) -> Sayable:
    return words(STEP_NAMES[step], _("On which day was it? Tap it, or type a date."), by=" · ")


def _day_label(turn: Turn, day: date) -> Sayable:
    shown = say_day_to(day, turn.person)
    if day == turn.today:
        return _("today, {day}", day=shown)
    if day == turn.today - timedelta(days=1):
        return _("yesterday, {day}", day=shown)
    return words(shown)
