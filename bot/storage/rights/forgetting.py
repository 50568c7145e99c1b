"""Wishes to be forgotten, on one connection."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, func, insert, or_, select, union, update
from typing_extensions import override

from bot.domain.rights.forgetting import Forgetting
from bot.domain.school.tracks import Role
from bot.ports.rights.forgetting import Forgettings
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    administrator,
    forgetting,
    former_involvement,
    involvement,
    organisation_table,
    track,
)

_COLUMNS = tuple(forgetting.c[own.name] for own in fields(Forgetting))
_ALL = select(*_COLUMNS).order_by(forgetting.c.wished_at, forgetting.c.id)
_ONE = _ALL.where(forgetting.c.id == bindparam("wish"))
_OPEN = _ALL.where(forgetting.c.withdrawn_at.is_(None), forgetting.c.erased_at.is_(None))
_OPEN_OF = _OPEN.where(forgetting.c.person_id == bindparam("person"))
_NOES = select(
    func.max(forgetting.c.withdrawn_at, type_=Instant),
    func.max(forgetting.c.held_at, type_=Instant),
).where(forgetting.c.person_id == bindparam("person"))
_RUNS_IT = exists().where(
    administrator.c.person_id == bindparam("decider"),
    administrator.c.organisation_id == forgetting.c.organisation_id,
)
_COACHED = select(involvement.c.track_id).where(
    involvement.c.person_id == bindparam("decider"), involvement.c.role == Role.COACH.value
)
_AROUND = union(
    select(track.c.student_id).where(track.c.id.in_(_COACHED)),
    *(
        select(of.c.person_id).where(of.c.track_id.in_(_COACHED))
        for of in (involvement, former_involvement)
    ),
)
_DECIDED_BY = _OPEN.where(
    forgetting.c.person_id != bindparam("decider"),
    or_(_RUNS_IT, forgetting.c.person_id.in_(_AROUND)),
)
_OF_WORLD = _ALL.join(
    organisation_table, organisation_table.c.id == forgetting.c.organisation_id
).where(IN_WORLD)
_OPEN_IN = _OF_WORLD.where(forgetting.c.withdrawn_at.is_(None), forgetting.c.erased_at.is_(None))
DUE = _OPEN_IN.where(forgetting.c.held_at.is_(None), forgetting.c.due_at <= bindparam("at"))
UNCLEAN = _OF_WORLD.where(
    forgetting.c.withdrawn_at.is_(None),
    forgetting.c.cleaned_at.is_(None),
    forgetting.c.erased_at.is_not(None),
)
TO_DO = _OF_WORLD.where(
    forgetting.c.withdrawn_at.is_(None),
    forgetting.c.cleaned_at.is_(None),
    or_(
        forgetting.c.erased_at.is_not(None),
        forgetting.c.held_at.is_(None) & (forgetting.c.due_at <= bindparam("at")),
    ),
)
_ADD = insert(forgetting).returning(forgetting.c.id)
_CHANGE = update(forgetting).where(forgetting.c.id == bindparam("wish"))
_DAYS = select(organisation_table.c.forget_days).where(
    organisation_table.c.id == bindparam("organisation")
)
_SET_DAYS = update(organisation_table).where(organisation_table.c.id == bindparam("organisation"))


class StoredForgettings(Connected, Forgettings):
    """Wishes on one connection."""

    @override
    def find(self, forgetting_id: int) -> Forgetting | None:
        row = self._connection.execute(_ONE, {"wish": forgetting_id}).one_or_none()
        return Forgetting(**row._mapping) if row else None

    @override
    def find_open(self, person_id: int) -> Forgetting | None:
        row = self._connection.execute(_OPEN_OF, {"person": person_id}).one_or_none()
        return Forgetting(**row._mapping) if row else None

    @override
    def hold_open(self, person_id: int) -> Forgetting | None:
        held = _OPEN_OF.with_for_update(of=forgetting)
        row = self._connection.execute(held, {"person": person_id}).one_or_none()
        return Forgetting(**row._mapping) if row else None

    @override
    def find_latest_no(self, person_id: int) -> datetime | None:
        row = self._connection.execute(_NOES, {"person": person_id}).one()
        return max((at for at in row if at is not None), default=None)

    @override
    def list_open(self, world: World) -> Sequence[Forgetting]:
        return self._list(_OPEN_IN, world=world.here)

    @override
    def list_decided_by(self, person_id: int) -> Sequence[Forgetting]:
        return self._list(_DECIDED_BY, decider=person_id)

    @override
    def add(self, person_id: int, organisation_id: int, at: datetime) -> Forgetting:
        values = {"person_id": person_id, "organisation_id": organisation_id, "wished_at": at}
        # Words are read with whose school they are of, which no statement that writes can tell.
        made = self._connection.execute(_ADD, values).scalar_one()
        return Forgetting(**self._connection.execute(_ONE, {"wish": made}).one()._mapping)

    @override
    def confirm(self, forgetting_id: int, at: datetime, due_at: datetime) -> None:
        self._change(forgetting_id, confirmed_at=at, due_at=due_at)

    @override
    def hasten(self, forgetting_id: int, due_at: datetime) -> None:
        self._change(forgetting_id, due_at=due_at, held_at=None, held_by_id=None, held_why="")

    @override
    def put_off(self, forgetting_id: int, by_id: int | None, why: str, at: datetime) -> None:
        self._change(forgetting_id, held_at=at, held_by_id=by_id, held_why=why)

    @override
    def withdraw(self, forgetting_id: int, at: datetime) -> None:
        self._change(forgetting_id, withdrawn_at=at, held_why="")

    @override
    def list_due(self, world: World) -> Sequence[Forgetting]:
        return self._list(DUE, world=world.here, at=world.at)

    @override
    def list_unclean(self, world: World) -> Sequence[Forgetting]:
        return self._list(UNCLEAN, world=world.here)

    @override
    def mark_erased(self, forgetting_id: int, at: datetime) -> None:
        self._change(forgetting_id, erased_at=at, held_why="")

    @override
    def mark_clean(self, forgetting_id: int, at: datetime) -> None:
        self._change(forgetting_id, cleaned_at=at)

    @override
    def read_days(self, organisation_id: int) -> int:
        asked = {"organisation": organisation_id}
        return int(self._connection.execute(_DAYS, asked).scalar_one())

    @override
    def set_days(self, organisation_id: int, days: int) -> None:
        asked = {"organisation": organisation_id}
        self._connection.execute(_SET_DAYS.values(forget_days=days), asked)

    def _change(self, forgetting_id: int, **values: Any) -> None:
        self._connection.execute(_CHANGE.values(**values), {"wish": forgetting_id})

    def _list(self, statement: Any, **asked: Any) -> Sequence[Forgetting]:
        rows = self._connection.execute(statement, asked)
        return [Forgetting(**row._mapping) for row in rows]
