"""Close a round: nobody is taken in any more, and what nothing came of is erased in its time."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.matching.candidacies import CandidacyEnding, PlaceEnding
from bot.domain.matching.intakes import Intake
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.matching.endings import end_candidacy, end_place


class WaitForWord(Exception):
    """Candidates sent their answers and have heard nothing: they are owed feedback first."""

    def __init__(self, names: Sequence[str]) -> None:
        """Name them."""
        super().__init__(names)
        self.names = names


def close_intake(uow: UnitOfWork, intake: Intake, at: datetime, by: int | None = None) -> bool:
    """Close a round, as `by` wishes in a chat; False where it was closed. Raises WaitForWord."""
    if intake.closed_at is not None:
        return False
    open_ones = [own for own in uow.candidacies.list_of(intake.id) if own.ended_at is None]
    waiting = [own.name for own in open_ones if own.sent_at is not None]
    if waiting:
        raise WaitForWord(waiting)
    for own in open_ones:
        end_candidacy(uow, intake, own, CandidacyEnding.WITHDRAWN, at)
    for place in uow.candidacies.list_places(intake.id):
        if place.ended_at is None:
            end_place(uow, intake, place, PlaceEnding.CLOSED, at)
    uow.intakes.close(intake.id, at)
    if by is not None:
        uow.acts.record(by, Act.INTAKE, at, intake.title)
    return True
