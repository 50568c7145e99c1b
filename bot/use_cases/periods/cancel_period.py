"""Cancel an evaluation period: there will be no photo, and what was scored stays."""

from dataclasses import replace
from datetime import datetime

from bot.domain.periods.period import Period
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.periods.refusals import refuse_taken


def cancel_period(uow: UnitOfWork, period: Period, at: datetime, by: int | None = None) -> Period:
    """Cancel a period at an instant; who had heard of it is told once. Raises AlreadyTaken."""
    refuse_taken(uow, period)
    if period.cancelled:
        return period
    cancelled = replace(period, cancelled=True, changed_at=at)
    if by is not None:
        uow.acts.record(by, Act.PERIOD_CANCELLED, at, period.name)
    uow.periods.change(cancelled)
    return cancelled
