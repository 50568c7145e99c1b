"""Say of a period that the class council decides after its photo."""

from dataclasses import replace

from bot.domain.periods.period import Period
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.periods.refusals import Decided


def mark_last(uow: UnitOfWork, period: Period, *, last: bool, by: Doer | None = None) -> Period:
    """Say whether a period's photo is the last; who does it (`by`) can undo it.

    It may be said after the photo was taken as well: nothing of the photo changes by it. Raises
    Decided where the class council decided on it, and it is no longer to be the last.
    """
    uow.periods.hold(period.id)
    period = uow.periods.find(period.id) or period  # as it stands by now
    if period.last == last:
        return period
    if not last and uow.decisions.is_decided(period.id):
        raise Decided
    marked = replace(period, last=last)
    uow.periods.change(marked)
    if by is not None:
        before = {"of": period.id, "was": period.last}
        uow.acts.record(by.person_id, Act.LAST_PHOTO, by.at, period.name, before)
    return marked
