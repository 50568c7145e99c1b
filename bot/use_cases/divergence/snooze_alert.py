"""Put an alert off: it is told again after some days, if it still stands."""

from datetime import datetime

from bot.domain.divergence.interventions import SNOOZE, InterventionKind
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert
from bot.use_cases.divergence.record_intervention import record_intervention


def snooze_alert(uow: UnitOfWork, alert: Alert, coach_id: int, at: datetime) -> datetime:
    """Put off an alert that stands open, and log it; returns until when (aware)."""
    until = at + SNOOZE
    uow.alerts.snooze(alert.id, until)
    record_intervention(uow, alert, coach_id, InterventionKind.PUT_OFF, at)
    return until
