"""Find an evaluation period by the name that its programme knows it by."""

from bot.domain.periods.period import Period
from bot.ports import UnitOfWork


def find_period(uow: UnitOfWork, programme_id: int, name: str) -> Period | None:
    """Find a period by its name, in capitals or not: one that stands before a cancelled one."""
    called = name.strip().casefold()
    fitting = [
        period for period in uow.periods.list_of(programme_id) if period.name.casefold() == called
    ]
    return min(fitting, key=lambda period: period.cancelled, default=None)
