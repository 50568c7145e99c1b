"""The day on which something was done: tapped, or typed as people write it."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.domain.folding import fold
from bot.messages import Button, Sayable, _
from handlers.evaluating.deciding.phrases import say_day
from handlers.talking.meaning.dates import read_day
from handlers.talking.meaning.near_days import reaches
from handlers.talking.paging import in_pages
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Turn

OFFERED = 4
"""Days that are offered, from today back."""

_YESTERDAY = frozenset({"yesterday", "gisteren", "hier", "gestern"})


def offer_days(
    turn: Turn, first: date, taps: Callable[[date], Tap]
) -> tuple[tuple[Button, ...], ...]:
    """Offer today and the days before it, none before the `first`, two in a row."""
    days = (turn.today - timedelta(days=back) for back in range(OFFERED))
    buttons = [button(_day_label(turn, day), taps(day)) for day in days if day >= first]
    return tuple(in_pages(buttons, 2))


def _day_label(turn: Turn, day: date) -> Sayable:
    back = (turn.today - day).days
    return {0: _("today"), 1: _("yesterday")}.get(back) or say_day(turn, day)


def read_past_day(turn: Turn, text: str) -> date | None:
    """Read a day that was: a date, 'yesterday', or '25 June', which is the one before today."""
    written = text.strip(" .!")
    if fold(written) in _YESTERDAY:
        return turn.today - timedelta(days=1)
    day = read_day(written) or reaches(written, turn.today)
    if day is None or day <= turn.today or read_day(written):
        return day
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return None
