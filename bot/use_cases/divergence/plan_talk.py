"""Plan a talk about an alert with everybody who scores the student."""

from datetime import datetime

from bot.domain.divergence.interventions import InterventionKind
from bot.domain.divergence.talks import propose
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert
from bot.use_cases.divergence.record_intervention import record_intervention


def plan_talk(uow: UnitOfWork, alert: Alert, coach: Person, at: datetime) -> datetime:
    """Log that a talk is planned; returns the moment to propose (aware), in the coach's zone.

    The moment is not kept: it is in the calendar of whoever takes it there.
    """
    record_intervention(uow, alert, coach.id, InterventionKind.TALK_PLANNED, at)
    return propose(at, coach.time_zone)
