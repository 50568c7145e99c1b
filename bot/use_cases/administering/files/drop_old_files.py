"""Delete the files that waited to be read in for a day."""

from datetime import datetime

from bot.domain.administering.handed import KEPT_FOR
from bot.ports import UnitOfWork
from bot.ports.worlds import World


def sent_before(at: datetime) -> datetime:
    """Say before which instant (aware) a file was sent that is deleted by then."""
    return at - KEPT_FOR


def drop_old_files(uow: UnitOfWork, world: World) -> None:
    """Delete those of a world."""
    for person_id in uow.handed_files.list_old(world, sent_before(world.at)):
        uow.handed_files.drop(person_id)
