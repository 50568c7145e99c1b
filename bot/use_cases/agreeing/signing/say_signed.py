"""Say that one signed, as a student or a mentor: the coaches hear it, and confirm it."""

from datetime import datetime

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.domain.agreeing.steps import SIGNED_BY, AgreementStep
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.talking.tell_signed import tell_signed


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
        to = (place.organisation_id, coach)
        tell_signed(uow, to, (agreement.id, step, at), place.placement_id, at)
    before = {"of": agreement.id, "step": step.value}
    return uow.acts.record(person.id, Act.SIGNED, at, place.workplace, before)
