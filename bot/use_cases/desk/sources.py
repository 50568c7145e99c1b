"""Where what stands on a desk comes from: each sort of thing with a date, and what lists it."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.domain.dated import Dated, Matter
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.agreeing.list_dated import list_dated as list_agreeing
from bot.use_cases.desk.list_dated import list_dated as list_own
from bot.use_cases.divergence.talks.list_dated import list_dated as list_talks
from bot.use_cases.inducting.list_dated import list_dated as list_steps
from bot.use_cases.matching.list_dated import list_dated as list_intakes
from bot.use_cases.periods.list_dated import list_dated as list_photos
from bot.use_cases.planning.training_plans.list_dated import list_dated as list_plans
from bot.use_cases.supporting.handover.list_dated import list_dated as list_handovers
from bot.use_cases.supporting.substitutes.list_dated import list_dated as list_substitutes
from bot.use_cases.visiting.list_dated import list_dated as list_visits

ListDated = Callable[[UnitOfWork, Person, Sequence[Track], date, date], list[Dated]]

SOURCES: dict[Matter, ListDated] = {
    Matter.VISIT_OWED: list_visits,
    Matter.VISIT_ASKED: list_visits,
    Matter.VISIT_PLANNED: list_visits,
    Matter.PROMISE: list_visits,
    Matter.TALK: list_talks,
    Matter.PHOTO: list_photos,
    Matter.AGREEMENT_MISSING: list_agreeing,
    Matter.AGREEMENT_STEP: list_agreeing,
    Matter.AGREEMENT_END: list_agreeing,
    Matter.TRAINING_PLAN: list_plans,
    Matter.RECOGNITION: list_agreeing,
    Matter.MENTOR_COURSE: list_agreeing,
    Matter.TEACHER_STEP: list_steps,
    Matter.INTERVIEW: list_intakes,
    Matter.CANDIDATE: list_intakes,
    Matter.HANDOVER: list_handovers,
    Matter.SUBSTITUTE: list_substitutes,
    Matter.OWN: list_own,
}
