"""How the desk says that somebody stands in no more after a day."""

from bot.domain.dated import Dated
from bot.domain.supporting.substitutes import Substitution
from bot.messages import Sayable, _
from handlers.supporting.substitutes.taps import ShowSubstitution
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn


def say_dated(turn: Turn, dated: Dated) -> Sayable:
    """Say who stands in for whom, until the day that stands beside it."""
    found = turn.uow.substitutes.find([dated.about_id])
    if not found:
        return _("somebody stands in")
    own = Substitution(tuple(found)).first
    return _("{name} stands in for {absent}", name=own.person, absent=own.absent)


def tap_dated(dated: Dated) -> Tap:
    """Open it."""
    return ShowSubstitution(dated.about_id)
