"""Why a period is not added or changed: it breaks a rule, or its photo was taken."""

from bot.domain.periods.period import Period, PeriodRule, broken_rule
from bot.ports import UnitOfWork


class Unfit(Exception):
    """A period breaks a rule; `other` names the period that it meets, if any."""

    def __init__(self, rule: PeriodRule, other: str = "") -> None:
        """Name the rule."""
        super().__init__(rule.value)
        self.rule = rule
        self.other = other


class AlreadyTaken(Exception):
    """The photo of this period was taken, or is being taken: the period stays as it is."""


class Decided(Exception):
    """The class council decided on the photo of this period: it stays the last one."""


def refuse_unfit(uow: UnitOfWork, period: Period) -> None:
    """Refuse a period that breaks a rule beside the others of its programme. Raises Unfit."""
    broken = broken_rule(period, uow.periods.list_of(period.programme_id))
    if broken is not None:
        raise Unfit(*broken)


def refuse_taken(uow: UnitOfWork, period: Period) -> None:
    """Hold a period, and refuse one whose photo was begun. Raises AlreadyTaken."""
    # Held first: nobody may begin its photo between this look and the change.
    uow.periods.hold(period.id)
    if uow.photos.is_begun(period.id):
        raise AlreadyTaken
