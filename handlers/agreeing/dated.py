"""How the paperwork about placements is said on the desk, and what its button opens."""

from collections.abc import Callable, Mapping

from bot.domain.dated import Dated, Matter
from bot.messages import Sayable
from handlers.agreeing.agreements import dated as agreements
from handlers.agreeing.mentor_courses import dated as mentor_courses
from handlers.agreeing.recognitions import dated as recognitions
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn

Said = tuple[Callable[[Turn, Dated], Sayable], Callable[[Dated], Tap]]

SAID: Mapping[Matter, Said] = {
    Matter.AGREEMENT_MISSING: (agreements.say_dated, agreements.tap_dated),
    Matter.AGREEMENT_STEP: (agreements.say_dated, agreements.tap_dated),
    Matter.AGREEMENT_END: (agreements.say_dated, agreements.tap_dated),
    Matter.RECOGNITION: (recognitions.say_dated, recognitions.tap_dated),
    Matter.MENTOR_COURSE: (mentor_courses.say_dated, mentor_courses.tap_dated),
}


def say_dated(turn: Turn, dated: Dated) -> Sayable:
    """Say in one line what there is to do, without its date and its student."""
    return SAID[dated.matter][0](turn, dated)


def tap_dated(dated: Dated) -> Tap:
    """Make the button that opens the agreement."""
    return SAID[dated.matter][1](dated)
