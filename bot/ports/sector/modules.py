"""The modules that sectors propose, as they are stored."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.importing.drafts import FrameworkDraft
from bot.domain.sector.modules import ModuleState, SectorModule
from bot.domain.sector.sectors import Sector


class SectorModules(Protocol):
    """Modules, in one transaction; the newest first where they are listed."""

    def add(
        self, sector: Sector, draft: FrameworkDraft, by: int | None, at: datetime
    ) -> SectorModule:
        """Store a module that is proposed; `by` is None on the command line."""

    def find(self, module_id: int) -> SectorModule | None:
        """Find one."""

    def list_of_sector(self, sector_id: int) -> Sequence[SectorModule]:
        """List those of a sector."""

    def list_of_school(
        self, organisation_id: int, states: Collection[ModuleState]
    ) -> Sequence[SectorModule]:
        """List those of a school's sectors that are in one of these states."""

    def settle(
        self, module_id: int, state: ModuleState, at: datetime, by: int | None, reason: str = ""
    ) -> None:
        """Note what became of it."""

    def put_in(self, module: SectorModule, programme_id: int, framework_id: int) -> None:
        """Note that it is in a programme, by a framework of the school's."""

    def put_out(self, module_id: int, programme_id: int) -> None:
        """Note that it is in a programme no more."""

    def is_sectors(self, framework_id: int, sector_id: int) -> bool:
        """Say whether a framework of the school's came from a module of a sector."""

    def count_tracks(self, programme_id: int) -> int:
        """Count the students who learn in a programme now."""

    def is_used(self, programme_id: int, framework_id: int) -> bool:
        """Say whether something was said, planned or signed of a framework in a programme."""
