"""Plan a visit, move it, or call it off."""

from datetime import datetime

from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.visiting.see_visits import VisitStanding


def plan_visit(
    uow: UnitOfWork, standing: VisitStanding, coach: Person, moment: datetime, at: datetime
) -> int:
    """Plan the visit that is to come for a moment (aware), or a new one; gives its identity."""
    visit = standing.to_come.id if standing.to_come else uow.visits.add(standing.placed, at)
    uow.visits.plan(visit, coach.id, moment)
    uow.acts.record(coach.id, Act.VISIT, at, standing.placed.workplace, {"of": visit})
    return visit


def call_off_visit(uow: UnitOfWork, standing: VisitStanding, by: Doer) -> bool:
    """Call the visit off that is to come; False where there is none."""
    if standing.to_come is None:
        return False
    visit = standing.to_come.id
    uow.visits.call_off(visit, by.at)
    uow.acts.record(by.person_id, Act.VISIT, by.at, standing.placed.workplace, {"of": visit})
    return True
