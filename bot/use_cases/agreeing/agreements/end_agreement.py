"""Note that an agreement ends before its last day, or that it does not."""

from datetime import date

from bot.domain.agreeing.agreements import PlacementAgreement
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.talking.note_change import note_change


class WrongEnd(Exception):
    """An agreement ends early on one of its own days."""


def end_agreement(uow: UnitOfWork, agreement: PlacementAgreement, day: date, by: Doer) -> None:
    """Note on which day it ends early. Raises WrongEnd."""
    if not agreement.starts_on <= day <= agreement.ends_on:
        raise WrongEnd
    _end(uow, agreement, day, by)


def let_it_hold(uow: UnitOfWork, agreement: PlacementAgreement, by: Doer) -> None:
    """Note that it holds until its last day after all."""
    _end(uow, agreement, None, by)


def _end(uow: UnitOfWork, agreement: PlacementAgreement, day: date | None, by: Doer) -> None:
    before = {
        "of": agreement.id,
        "placement": agreement.placement_id,
        "was": agreement.ended_on.isoformat() if agreement.ended_on else "",
        "now": day.isoformat() if day else "",
    }
    note_change(uow, by, Act.AGREEMENT_END, before)
    uow.agreements.end(agreement.id, day)
