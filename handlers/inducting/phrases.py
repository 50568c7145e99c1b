"""How teachers new to dual learning and their steps are said."""

from datetime import date

from bot.domain.days import opening
from bot.domain.inducting.steps import InductionStep
from bot.domain.school.tracks import Person
from bot.messages import Day, Moment, Sayable, Text, _, colon, words
from bot.use_cases.inducting.see_starters import StarterStanding

STEP_NAMES: dict[InductionStep, Text] = {
    InductionStep.WELCOME: _("welcome session"),
    InductionStep.TOGETHER: _("instruction together"),
    InductionStep.FIRST: _("first session"),
    InductionStep.SECOND: _("second session"),
    InductionStep.THIRD: _("third session"),
}

NOT_YOUR_TEACHER = _("That teacher is not new here, or you are not the teachers’ coach.")


def say_day_to(day: date, reader: Person) -> Day:
    """Show a day to somebody."""
    return Day(opening(day, reader.time_zone))


def say_step(
    standing: StarterStanding, step: InductionStep, reader: Person, today: date
) -> Sayable:
    """Say a step and how it stands with it."""
    return words(colon(STEP_NAMES[step]), say_state(standing, step, reader, today))


def say_state(
    standing: StarterStanding, step: InductionStep, reader: Person, today: date
) -> Sayable:
    """Say when a step has been, is planned, or is due."""
    session = standing.sessions.get(step)
    if session is not None and session.held_on is not None:
        return _("it was on {day}", day=say_day_to(session.held_on, reader))
    if session is not None and session.planned_for is not None:
        when = Moment(session.planned_for)
        if standing.due_on(step) < today:
            return _("planned: {when}; was it?", when=when)
        return _("planned: {when}", when=when)
    due = say_day_to(standing.due_on(step), reader)
    if standing.is_asked(step):
        return _("asked for, and not planned yet")
    if standing.due_on(step) < today:
        return _("was due by {day}", day=due)
    return _("due by {day}", day=due)
