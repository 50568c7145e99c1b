"""How a period is named, and why one is refused: the same words in chat and on the command line."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.days import day_of
from bot.domain.periods.period import Period, PeriodRule
from bot.domain.periods.reminders import Plan
from bot.messages import Day, Moment, Sayable, Text, _, _n, colon, lines, listed, words
from bot.use_cases.periods.refusals import AlreadyTaken, Decided, Unfit


def name_of(number: int) -> Text:
    """Name a period that is proposed."""
    return _("Period {number}", number=number)


NAMES = tuple(map(name_of, (1, 2, 3)))
"""How the proposed periods of a school year are called."""

_WHY = {
    PeriodRule.NAMED: _("A period needs a name, of at most 40 characters."),
    PeriodRule.OPENS_FIRST: _("A photo is taken at least a day after its period opens."),
    PeriodRule.SHORT_ENOUGH: _("That period would last longer than a year: look at its dates."),
    PeriodRule.CHOICE_INSIDE: _(
        "The choice begins before it ends, and ends before the photo is taken."
    ),
}
TAKEN = _("Its photo was taken, so that period stays as it is.")
DECIDED = _("The class council decided on its photo, so it stays the last one.")


def why_not(problem: Unfit | AlreadyTaken | Decided) -> Sayable:
    """Say why a period cannot be as it was asked for."""
    if isinstance(problem, AlreadyTaken):
        return TAKEN
    if isinstance(problem, Decided):
        return DECIDED
    if problem.rule is PeriodRule.NAME_ONCE:
        return _("There is a period called {name} already.", name=problem.other)
    if problem.rule is PeriodRule.NO_OVERLAP:
        return _("It would overlap with {name}.", name=problem.other)
    return _WHY[problem.rule]


def explain_refusal(problem: Unfit | AlreadyTaken | Decided) -> Text:
    """Say that nothing was changed, and why."""
    return _("{why} Nothing was changed.", why=why_not(problem))


def name_known(name: str, known: Sequence[Period]) -> Text:
    """Say that no period goes by a name, and which there are."""
    names = listed(period.name for period in known) if known else "–"
    return _("There is no period {name}; there are: {names}.", name=name, names=names)


def _say_dates(period: Period) -> Sayable:
    """Say when a period opens and when its photo is taken."""
    opens = Day(period.opens_at)
    if period.photo_at is None:
        return _("from {opens}, no deadline", opens=opens)
    return _("from {opens}, photo {photo}", opens=opens, photo=Moment(period.photo_at))


def _say_state(period: Period, at: datetime, zone: str, *, taken: bool) -> Text:
    if period.cancelled:
        return _("cancelled")
    if taken:
        return _("photo taken")
    if period.is_open(at):
        return _say_open(period.photo_at, at, zone)
    return _("not open yet") if at < period.opens_at else _("waits for its photo")


def _say_open(photo_at: datetime | None, at: datetime, zone: str) -> Text:
    if photo_at is None:
        return _("open")
    days = (day_of(photo_at, zone) - day_of(at, zone)).days
    if not days:
        return _("open, its photo is today")
    return _n("open, {count} day left", "open, {count} days left", days)


def say_period(period: Period, at: datetime, zone: str, *, taken: bool) -> Sayable:
    """Show a period in one line, with how it stands at an instant; a zone says what a day is."""
    state = _say_state(period, at, zone, taken=taken)
    shown = words(colon(period.name), _say_dates(period), words("(", state, ")", by=""))
    return words(shown, _("the last photo"), by=" · ") if period.last else shown


def say_plan(plan: Plan) -> Sayable:
    """Say what a programme reminds of, and when."""
    days = ", ".join(map(str, plan.days))
    return lines(
        _("Reminders, in days before the photo: {days}.", days=days)
        if days
        else _("No reminders."),
        _say_rehearsal(plan.rehearsal) if plan.rehearsal is not None else None,
        _say_missing(plan.missing) if plan.missing is not None else None,
    )


def _say_rehearsal(days: int) -> Sayable:
    if not days:
        return _("On the day itself everybody sees what the photo would show.")
    return _n(
        "{count} day ahead everybody sees what the photo would show.",
        "{count} days ahead everybody sees what the photo would show.",
        days,
    )


def _say_missing(days: int) -> Sayable:
    if not days:
        return _("On the day itself the coach hears who has not scored.")
    return _n(
        "{count} day ahead the coach hears who has not scored.",
        "{count} days ahead the coach hears who has not scored.",
        days,
    )
