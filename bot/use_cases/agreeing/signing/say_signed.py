"""Say that one signed, as a student or a mentor: the coaches hear it, and confirm it."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.domain.agreeing.steps import SIGNED_BY, AgreementStep
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.errands import NewErrand

LASTS = timedelta(days=30)
"""How long a coach who cannot be told yet is told of it."""


def signable(standing: AgreementStanding, agreement: PlacementAgreement) -> list[AgreementStep]:
    """List the signatures of which whoever looks can say that they are there: the open ones."""
    own = {step for role in standing.place.roles for step in SIGNED_BY.get(role, ())}
    return [owed.step for owed in standing.owed(agreement) if owed.step in own]


def is_said(
    uow: UnitOfWork,
    standing: AgreementStanding,
    agreement: PlacementAgreement,
    step: AgreementStep,
) -> bool:
    """Say whether somebody says that a signature is there, and no coach confirmed it yet."""
    claims = uow.signatures.list_open([standing.place.placement_id])
    return any((own.agreement_id, own.step) == (agreement.id, step) for own in claims)


def say_signed(
    uow: UnitOfWork,
    standing: AgreementStanding,
    agreement: PlacementAgreement,
    step: AgreementStep,
    person: Person,
    at: datetime,
) -> int | None:
    """Keep that somebody says so, and tell the coaches within their message of the day.

    Gives the entry that undoes it; None where it was said already, or is not theirs to say.
    """
    if step not in signable(standing, agreement):
        return None
    if not uow.signatures.say(agreement.id, step, person.id, at):
        return None
    place = standing.place
    for coach, _zone in uow.alerts.list_coaches(place.track_id):
        _tell(uow, place.organisation_id, coach, (agreement.id, step, at), place.placement_id, at)
    before = {"of": agreement.id, "step": step.value}
    return uow.acts.record(person.id, Act.SIGNED, at, place.workplace, before)


def tell_new_coach(
    uow: UnitOfWork, organisation_id: int, coach: int, placements: Collection[int], at: datetime
) -> None:
    """Tell somebody who coaches placements from now on what is said to be signed there."""
    for own in uow.signatures.list_open(placements):
        said = (own.agreement_id, own.step, own.said_at)
        _tell(uow, organisation_id, coach, said, own.placement_id, at)


def _tell(
    uow: UnitOfWork,
    organisation_id: int,
    coach: int,
    said: tuple[int, AgreementStep, datetime],
    placement_id: int,
    at: datetime,
) -> None:
    """Tell a coach of one signature, said at an instant: never a second time."""
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
