"""Say whether an intervention helped, and what came of it."""

from datetime import datetime

from bot.domain.intervening.interventions import LONGEST, Helped, OwnIntervention
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.intervening.note_intervention import TooLongSaid


def judge_intervention(
    uow: UnitOfWork, own: OwnIntervention, helped: Helped | None, at: datetime
) -> None:
    """Note whether an own intervention helped; None takes that back, with its words."""
    if helped is None:
        uow.acts.settle(own.by_id, Act.OWN_INTERVENTION_HELPED, own.id, at)
    elif helped is not own.helped:
        was = own.helped.value if own.helped else ""
        before = {"of": own.id, "what": "helped", "was": was}
        uow.acts.record(own.by_id, Act.OWN_INTERVENTION_HELPED, at, before=before)
    uow.own_interventions.set_helped(own.id, helped, at)


def say_outcome(uow: UnitOfWork, own: OwnIntervention, outcome: str, at: datetime) -> None:
    """Note in words what came of an own intervention. Raises TooLongSaid."""
    if len(outcome) > LONGEST:
        raise TooLongSaid
    before = {"of": own.id, "what": "outcome", "first": not own.outcome}
    uow.acts.record(own.by_id, Act.OWN_INTERVENTION_HELPED, at, before=before)
    uow.own_interventions.set_outcome(own.id, outcome)
