"""How the desk says a handover, and what its button opens."""

from bot.domain.dated import Dated
from bot.messages import Sayable, _
from handlers.supporting.handover.taps import OpenHandover
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn


def say_dated(turn: Turn, dated: Dated) -> Sayable:
    """Say in short that a student goes to another coach, or came from one."""
    own = turn.uow.handovers.find(dated.about_id)
    if own is None:
        return _("handover")
    if own.is_planned:
        if own.wish.to_id == turn.person.id:
            return _("comes to you from another coach")
        to = turn.uow.people.find(own.wish.to_id)
        return _("goes to another coach: {name}", name=to.name if to else "—")
    return _("handed over to you: what is open?")


def tap_dated(dated: Dated) -> Tap:
    """Open it."""
    return OpenHandover(dated.about_id)
