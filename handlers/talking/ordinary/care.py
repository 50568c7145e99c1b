"""A person to turn to, for who tells of danger: the school's own text, or the coach by name."""

from collections.abc import Sequence

from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.talking.whom_to_turn_to import whom_to_turn_to
from handlers.talking.ordinary.danger import tells_of_danger
from handlers.talking.turn import Replies, Turn

NO_HELP = _(
    "What you write sounds serious. I am a program: I cannot help, and I raise no alarm with "
    "anybody. A person can help."
)


def care(turn: Turn) -> Replies:
    """Name a person to turn to, where what was said tells of danger; else say nothing."""
    if turn.said.tap or not tells_of_danger(turn.said.text or turn.said.caption):
        return []
    found = whom_to_turn_to(turn.uow, turn.person, turn.tracks)
    return [Reply(lines(NO_HELP, found.own or _usual(found.coaches)))]


def _usual(coaches: Sequence[str]) -> Sayable:
    names = ", ".join(coaches)
    talk = (
        _("Talk today with {names} at school, or with somebody you trust.", names=names)
        if names
        else _("Talk today with somebody at school whom you trust.")
    )
    return lines(talk, _("Is somebody in danger right now? Call 112."))
