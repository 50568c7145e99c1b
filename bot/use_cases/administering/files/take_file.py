"""Read a file in that an administrator sent and saw, or put it away."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.administering.handed import FileStep
from bot.domain.school.tracks import Person
from bot.domain.telling.holidays import SchoolHoliday
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.administering.handed_files import (
    FrameworkFile,
    HandedFile,
    IntakeFile,
    QuestionnaireFile,
    RosterFile,
)
from bot.ports.importing import OrganisationRow
from bot.use_cases.administering.files.files_outcome import (
    FileOutcome,
    FrameworkOutcome,
    HolidaysOutcome,
    IntakeOutcome,
    QuestionnaireOutcome,
    RosterOutcome,
)
from bot.use_cases.administering.files.keep_file import find_school
from bot.use_cases.administering.files.open_intake import take_in_intake
from bot.use_cases.administering.files.take_in_framework import take_in_framework
from bot.use_cases.administering.files.take_in_roster import take_in_roster
from bot.use_cases.asking.take_in_questionnaire import take_in_questionnaire
from bot.use_cases.telling.replace_holidays import replace_holidays


def take_file(
    uow: UnitOfWork, person: Person, file_id: int, at: datetime
) -> FileOutcome | FileStep | None:
    """Read it in, and forget the file; None where it does not wait any more.

    What was looked at beside the lanes is read in there, too: then it says how far that is.
    Raises Refused for what breaks a rule by now.
    """
    handed = uow.handed_files.find(person.id, file_id)
    if handed is None or handed.step is FileStep.ENDED:
        return None
    if handed.step is not FileStep.SHOWN:
        return handed.step
    if handed.told:
        uow.handed_files.step_to(handed.id, FileStep.TAKING)
        return FileStep.TAKING
    uow.handed_files.drop(person.id)
    return take_in_file(uow, find_school(uow, person), handed, person, at)


def take_in_file(
    uow: UnitOfWork, school: OrganisationRow, handed: HandedFile, sender: Person, at: datetime
) -> FileOutcome:
    """Read a file in that somebody sent, in one go. Raises Refused."""
    person = sender.id
    draft = uow.file_reader.read(handed.name, handed.data, school.time_zone)
    if isinstance(draft, RosterFile):
        report = take_in_roster(uow, school, draft.rows, at, sender)
        uow.acts.record(person, Act.ROSTER, at, handed.name)
        return RosterOutcome(report, draft.left_out)
    if isinstance(draft, FrameworkFile):
        changes = take_in_framework(uow, school.id, draft.draft, at, person)
        named = f"{draft.draft.code} {draft.draft.title}"
        uow.acts.record(person, Act.FRAMEWORK, at, handed.name)
        return FrameworkOutcome(named, changes, draft.left_out)
    if isinstance(draft, QuestionnaireFile):
        taken = take_in_questionnaire(uow, school, draft.draft, at, person)
        uow.acts.record(person, Act.QUESTIONNAIRE, at, handed.name)
        return QuestionnaireOutcome(taken)
    if isinstance(draft, IntakeFile):
        opened = take_in_intake(uow, school.id, draft.draft, at, person)
        uow.acts.record(person, Act.INTAKE, at, handed.name)
        return IntakeOutcome(opened)
    was = _written(uow.holidays.list_of(school.id))
    replaced = replace_holidays(uow, school.id, draft.holidays)
    kept = {"was": was, "now": _written(replaced.holidays)}
    entry = uow.acts.record(person, Act.HOLIDAYS, at, handed.name, kept)
    return HolidaysOutcome(replaced, entry)


def put_holidays_back(uow: UnitOfWork, entry: Entry, _at: datetime) -> bool:
    """Put the holidays back that were there before; False where others took their place since."""
    person = uow.people.find(entry.author_id)
    if person is None or not uow.administrators.is_one(person.id):
        return False
    if _written(uow.holidays.list_of(person.organisation_id)) != entry.before["now"]:
        return False
    was = [
        SchoolHoliday(date.fromisoformat(first), date.fromisoformat(last), name)
        for first, last, name in entry.before["was"]
    ]
    replace_holidays(uow, person.organisation_id, was)
    return True


def _written(holidays: Sequence[SchoolHoliday]) -> list[list[str]]:
    return [[own.first.isoformat(), own.last.isoformat(), own.name] for own in holidays]


def put_file_away(uow: UnitOfWork, person: Person) -> bool:
    """Forget the file of an administrator's that waits; False while it is being read in."""
    newest = uow.handed_files.find_newest(person.id)
    if newest is not None and newest.step is FileStep.TAKING:
        return False
    uow.handed_files.drop(person.id)
    return True
