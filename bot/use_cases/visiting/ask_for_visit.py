"""Ask the coach for a visit, as student, mentor or teacher."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted
from bot.use_cases.visiting.see_visits import VisitStanding

LASTS = timedelta(days=30)
"""How long a message that a coach cannot get yet is of use."""


def ask_for_visit(
    uow: UnitOfWork, standing: VisitStanding, who: Person, at: datetime
) -> Sequence[str]:
    """Keep that somebody asks for a visit, and tell the coaches; gives their names.

    Where one is asked for or planned already nothing is kept, and nobody is told.
    """
    if standing.to_come is not None:
        return ()
    placed = standing.placed
    visit = uow.visits.add(placed, at, asked_by=who.id)
    named = []
    for coach, _zone in uow.alerts.list_coaches(placed.track_id):
        known = uow.people.find(coach)
        told = Posted(
            coach,
            MessageKind.ANSWER,
            f"{Asks.VISIT_ASKED}:{visit}:{coach}",
            Asks.VISIT_ASKED,
            track_id=placed.track_id,
            expires_at=at + LASTS,
            about_id=visit,
        )
        if known is not None and uow.outbox.post(told, at) is not None:
            named.append(known.name)
    return named
