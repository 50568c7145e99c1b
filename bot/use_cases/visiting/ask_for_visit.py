"""Ask the coach for a visit, as student, mentor or teacher."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.errands import NewErrand
from bot.use_cases.visiting.see_visits import VisitStanding

LASTS = timedelta(days=30)
"""How long it waits for a coach who is away: it stands among the visits in any case."""


def ask_for_visit(
    uow: UnitOfWork, standing: VisitStanding, who: Person, at: datetime
) -> Sequence[str]:
    """Keep that somebody asks for a visit, and tell the coaches in their hours; gives their names.

    It is told within the one message of their day.

    Where one is asked for or planned already nothing is kept, and nobody is told.
    """
    if standing.to_come is not None:
        return ()
    placed = standing.placed
    visit = uow.visits.add(placed, at, asked_by=who.id)
    coaches = [uow.people.find(coach) for coach, _zone in uow.alerts.list_coaches(placed.track_id)]
    known = [coach for coach in coaches if coach is not None]
    uow.errands.give(
        [
            NewErrand(
                organisation_id=coach.organisation_id,
                person_id=coach.id,
                kind=ErrandKind.VISIT_ASKED,
                subject=str(visit),
                due_at=at,
                expires_at=at + LASTS,
                about_id=visit,
            )
            for coach in known
        ]
    )
    uow.acts.record(who.id, Act.TOLD, at)
    return [coach.name for coach in known]
