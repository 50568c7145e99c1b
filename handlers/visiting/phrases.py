"""How visits and what was promised there are said."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.days import opening
from bot.domain.school.tracks import Person
from bot.domain.visiting.promises import Promise, PromiseOutcome
from bot.domain.visiting.visits import MinutePart, Placed
from bot.messages import Button, Day, Moment, Sayable, Text, _, words
from bot.use_cases.visiting.see_visits import VisitStanding
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.routing.tap import button
from handlers.visiting.taps import EndPromise

MINUTE_HEADS: dict[MinutePart, Text] = {
    MinutePart.GOING: _("How it goes there:"),
    MinutePart.TALKED: _("Talked about:"),
}
LETTERS = 24
"""Letters of a promise on a button."""

ENDED_BY_BUTTON = 4
"""Promises that have buttons: the others follow once these have ended."""

NOT_YOUR_VISIT = _("That visit is not one of yours.")


def place_of(placed: Placed) -> Sayable:
    """Name a placement: whose, and where."""
    return _("{student} at {workplace}", student=placed.student, workplace=placed.workplace)


def say_day(day: date, reader: Person) -> Day:
    """Show a day to somebody."""
    return Day(opening(day, reader.time_zone))


def say_last(standing: VisitStanding, reader: Person) -> Sayable:
    """Say when a coach was there last."""
    if standing.last is None or standing.last.held_on is None:
        return _("Nobody visited yet.")
    return _("Last visit: {day}.", day=say_day(standing.last.held_on, reader))


def say_next(standing: VisitStanding, reader: Person, today: date) -> Sayable:
    """Say for when the next visit is planned, or by when it is owed."""
    to_come = standing.to_come
    if to_come is not None and to_come.planned_for is not None:
        return _("Planned: {when}.", when=Moment(to_come.planned_for))
    asked = _("A visit is asked for, and not planned yet.") if to_come else None
    return words(asked, _owed(standing, reader, today))


def _owed(standing: VisitStanding, reader: Person, today: date) -> Sayable:
    if standing.owed_by is None:
        return _("One is due before the start.")
    day = say_day(standing.owed_by, reader)
    if standing.owed_by < today:
        return _("One was due by {day}.", day=day)
    if standing.last is None:
        return _("The first is due by {day}.", day=day)
    return _("The next is due by {day}.", day=day)


def list_promises(promises: Sequence[Promise], reader: Person) -> Iterator[Sayable]:
    """Write what was promised, each with who promised it and until when."""
    for own in promises:
        until = _("until {day}", day=say_day(own.due_on, reader)) if own.due_on else None
        yield words("•", words(ROLE_WORD[own.owed_by], own.words, until, by=" · "))


def end_buttons(promises: Sequence[Promise]) -> tuple[tuple[Button, ...], ...]:
    """Offer to say of the promises that are due first that they were kept, or count no more."""
    return tuple(
        (
            button(words("✓", short(own.words, LETTERS)), EndPromise(own.id, PromiseOutcome.KEPT)),
            button(_("no more"), EndPromise(own.id, PromiseOutcome.DROPPED)),
        )
        for own in promises[:ENDED_BY_BUTTON]
    )
