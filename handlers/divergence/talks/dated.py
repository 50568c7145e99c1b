"""A talk about an alert on the desk: how it is said, and what opens it."""

from bot.domain.dated import Dated
from bot.messages import Sayable, _
from handlers.divergence.taps import ShowAlert
from handlers.talking.turn import Turn


def say_dated(turn: Turn, dated: Dated) -> Sayable:
    """Say that a talk is planned, or that it is over and its alert is not."""
    if dated.due_on is not None and dated.due_on < turn.today:
        return _("talk about an alert: what came of it?")
    return _("talk about an alert")


def tap_dated(dated: Dated) -> ShowAlert:
    """Open the alert."""
    return ShowAlert(dated.about_id)
