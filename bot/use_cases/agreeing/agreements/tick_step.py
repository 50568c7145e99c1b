"""Note that a step of an agreement is done, or that it is not."""

from datetime import datetime

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.domain.agreeing.steps import SAID_ELSEWHERE, AgreementStep
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.talking.note_change import note_change


def tick_step(
    uow: UnitOfWork,
    standing: AgreementStanding,
    agreement: PlacementAgreement,
    step: AgreementStep,
    person: Person,
    at: datetime,
    *,
    done: bool,
) -> bool:
    """Note it, as often as it is tapped; False for a step that is not ticked there."""
    if step in SAID_ELSEWHERE or step not in standing.steps(agreement):
        return False
    before = {
        "of": agreement.id,
        "placement": agreement.placement_id,
        "step": step.value,
        "was": step in standing.said_steps(agreement),
        "now": done,
    }
    note_change(uow, Doer(person.id, at), Act.AGREEMENT_STEP, before, standing.place.workplace)
    if done:
        uow.agreements.tick(agreement.id, step, person.id, at)
    else:
        uow.agreements.untick(agreement.id, step)
        uow.signatures.take_back(agreement.id, step)
    return True
