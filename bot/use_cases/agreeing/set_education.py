"""Set in which education a programme stands: it says which agreement its placements need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Person
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act


@dataclass(frozen=True, slots=True)
class ProgrammeEducation:
    """In which education a programme stands, None where nobody said so."""

    programme_id: int
    title: str
    setting: Setting | None


def list_educations(uow: UnitOfWork, organisation_id: int) -> Sequence[ProgrammeEducation]:
    """List in which education each programme of a school stands."""
    rows = uow.catalogue.programmes.list_all(organisation_id)
    return [
        ProgrammeEducation(row.id, row.title, Setting(row.setting) if row.setting else None)
        for row in rows
    ]


def set_education(
    uow: UnitOfWork,
    organisation_id: int,
    programme_id: int,
    setting: Setting | None,
    at: datetime,
    *,
    by: int | None = None,
) -> bool:
    """Set it, None for not known; False where it is so already.

    `by` is who does so in a chat, None for the command line.
    """
    if uow.agreements.read_setting(programme_id) is setting:
        return False
    uow.agreements.set_setting(programme_id, setting)
    uow.rights_acts.note(
        organisation_id, RightsActKind.SCHOOL_CHANGED, at, by, programme=programme_id
    )
    return True


def change_education(
    uow: UnitOfWork, person: Person, programme_id: int, setting: Setting, at: datetime
) -> int | None:
    """Change it as an administrator wishes; gives the entry, None where it is so already.

    Raises LookupError for a programme that is not the school's.
    """
    known = {own.programme_id: own for own in list_educations(uow, person.organisation_id)}
    before = known[programme_id]
    if not set_education(uow, person.organisation_id, programme_id, setting, at, by=person.id):
        return None
    was = before.setting.value if before.setting else ""
    kept = {"of": programme_id, "was": was, "now": setting.value}
    return uow.acts.record(person.id, Act.EDUCATION, at, before.title, kept)


def put_education_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what held before; False where somebody else changed it since."""
    person = uow.people.find(entry.author_id)
    if person is None or not uow.administrators.is_one(person.id):
        return False
    programme, was = entry.before["of"], entry.before["was"]
    holds = uow.agreements.read_setting(programme)
    if holds is None or holds.value != entry.before["now"]:
        return False
    setting = Setting(was) if was else None
    return set_education(uow, person.organisation_id, programme, setting, at, by=person.id)
