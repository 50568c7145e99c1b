"""Keep a file that an administrator sent, and say what would come of it: nothing is read in yet."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.handed import MOST_NAME, FileStep, is_done_at_once
from bot.domain.folding import storable
from bot.domain.school.tracks import Person
from bot.messages import _
from bot.ports import UnitOfWork
from bot.ports.administering.handed_files import (
    FileDraft,
    FrameworkFile,
    IntakeFile,
    QuestionnaireFile,
    RosterFile,
)
from bot.ports.importing import OrganisationRow
from bot.refusal import Refused
from bot.use_cases.administering.files.files_outcome import (
    FileOutcome,
    FrameworkOutcome,
    HolidaysOutcome,
    IntakeOutcome,
    QuestionnaireOutcome,
    RosterOutcome,
)
from bot.use_cases.administering.files.open_intake import rehearse_intake
from bot.use_cases.asking.take_in_questionnaire import rehearse_questionnaire
from bot.use_cases.importing.dry_run import Rehearsal
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.telling.replace_holidays import replace_holidays

BUSY = _("The file before this one is still being read in: send this one when that is done.")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that waits, and what would come of it; None where that is looked at beside."""

    id: int
    outcome: FileOutcome | None


def keep_file(uow: UnitOfWork, person: Person, name: str, data: bytes, at: datetime) -> KeptFile:
    """Keep a file of an administrator's in the place of the one before it.

    Raises Refused for what cannot be read or breaks a rule, and then nothing of it is kept; so it
    does while the one before is being read in.
    """
    before = uow.handed_files.find_newest(person.id)
    if before is not None and before.step is FileStep.TAKING:
        raise Refused(BUSY)
    uow.handed_files.drop(person.id)
    name = storable(name)[-MOST_NAME:]
    school = find_school(uow, person)
    people = uow.school_people.count(school.id).people
    if not is_done_at_once(len(data), people):
        kept = uow.handed_files.keep(school.id, person.id, name, data, at, FileStep.LOOKING)
        return KeptFile(kept, None)
    draft = uow.file_reader.read(name, data, school.time_zone)
    outcome = rehearse_file(uow, school, draft, person, at)
    return KeptFile(uow.handed_files.keep(school.id, person.id, name, data, at), outcome)


def find_school(uow: UnitOfWork, person: Person) -> OrganisationRow:
    """Find the organisation of an administrator."""
    known = uow.catalogue.list_organisations()
    return next(row for row in known if row.id == person.organisation_id)


def rehearse_file(
    uow: UnitOfWork, school: OrganisationRow, draft: FileDraft, sender: Person, at: datetime
) -> FileOutcome:
    """Say what would come of a file that somebody sent. Raises Refused."""
    if isinstance(draft, RosterFile):
        report = import_roster(
            uow.catalogue, school, draft.rows, dry_run=True, sender=sender.school_id
        )
        return RosterOutcome(report, draft.left_out)
    if isinstance(draft, FrameworkFile):
        changes = import_framework(Rehearsal(uow.catalogue), school.id, draft.draft)
        named = f"{draft.draft.code} {draft.draft.title}"
        return FrameworkOutcome(named, changes, draft.left_out)
    if isinstance(draft, QuestionnaireFile):
        return QuestionnaireOutcome(rehearse_questionnaire(uow, school, draft.draft, at))
    if isinstance(draft, IntakeFile):
        return IntakeOutcome(rehearse_intake(uow, school.id, draft.draft, at))
    return HolidaysOutcome(replace_holidays(uow, school.id, draft.holidays, dry_run=True))
