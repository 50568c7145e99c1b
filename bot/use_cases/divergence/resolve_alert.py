"""Resolve an alert with what was done about it."""

from dataclasses import replace
from datetime import datetime

from bot.domain.divergence.alerts import AlertState
from bot.domain.divergence.interventions import InterventionKind
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert
from bot.use_cases.divergence.record_intervention import record_intervention
from bot.use_cases.divergence.see_divergence import place_of


def resolve_alert(uow: UnitOfWork, alert: Alert, coach_id: int, text: str, at: datetime) -> None:
    """Resolve an alert that stands open; what was done goes into the log in the coach's words.

    It comes back only if the views grow further apart.
    """
    resolved = replace(alert.standing, state=AlertState.RESOLVED)
    uow.alerts.keep(place_of(alert), resolved, at)
    record_intervention(uow, alert, coach_id, InterventionKind.RESOLVED, at, text)
