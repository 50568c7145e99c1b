"""Note that an agreement ends before its last day, or that it does not."""

from datetime import date

from bot.domain.agreeing.agreements import PlacementAgreement
from bot.ports import UnitOfWork


class WrongEnd(Exception):
    """An agreement ends early on one of its own days."""


def end_agreement(uow: UnitOfWork, agreement: PlacementAgreement, day: date) -> None:
    """Note on which day it ends early. Raises WrongEnd."""
    if not agreement.starts_on <= day <= agreement.ends_on:
        raise WrongEnd
    uow.agreements.end(agreement.id, day)


def let_it_hold(uow: UnitOfWork, agreement: PlacementAgreement) -> None:
    """Note that it holds until its last day after all."""
    uow.agreements.end(agreement.id, None)
