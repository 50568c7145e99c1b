"""What is done with a large file beside the lanes, each step in a transaction of its own.

It is looked at, shown, and read in once its sender says so. What was begun and left is begun anew.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.administering.handed import IN_HAND_FOR, FileStep
from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.importing.changes import Changes, ImportChange
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.administering.handed_files import HandedFile
from bot.ports.importing import OrganisationRow
from bot.ports.telling.outbox import Posted
from bot.use_cases.administering.files.take_in_portions import take_in_portion
from bot.use_cases.administering.seats.note_seats import note_seats, seats_of
from bot.use_cases.importing.roster_known import Good


def begin_file(uow: UnitOfWork, at: datetime) -> HandedFile | None:
    """Take the next file in hand at an instant (aware); None where none is to be done."""
    return uow.handed_files.begin(at)


def show_file(uow: UnitOfWork, handed: HandedFile, told: str, at: datetime) -> None:
    """Show what would come of a file, as `told` says; nothing where it was put away meanwhile."""
    if uow.handed_files.step_to(handed.id, FileStep.SHOWN, told):
        _bring(uow, handed, Asks.FILE_SEEN, at)


def end_file(uow: UnitOfWork, handed: HandedFile, told: str, at: datetime) -> None:
    """Delete a file that is done, and tell its sender what became of it."""
    if uow.handed_files.step_to(handed.id, FileStep.ENDED, told):
        _bring(uow, handed, Asks.FILE_DONE, at)


def write_portion(
    uow: UnitOfWork,
    school: OrganisationRow,
    handed: HandedFile,
    portion: Sequence[Good],
    reached: tuple[int, int],
    at: datetime,
) -> bool:
    """Write one portion of a roster; with it so many lines of so many are in, as `reached` says.

    False where the file is not there any more: then nothing of it is written.
    """
    if not uow.handed_files.hold(handed.id, at + IN_HAND_FOR, *reached):
        return False
    was = take_in_portion(uow.catalogue, school.id, portion)
    before = seats_of(was.involvements)
    note_seats(uow, school.id, was.tracks, before, at, handed.person_id)
    return True


def note_roster(uow: UnitOfWork, handed: HandedFile, changes: Changes, at: datetime) -> None:
    """Note in the log of acts that a roster was read in, with what it was found to bring."""
    uow.acts.record(handed.person_id, Act.ROSTER, at, handed.name)
    if changes.anything:
        uow.rights_acts.note(
            handed.organisation_id,
            RightsActKind.ROSTER_IMPORTED,
            at,
            handed.person_id,
            people=changes.of(ImportChange.NEW, "people"),
            began=changes.of(ImportChange.NEW, "involvements"),
            ended=changes.of(ImportChange.ENDED, "involvements"),
        )


def _bring(uow: UnitOfWork, handed: HandedFile, asks: Asks, at: datetime) -> None:
    subject = f"{asks}:{handed.id}"
    told = Posted(handed.person_id, MessageKind.NOTICE, subject, asks, about_id=handed.id)
    uow.outbox.post(told, at)
