"""Read a file in that an administrator sent and saw, or put it away."""

from datetime import datetime

from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.administering.handed_files import FrameworkFile, RosterFile
from bot.use_cases.administering.files_outcome import (
    FileOutcome,
    FrameworkOutcome,
    HolidaysOutcome,
    RosterOutcome,
)
from bot.use_cases.administering.keep_file import find_school
from bot.use_cases.administering.take_in_framework import take_in_framework
from bot.use_cases.administering.take_in_roster import take_in_roster
from bot.use_cases.telling.replace_holidays import replace_holidays


def take_file(uow: UnitOfWork, person: Person, file_id: int, at: datetime) -> FileOutcome | None:
    """Read it in, and forget the file; None where it does not wait any more.

    Raises Refused for what breaks a rule by now.
    """
    handed = uow.handed_files.find(person.id, file_id)
    if handed is None:
        return None
    school = find_school(uow, person)
    draft = uow.file_reader.read(handed.name, handed.data, school.time_zone)
    uow.handed_files.drop(person.id)
    if isinstance(draft, RosterFile):
        report = take_in_roster(uow, school, draft.rows, at, person.id)
        return RosterOutcome(report, draft.left_out)
    if isinstance(draft, FrameworkFile):
        changes = take_in_framework(uow, school.id, draft.draft, at, person.id)
        named = f"{draft.draft.code} {draft.draft.title}"
        return FrameworkOutcome(named, changes, draft.left_out)
    return HolidaysOutcome(replace_holidays(uow, school.id, draft.holidays))


def put_file_away(uow: UnitOfWork, person: Person) -> None:
    """Forget the file of an administrator's that waits."""
    uow.handed_files.drop(person.id)
