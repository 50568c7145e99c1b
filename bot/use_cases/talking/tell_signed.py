"""Tell a coach what is said to be signed, within their message of the day."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.domain.agreeing.steps import AgreementStep
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand

LASTS = timedelta(days=30)
"""How long a coach who cannot be told yet is told of it."""


def tell_signed(
    uow: UnitOfWork,
    to: tuple[int, int],
    said: tuple[int, AgreementStep, datetime],
    placement_id: int,
    at: datetime,
) -> None:
    """Tell somebody of a school (its identity, theirs) of one signature: never a second time.

    It is named by its agreement, its step, and the instant (aware) at which it was said.
    """
    organisation_id, coach = to
    agreement_id, step, said_at = said
    errand = NewErrand(
        organisation_id=organisation_id,
        person_id=coach,
        kind=ErrandKind.SIGNED,
        subject=f"{agreement_id}:{step}:{said_at.isoformat()}",
        due_at=at,
        expires_at=at + LASTS,
        about_id=placement_id,
    )
    uow.errands.give([errand])


def tell_new_coach(
    uow: UnitOfWork, to: tuple[int, int], placements: Collection[int], at: datetime
) -> None:
    """Tell who coaches placements from now on what is said to be signed there."""
    for own in uow.signatures.list_open(placements):
        tell_signed(uow, to, (own.agreement_id, own.step, own.said_at), own.placement_id, at)
