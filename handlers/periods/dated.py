"""A photo on the desk: how it is said, and what opens it."""

from bot.domain.dated import Dated
from bot.messages import Sayable, _
from handlers.periods.taps import ShowPeriod
from handlers.talking.turn import Turn


def say_dated(_turn: Turn, dated: Dated) -> Sayable:
    """Say of which period it is the photo."""
    return _("photo of {period}", period=dated.words or "")


def tap_dated(dated: Dated) -> ShowPeriod:
    """Open the period."""
    return ShowPeriod(dated.about_id)
