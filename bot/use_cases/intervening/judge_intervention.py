"""Say whether an intervention helped, and what came of it."""

from datetime import datetime

from bot.domain.intervening.interventions import LONGEST, Helped, OwnIntervention
from bot.ports import UnitOfWork
from bot.use_cases.intervening.note_intervention import TooLongSaid


def judge_intervention(
    uow: UnitOfWork, own: OwnIntervention, helped: Helped | None, at: datetime
) -> None:
    """Note whether an own intervention helped; None takes that back, with its words."""
    uow.own_interventions.set_helped(own.id, helped, at)


def say_outcome(uow: UnitOfWork, own: OwnIntervention, outcome: str) -> None:
    """Note in words what came of an own intervention. Raises TooLongSaid."""
    if len(outcome) > LONGEST:
        raise TooLongSaid
    uow.own_interventions.set_outcome(own.id, outcome)
