"""The modules that sectors propose, on one connection."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, insert, or_, select, update
from typing_extensions import override

from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft
from bot.domain.sector.modules import ModuleState, SectorModule
from bot.domain.sector.sectors import Sector
from bot.ports.sector.modules import SectorModules
from bot.storage.connected import Connected
from bot.storage.sector.used import USED
from bot.storage.tables import (
    framework,
    placement,
    sector_module,
    sector_module_taken,
    track,
)

_ALL = select(sector_module)
_THIS = sector_module.c.id == bindparam("module")
_FIND = _ALL.where(_THIS)
_NEWEST = (sector_module.c.proposed_at.desc(), sector_module.c.id.desc())
_OF_SECTOR = _ALL.where(sector_module.c.sector_id == bindparam("sector")).order_by(*_NEWEST)
_OF_SCHOOL = _ALL.where(
    sector_module.c.organisation_id == bindparam("organisation"),
    sector_module.c.state.in_(bindparam("states", expanding=True)),
).order_by(*_NEWEST)
_TAKEN = (
    select(sector_module_taken.c.module_id, sector_module_taken.c.programme_id)
    .where(sector_module_taken.c.module_id.in_(bindparam("modules", expanding=True)))
    .order_by(sector_module_taken.c.programme_id)
)
_ADD = insert(sector_module).returning(sector_module.c.id)
_SETTLE = (
    update(sector_module)
    .where(_THIS)
    .values(
        state=bindparam("new_state"),
        decided_by_id=bindparam("by"),
        decided_at=bindparam("at"),
        reason=bindparam("why"),
    )
)
_BY_FRAMEWORK = update(sector_module).where(_THIS).values(framework_id=bindparam("by_framework"))
_PUT_IN = insert(sector_module_taken)
_PUT_OUT = delete(sector_module_taken).where(
    sector_module_taken.c.module_id == bindparam("module"),
    sector_module_taken.c.programme_id == bindparam("programme"),
)
_IS_SECTORS = select(sector_module.c.id).where(
    sector_module.c.framework_id == bindparam("framework"),
    sector_module.c.sector_id == bindparam("sector"),
)
_COUNT_TRACKS = select(func.count(track.c.id)).where(
    track.c.programme_id == bindparam("programme"),
    exists().where(placement.c.track_id == track.c.id, placement.c.ended_at.is_(None)),
)
_IS_USED = select(framework.c.id).where(framework.c.id == bindparam("framework"), or_(*USED))


class StoredSectorModules(Connected, SectorModules):
    """Modules on one connection."""

    @override
    def add(
        self, sector: Sector, draft: FrameworkDraft, by: int | None, at: datetime
    ) -> SectorModule:
        row = {
            "organisation_id": sector.organisation_id,
            "sector_id": sector.id,
            "code": draft.code,
            "contents": _written(draft),
            "state": ModuleState.PROPOSED.value,
            "proposed_by_id": by,
            "proposed_at": at,
        }
        identity = self._connection.execute(_ADD, row).scalar_one()
        return SectorModule(
            identity, sector.organisation_id, sector.id, draft, ModuleState.PROPOSED, at, by
        )

    @override
    def find(self, module_id: int) -> SectorModule | None:
        rows = self._connection.execute(_FIND, {"module": module_id})
        return next(iter(self._made(rows)), None)

    @override
    def list_of_sector(self, sector_id: int) -> Sequence[SectorModule]:
        return self._made(self._connection.execute(_OF_SECTOR, {"sector": sector_id}))

    @override
    def list_of_school(
        self, organisation_id: int, states: Collection[ModuleState]
    ) -> Sequence[SectorModule]:
        asked = {"organisation": organisation_id, "states": [state.value for state in states]}
        return self._made(self._connection.execute(_OF_SCHOOL, asked))

    def _made(self, rows: Iterable[Row[Any]]) -> list[SectorModule]:
        known = list(rows)
        taken: dict[int, list[int]] = defaultdict(list)
        if known:
            asked = {"modules": [row.id for row in known]}
            for module_id, programme_id in self._connection.execute(_TAKEN, asked):
                taken[module_id].append(programme_id)
        return [_module(row, taken[row.id]) for row in known]

    @override
    def settle(
        self, module_id: int, state: ModuleState, at: datetime, by: int | None, reason: str = ""
    ) -> None:
        values = {"module": module_id, "new_state": state.value, "by": by, "at": at, "why": reason}
        self._connection.execute(_SETTLE, values)

    @override
    def put_in(self, module: SectorModule, programme_id: int, framework_id: int) -> None:
        self._connection.execute(_BY_FRAMEWORK, {"module": module.id, "by_framework": framework_id})
        row = {
            "organisation_id": module.organisation_id,
            "module_id": module.id,
            "programme_id": programme_id,
        }
        self._connection.execute(_PUT_IN, row)

    @override
    def put_out(self, module_id: int, programme_id: int) -> None:
        self._connection.execute(_PUT_OUT, {"module": module_id, "programme": programme_id})

    @override
    def is_sectors(self, framework_id: int, sector_id: int) -> bool:
        asked = {"framework": framework_id, "sector": sector_id}
        return self._connection.execute(_IS_SECTORS, asked).first() is not None

    @override
    def count_tracks(self, programme_id: int) -> int:
        counted = self._connection.execute(_COUNT_TRACKS, {"programme": programme_id})
        return int(counted.scalar_one())

    @override
    def is_used(self, programme_id: int, framework_id: int) -> bool:
        asked = {"programme": programme_id, "framework": framework_id}
        return self._connection.execute(_IS_USED, asked).first() is not None


def _written(draft: FrameworkDraft) -> dict[str, Any]:
    return {
        "version": draft.version,
        "title": draft.title,
        "source": draft.source,
        "competences": [
            {"number": own.number, "title": own.title, "indicators": list(own.indicators)}
            for own in draft.competences
        ],
    }


def _read(code: str, contents: Any) -> FrameworkDraft:
    competences = tuple(
        CompetenceDraft(own["number"], own["title"], tuple(own["indicators"]))
        for own in contents["competences"]
    )
    return FrameworkDraft(
        code, contents["version"], contents["title"], contents["source"], competences
    )


def _module(row: Row[Any], programmes: Sequence[int]) -> SectorModule:
    return SectorModule(
        row.id,
        row.organisation_id,
        row.sector_id,
        _read(row.code, row.contents),
        ModuleState(row.state),
        row.proposed_at,
        row.proposed_by_id,
        row.decided_at,
        row.reason,
        row.framework_id,
        tuple(programmes),
    )
