"""Find an evaluation period by the name that its programme knows it by."""

from bot.domain.folding import is_typed_as
from bot.domain.periods.period import Period
from bot.ports import UnitOfWork


def find_period(uow: UnitOfWork, programme_id: int, name: str) -> Period | None:
    """Find a period by its name, one that stands before a cancelled one.

    Its capitals, accents and umlauts may be left out, where no other period is called so exactly.
    """
    called = name.strip().casefold()
    known = uow.periods.list_of(programme_id)
    exactly = [period for period in known if period.name.casefold() == called]
    fitting = exactly or [period for period in known if is_typed_as(period.name, called)]
    return min(fitting, key=lambda period: period.cancelled, default=None)
