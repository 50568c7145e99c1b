"""Erase what an intake kept long enough: answers, interviews, and who is nothing else here."""

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
            alone = own.added and _is_done(uow, own.person_id, own)
            uow.candidacies.drop(own.id)
            person_id = own.person_id
        else:
            _drop_sheet(uow, SheetPurpose.OFFER, own.id)
            alone = own.added and _is_done(uow, own.contact_id, own)
            uow.candidacies.forget_contact(own.id)
            person_id = own.contact_id
        if alone:
            order_erasure(uow, person_id, own.organisation_id, world.at)
    return len(found)


def _drop_sheet(uow: UnitOfWork, purpose: SheetPurpose, own_id: int) -> None:
    sheets = uow.question_lists.list_sheets_for(purpose, own_id)
    uow.question_lists.drop_sheets([sheet.id for sheet in sheets])


def _is_done(uow: UnitOfWork, person_id: int, last: Candidacy | OfferedPlace) -> bool:
    """Say whether somebody is nothing else here, and takes part in no other round."""
    if not uow.intakes.is_only_here(person_id):
        return False
    own = uow.intake_reads.list_own(person_id)
    places = uow.intake_reads.list_own_places(person_id)
    return all(other == last for other in (*own, *places))
