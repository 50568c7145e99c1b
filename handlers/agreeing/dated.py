"""How the paperwork about placements is said on the desk, and what its button opens."""

from collections.abc import Callable, Mapping

from bot.domain.dated import Dated, Matter
from bot.messages import Sayable
from handlers.agreeing.agreements.dated import (
    open_agreement,
    say_agreement_ends,
    say_missing,
    say_steps_open,
)
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn

SAID: Mapping[Matter, tuple[Callable[[Turn, Dated], Sayable], Callable[[Dated], Tap]]] = {
    Matter.AGREEMENT_MISSING: (say_missing, open_agreement),
    Matter.AGREEMENT_STEP: (say_steps_open, open_agreement),
    Matter.AGREEMENT_END: (say_agreement_ends, open_agreement),
}


def say_dated(turn: Turn, dated: Dated) -> Sayable:
    """Say in one line what there is to do, without its date and its student."""
    return SAID[dated.matter][0](turn, dated)


def tap_dated(dated: Dated) -> Tap:
    """Give the button that opens it."""
    return SAID[dated.matter][1](dated)
