"""Propose a module of a sector to the school, or take it back while it waits."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.importing.drafts import FrameworkDraft
from bot.domain.sector.modules import ModuleState, SectorModule
from bot.domain.sector.sectors import Sector
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.errands import NewErrand
from bot.refusal import Refused
from bot.use_cases.importing.dry_run import Rehearsal
from bot.use_cases.importing.import_framework import OtherTexts, import_framework
from bot.use_cases.importing.programmes import framework_with_code

LASTS = timedelta(days=60)
"""How long the message about it waits for somebody who is away: the module itself stays."""

MOST_COMPETENCES = 40
"""Competences of a module (ours): what is larger is a profession of its own."""


def check_module(uow: UnitOfWork, sector: Sector, draft: FrameworkDraft) -> None:
    """See whether a draft can be a module of a sector. Raises Refused with a sentence."""
    if len(draft.competences) > MOST_COMPETENCES:
        raise Refused(
            _("A module has {most} competences at most, and this has {count}.",
              most=MOST_COMPETENCES, count=len(draft.competences))
        )  # fmt: skip
    stored = uow.catalogue.frameworks.list_all(sector.organisation_id)
    known = framework_with_code(stored, draft.code)
    if known is not None and not uow.sector_modules.is_sectors(known.id, sector.id):
        raise Refused(
            _("The code {code} is another framework's at this school: name the file otherwise.",
              code=draft.code)
        )  # fmt: skip
    others = (
        own
        for own in uow.sector_modules.list_of_school(
            sector.organisation_id, [ModuleState.PROPOSED, ModuleState.TAKEN]
        )
        if own.draft.code.casefold() == draft.code.casefold()
    )
    for own in others:
        if own.sector_id != sector.id:
            raise Refused(
                _("The code {code} is another framework's at this school: name the file otherwise.",
                  code=draft.code)
            )  # fmt: skip
        if own.draft == draft:
            raise Refused(_("This module is the same as the one that the school has already."))
    try:
        import_framework(Rehearsal(uow.catalogue), sector.organisation_id, draft)
    except OtherTexts as refused:
        # A sector has no command line, and hears nothing of whether somebody was scored.
        raise Refused(refused.in_chat) from refused


def propose_module(
    uow: UnitOfWork, sector: Sector, draft: FrameworkDraft, at: datetime, by: int | None = None
) -> SectorModule:
    """Propose it, in the place of an older version that still waits, and tell who runs the school.

    They hear of it within the one message of their day. Raises Refused as `check_module` does.
    """
    uow.administrators.hold(sector.organisation_id)
    check_module(uow, sector, draft)
    for own in uow.sector_modules.list_of_sector(sector.id):
        if own.state is ModuleState.PROPOSED and own.draft.code == draft.code:
            uow.sector_modules.settle(own.id, ModuleState.REPLACED, at, by)
    module = uow.sector_modules.add(sector, draft, by, at)
    run_it = [own.id for own in uow.administrators.list_of(sector.organisation_id)]
    tell_of_module(uow, module, run_it, ErrandKind.MODULE_PROPOSED, at)
    if by is not None:
        uow.acts.record(by, Act.MODULE_PROPOSED, at, draft.title, {"of": module.id})
    return module


def tell_of_module(
    uow: UnitOfWork, module: SectorModule, people: Sequence[int], kind: ErrandKind, at: datetime
) -> None:
    """Tell people of a module within the one message of their day."""
    uow.errands.give(
        [
            NewErrand(
                organisation_id=module.organisation_id,
                person_id=person,
                kind=kind,
                subject=f"{module.id}:{at.isoformat()}",
                due_at=at,
                expires_at=at + LASTS,
                about_id=module.id,
            )
            for person in people
        ]
    )


def withdraw_module(uow: UnitOfWork, module: SectorModule, at: datetime, by: int) -> bool:
    """Take a module back that the school said nothing of; False where it did."""
    uow.administrators.hold(module.organisation_id)
    found = uow.sector_modules.find(module.id)
    if found is None or found.state is not ModuleState.PROPOSED:
        return False
    uow.sector_modules.settle(module.id, ModuleState.WITHDRAWN, at, by)
    return True


def put_proposal_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Take back what somebody proposed; False where the school said something of it by now."""
    module = uow.sector_modules.find(entry.before["of"])
    sector = uow.sectors.find_spoken_for(entry.author_id)
    if module is None or sector is None or sector.id != module.sector_id:
        return False
    return withdraw_module(uow, module, at, entry.author_id)
