"""Let the competences of another framework join a programme: soft skills, or a school's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.sector.modules import ModuleState
from bot.messages import _
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.importing import FrameworkRow
from bot.refusal import Refused
from bot.use_cases.importing.dry_run import Rehearsal
from bot.use_cases.importing.programmes import (
    framework_called,
    join_framework,
    part_framework,
)


@dataclass(frozen=True, slots=True)
class JoinedCompetence:
    """A competence of a framework, with its number there and in a programme."""

    own: int
    number: int
    title: str


def list_frameworks(
    uow: UnitOfWork, organisation_id: int, programme_id: int
) -> tuple[Mapping[str, Sequence[int]], Sequence[FrameworkRow]]:
    """List the frameworks of a programme, each with its numbers there, and those not in it."""
    members = {
        own.competence_id: own.number
        for own in uow.catalogue.members.list_all(organisation_id)
        if own.programme_id == programme_id
    }
    inside: dict[int, list[int]] = {}
    for own in uow.catalogue.competences.list_all(organisation_id):
        if own.id in members:
            inside.setdefault(own.framework_id, []).append(members[own.id])
    frameworks = uow.catalogue.frameworks.list_all(organisation_id)
    of_sectors = _list_of_sectors(uow, organisation_id)
    named = {row.title: sorted(inside[row.id]) for row in frameworks if row.id in inside}
    return named, [row for row in frameworks if row.id not in inside and row.id not in of_sectors]


def _list_of_sectors(uow: UnitOfWork, organisation_id: int) -> set[int]:
    """List the frameworks that came from a sector's module: they join as that module alone."""
    modules = uow.sector_modules.list_of_school(organisation_id, [*ModuleState])
    return {own.framework_id for own in modules if own.framework_id is not None}


def foresee_framework(
    uow: UnitOfWork, organisation_id: int, programme_id: int, framework: FrameworkRow
) -> Sequence[JoinedCompetence]:
    """Say which numbers the competences of a framework would get in a programme."""
    rows = join_framework(Rehearsal(uow.catalogue), organisation_id, programme_id, framework.id)
    learned = {own.id: own for own in uow.catalogue.competences.list_all(organisation_id)}
    return [
        JoinedCompetence(own.number, row.number, own.title)
        for row in rows
        for own in (learned[row.competence_id],)
    ]


def add_framework(
    uow: UnitOfWork,
    organisation_id: int,
    programme_id: int,
    code: str,
    at: datetime,
    by: int | None = None,
) -> tuple[Sequence[JoinedCompetence], int | None]:
    """Let them join under their own numbers, or behind all where one is taken.

    Gives those that are new, and the entry by which that is undone where `by` does so in a chat.
    Raises Refused for a framework that is not there, or is a sector's module.
    """
    uow.administrators.hold(organisation_id)
    frameworks = uow.catalogue.frameworks.list_all(organisation_id)
    framework = framework_called(frameworks, code)
    if framework is None:
        raise Refused(_("There is no framework {code}: import it first.", code=code))
    if framework.id in _list_of_sectors(uow, organisation_id):
        raise Refused(
            _("{title} is a module of a sector: it is taken in as that.", title=framework.title)
        )
    joined = foresee_framework(uow, organisation_id, programme_id, framework)
    if not joined:
        return (), None
    join_framework(uow.catalogue, organisation_id, programme_id, framework.id)
    ids = {"programme": programme_id, "framework": framework.id}
    uow.rights_acts.note(organisation_id, RightsActKind.SCHOOL_CHANGED, at, by, **ids)
    if by is None:
        return joined, None
    kept = {"of": framework.id, "programme": programme_id}
    return joined, uow.acts.record(by, Act.FRAMEWORK_ADDED, at, framework.title, kept)


def put_framework_out(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Take a framework out again; False where something was said or planned of it since."""
    person = uow.people.find(entry.author_id)
    if person is None or not uow.administrators.is_one(person.id):
        return False
    programme, framework = entry.before["programme"], entry.before["of"]
    uow.administrators.hold(person.organisation_id)
    if framework in _list_of_sectors(uow, person.organisation_id):
        return False
    if uow.sector_modules.is_used(programme, framework):
        return False
    part_framework(uow.catalogue, person.organisation_id, programme, framework)
    ids = {"programme": programme, "framework": framework}
    kind = RightsActKind.SCHOOL_CHANGED
    uow.rights_acts.note(person.organisation_id, kind, at, person.id, **ids)
    return True
