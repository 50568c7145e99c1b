"""Erase what an intake kept long enough: answers, interviews, and who is nothing else here."""

from datetime import datetime

from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.domain.questions import SheetPurpose
from bot.ports import UnitOfWork
from bot.ports.worlds import World
from bot.use_cases.rights.forgetting.order_erasure import order_erasure


def list_intakes_over(
    uow: UnitOfWork, world: World, at_most: int
) -> list[Candidacy | OfferedPlace]:
    """List whose days are over in a world."""
    return [
        *uow.candidacies.list_over(world, at_most),
        *uow.candidacies.list_places_over(world, at_most),
    ]


def erase_intakes_over(uow: UnitOfWork, world: World, at_most: int) -> int:
    """Erase some of them; gives how many. The person follows where they are nothing else."""
    found = list_intakes_over(uow, world, at_most)
    for own in found:
        if isinstance(own, Candidacy):
            _drop_sheet(uow, SheetPurpose.INTAKE, own.id)
            uow.candidacies.drop(own.id)
            _leave(uow, own, own.person_id, world.at)
        else:
            _drop_sheet(uow, SheetPurpose.OFFER, own.id)
            uow.candidacies.forget_contact(own.id)
            _leave(uow, own, own.contact_id, world.at)
    return len(found)


def _leave(uow: UnitOfWork, last: Candidacy | OfferedPlace, person_id: int, at: datetime) -> None:
    """Erase whom a round brought in who is nothing else here; another round of theirs goes on."""
    if not last.added:
        return
    if uow.intake_reads.list_own(person_id) or uow.intake_reads.list_own_places(person_id):
        # The last of their rounds is to find that an intake brought them in.
        uow.candidacies.hand_on(person_id)
    elif not uow.intakes.is_something_else(person_id):
        order_erasure(uow, person_id, last.organisation_id, at)


def _drop_sheet(uow: UnitOfWork, purpose: SheetPurpose, own_id: int) -> None:
    sheets = uow.question_lists.list_sheets_for(purpose, own_id)
    uow.question_lists.drop_sheets([sheet.id for sheet in sheets])
