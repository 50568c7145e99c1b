"""Acknowledge an alert: its coach has seen it."""

from datetime import datetime

from bot.domain.divergence.interventions import InterventionKind
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert
from bot.use_cases.divergence.record_intervention import record_intervention


def acknowledge_alert(uow: UnitOfWork, alert: Alert, coach_id: int, at: datetime) -> None:
    """Note that a coach has seen an alert that stands open; it goes into the log."""
    uow.alerts.acknowledge(alert.id, at)
    record_intervention(uow, alert, coach_id, InterventionKind.SEEN, at)
