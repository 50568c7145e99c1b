"""How the paperwork about placements is said on the desk, and what its button opens."""

from collections.abc import Mapping

from bot.domain.dated import Matter
from handlers.agreeing.agreements import dated as agreements
from handlers.agreeing.mentor_courses import dated as mentor_courses
from handlers.agreeing.recognitions import dated as recognitions
from handlers.talking.routing.route import OnDesk

_AGREEMENT = OnDesk(agreements.say_dated, agreements.tap_dated)

DATED: Mapping[Matter, OnDesk] = {
    Matter.AGREEMENT_MISSING: _AGREEMENT,
    Matter.AGREEMENT_STEP: _AGREEMENT,
    Matter.AGREEMENT_END: _AGREEMENT,
    Matter.RECOGNITION: OnDesk(recognitions.say_dated, recognitions.tap_dated),
    Matter.MENTOR_COURSE: OnDesk(mentor_courses.say_dated, mentor_courses.tap_dated),
}
