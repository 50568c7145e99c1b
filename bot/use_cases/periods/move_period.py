"""Move an evaluation period: other dates, before its photo is taken."""

from dataclasses import astuple, replace
from datetime import datetime

from bot.domain.periods.period import Dates, Period
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.periods.refusals import refuse_taken, refuse_unfit


def move_period(
    uow: UnitOfWork, period: Period, dates: Dates, at: datetime, by: int | None = None
) -> Period:
    """Move a period to other dates; who had heard of it is told once, and who did it can undo it.

    `at` is aware: what has not opened by then is told to nobody. Raises Unfit, AlreadyTaken.
    """
    refuse_taken(uow, period)
    if dates == period.dates:
        return period
    moved = period.on(dates)
    refuse_unfit(uow, moved)
    if period.opens_at <= at:
        moved = replace(moved, moves=period.moves + 1, changed_at=at)
    if by is not None:
        was = [when.isoformat() if when else None for when in astuple(period.dates)]
        uow.acts.record(by, Act.PERIOD_MOVED, at, period.name, {"of": period.id, "was": was})
    uow.periods.change(moved)
    return moved
