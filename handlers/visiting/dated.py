"""What of visits has a date: how the desk says it, and what opens it."""

from bot.domain.dated import Dated, Matter
from bot.messages import Quoted, Sayable, Text, _
from handlers.talking.routing.route import OnDesk
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn
from handlers.visiting.taps import ShowPromise, ShowVisits

_SAID: dict[Matter, Text] = {
    Matter.VISIT_OWED: _("a visit is due"),
    Matter.VISIT_ASKED: _("a visit is asked for"),
    Matter.VISIT_PLANNED: _("visit"),
}


def say_dated(_turn: Turn, dated: Dated) -> Sayable:
    """Say in a few words what it is, and where."""
    if dated.matter is Matter.PROMISE:
        return _("promised: {what}", what=Quoted(dated.words or ""))
    said = _SAID[dated.matter]
    if dated.place is None:
        return said
    return _("{what} at {workplace}", what=said, workplace=dated.place)


def tap_dated(dated: Dated) -> Tap:
    """Open the visits at a placement, or the promise."""
    if dated.matter is Matter.PROMISE:
        return ShowPromise(dated.about_id)
    return ShowVisits(dated.about_id)


DATED = {matter: OnDesk(say_dated, tap_dated) for matter in (*_SAID, Matter.PROMISE)}
