"""Record what was done about an alert: in the log of its track, and where the alert was told."""

from datetime import datetime

from bot.domain.divergence.interventions import InterventionKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.divergence import Alert
from bot.use_cases.divergence.tell_coaches import show_anew


def record_intervention(
    uow: UnitOfWork,
    alert: Alert,
    author_id: int,
    kind: InterventionKind,
    at: datetime,
    text: str = "",
) -> None:
    """Record one thing that was done, and show the coaches' messages about the alert anew."""
    uow.acts.record(author_id, Act.ALERT, at)
    uow.interventions.record(alert, author_id, kind.value, text, at)
    show_anew(uow, alert.id, at)
