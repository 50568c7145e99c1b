"""How a recognition with a date is said where all that has a date stands together."""

from bot.domain.dated import Dated
from bot.messages import Sayable, _
from handlers.agreeing.recognitions.phrases import say_day
from handlers.agreeing.recognitions.taps import ShowRecognition
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn


def say_dated(turn: Turn, dated: Dated) -> Sayable:
    """Say in a line what there is to do about the recognition of a workplace."""
    workplace = dated.place or ""
    if dated.ends_on is None:
        return _("recognition of {workplace} is missing", workplace=workplace)
    day = say_day(dated.ends_on, turn.person)
    if dated.ends_on < turn.today:
        return _("recognition of {workplace} ended on {day}", workplace=workplace, day=day)
    return _("recognition of {workplace} ends on {day}", workplace=workplace, day=day)


def tap_dated(dated: Dated) -> Tap:
    """Open the recognition."""
    return ShowRecognition(dated.about_id)
