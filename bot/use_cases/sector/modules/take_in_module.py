"""Take a module of a sector in for a programme, refuse it, or take it out again."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.sector.modules import STANDING, ModuleState, SectorModule
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.importing import FrameworkRow, ProgrammeRow
from bot.refusal import Refused
from bot.use_cases.administering.files.take_in_framework import take_in_framework
from bot.use_cases.importing.import_framework import OtherTexts
from bot.use_cases.importing.programmes import (
    framework_with_code,
    join_framework,
    part_framework,
)
from bot.use_cases.sector.modules.propose_module import tell_of_module
from bot.use_cases.sector.modules.see_modules import Foreseen, foresee_module

OVER = _("This module does not stand any more: look at the sector's newest one.")


def take_in_module(
    uow: UnitOfWork,
    module: SectorModule,
    programme: ProgrammeRow,
    at: datetime,
    by: int | None = None,
) -> tuple[Foreseen, int | None]:
    """Take it in for a programme, in one go: its students have the competences from then on.

    Of a newer version every programme has the new texts that has the one before. Gives what came of
    it, and the entry by which it is undone; none where the programme had an older version. Raises
    Refused where it is in already, or is over, or says something quite other under a known number.
    """
    uow.administrators.hold(module.organisation_id)
    found = uow.sector_modules.find(module.id)
    if found is None or found.state not in STANDING:
        raise Refused(OVER)
    if programme.id in found.programmes:
        raise Refused(_("This module is in {programme} already.", programme=programme.title))
    school = module.organisation_id
    done = foresee_module(uow, module, programme)
    known = framework_with_code(uow.catalogue.frameworks.list_all(school), module.draft.code)
    if known is not None and not uow.sector_modules.is_sectors(known.id, module.sector_id):
        raise Refused(
            _("The code {code} is another framework's at this school: name the file otherwise.",
              code=module.draft.code)
        )  # fmt: skip
    framework = _learn(uow, module, at, by)
    numbers = {own.number for own in module.draft.competences}
    join_framework(uow.catalogue, school, programme.id, framework.id, numbers)
    newer = _move_on(uow, found, programme, framework.id, at, by)
    kind = RightsActKind.SCHOOL_CHANGED
    uow.rights_acts.note(school, kind, at, by, programme=programme.id, module=module.id)
    _tell_sector(uow, module, at)
    return done, _record(uow, module, programme, at, by, newer=newer)


def _learn(uow: UnitOfWork, module: SectorModule, at: datetime, by: int | None) -> FrameworkRow:
    school = module.organisation_id
    try:
        take_in_framework(uow, school, module.draft, at, by)
    except OtherTexts as refused:
        raise Refused(refused.in_chat) from refused
    stored = uow.catalogue.frameworks.list_all(school)
    framework = framework_with_code(stored, module.draft.code)
    if framework is None:
        raise LookupError("a framework that was taken in is there")
    return framework


def _move_on(
    uow: UnitOfWork,
    module: SectorModule,
    programme: ProgrammeRow,
    framework_id: int,
    at: datetime,
    by: int | None,
) -> bool:
    """Note in which programmes it is; of an older version all of them.

    Says whether the programme had an older version.
    """
    programmes, newer = {programme.id}, False
    for own in uow.sector_modules.list_of_sector(module.sector_id):
        if own.id == module.id or own.framework_id != framework_id or not own.programmes:
            continue
        for other in own.programmes:
            uow.sector_modules.put_out(own.id, other)
            newer = newer or other == programme.id
            programmes.add(other)
        uow.sector_modules.settle(own.id, ModuleState.REPLACED, at, by)
    for other in sorted(programmes - set(module.programmes)):
        uow.sector_modules.put_in(module, other, framework_id)
    uow.sector_modules.settle(module.id, ModuleState.TAKEN, at, by)
    return newer


def _record(
    uow: UnitOfWork,
    module: SectorModule,
    programme: ProgrammeRow,
    at: datetime,
    by: int | None,
    *,
    newer: bool,
) -> int | None:
    """Note it, and give by what it is undone: a newer version would take the older one along."""
    if by is None:
        return None
    if newer:
        uow.acts.record(by, Act.FRAMEWORK, at, module.draft.title)
        return None
    kept = {"of": module.id, "programme": programme.id}
    return uow.acts.record(by, Act.MODULE_TAKEN, at, module.draft.title, kept)


def take_out_module(
    uow: UnitOfWork, module: SectorModule, programme_id: int, at: datetime, by: int | None = None
) -> bool:
    """Take it out of a programme again; False where it is not there, or something was said of it.

    What was scored, planned or photographed would hang on nothing.
    """
    uow.administrators.hold(module.organisation_id)
    found = uow.sector_modules.find(module.id)
    if found is None or found.framework_id is None or programme_id not in found.programmes:
        return False
    if uow.sector_modules.is_used(programme_id, found.framework_id):
        return False
    part_framework(uow.catalogue, found.organisation_id, programme_id, found.framework_id)
    uow.sector_modules.put_out(found.id, programme_id)
    if len(found.programmes) == 1:
        uow.sector_modules.settle(found.id, ModuleState.PROPOSED, at, by)
    kind = RightsActKind.SCHOOL_CHANGED
    uow.rights_acts.note(
        found.organisation_id, kind, at, by, programme=programme_id, module=found.id
    )
    return True


def refuse_module(
    uow: UnitOfWork, module: SectorModule, reason: str, at: datetime, by: int | None = None
) -> bool:
    """Refuse it with a reason that the sector reads; False where it is in a programme, or over."""
    uow.administrators.hold(module.organisation_id)
    found = uow.sector_modules.find(module.id)
    if found is None or found.state is not ModuleState.PROPOSED:
        return False
    uow.sector_modules.settle(found.id, ModuleState.REFUSED, at, by, reason)
    _tell_sector(uow, found, at)
    if by is not None:
        kept = {"of": found.id}
        uow.acts.record(by, Act.MODULE_REFUSED, at, found.draft.title, kept)
    return True


def _tell_sector(uow: UnitOfWork, module: SectorModule, at: datetime) -> None:
    people = [own.id for own in uow.sectors.list_people(module.sector_id)]
    tell_of_module(uow, module, people, ErrandKind.MODULE_SETTLED, at)


def put_taking_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Take out what an administrator took in; False where something was said of it since."""
    module = _of_school(uow, entry)
    if module is None:
        return False
    return take_out_module(uow, module, entry.before["programme"], at, entry.author_id)


def put_refusal_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Let a module wait again that was refused; False where it is otherwise by now."""
    module = _of_school(uow, entry)
    if module is None or module.state is not ModuleState.REFUSED:
        return False
    uow.sector_modules.settle(module.id, ModuleState.PROPOSED, at, entry.author_id)
    return True


def _of_school(uow: UnitOfWork, entry: Entry) -> SectorModule | None:
    """Find the module of an entry for whoever still runs the school."""
    person = uow.people.find(entry.author_id)
    module = uow.sector_modules.find(entry.before["of"])
    if person is None or not uow.administrators.is_one(person.id):
        return None
    return module if module and module.organisation_id == person.organisation_id else None
