"""Periods on one connection."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    bindparam,
    insert,
    select,
    update,
)
from typing_extensions import override

from bot.domain.periods.period import Period
from bot.ports.periods.period import Home, Periods
from bot.storage.connected import Connected
from bot.storage.tables import (
    organisation_table,
    period,
    programme,
)

PERIOD_COLUMNS = (
    period.c.id,
    period.c.organisation_id,
    period.c.programme_id,
    period.c.name,
    period.c.opens_at,
    period.c.photo_at,
    period.c.choose_from,
    period.c.choose_until,
    period.c.moves,
    period.c.changed_at,
    period.c.cancelled,
    period.c.last,
)
_VALUES = tuple(column.name for column in PERIOD_COLUMNS if column.name != "id")
_PERIODS = select(*PERIOD_COLUMNS).order_by(period.c.opens_at, period.c.id)
_OF = _PERIODS.where(period.c.programme_id == bindparam("programme"))
_ONE = _PERIODS.where(period.c.id == bindparam("period"))
_HOLD = (
    select(period.c.id).where(period.c.id == bindparam("period")).with_for_update(key_share=True)
)
_ADD = insert(period).returning(period.c.id)
_CHANGE = (
    update(period)
    .where(period.c.id == bindparam("period"))
    .values({name: bindparam(f"new_{name}") for name in _VALUES})
)
_HOME = (
    select(organisation_table.c.id.label("organisation_id"), organisation_table.c.time_zone)
    .join(programme, programme.c.organisation_id == organisation_table.c.id)
    .where(programme.c.id == bindparam("programme"))
)


class StoredPeriods(Connected, Periods):
    """Periods on one connection."""

    @override
    def read_home(self, programme_id: int) -> Home:
        row = self._connection.execute(_HOME, {"programme": programme_id}).one()
        return Home(row.organisation_id, row.time_zone)

    @override
    def list_of(self, programme_id: int) -> Sequence[Period]:
        return [
            period_of(row) for row in self._connection.execute(_OF, {"programme": programme_id})
        ]

    @override
    def find(self, period_id: int) -> Period | None:
        row = self._connection.execute(_ONE, {"period": period_id}).one_or_none()
        return period_of(row) if row else None

    @override
    def hold(self, period_id: int) -> None:
        hold_period(self._connection, period_id)

    @override
    def add(self, period: Period) -> Period:
        values = {name: getattr(period, name) for name in _VALUES}
        return replace(period, id=self._connection.execute(_ADD, values).scalar_one())

    @override
    def change(self, period: Period) -> None:
        values = {f"new_{name}": getattr(period, name) for name in _VALUES}
        self._connection.execute(_CHANGE, {"period": period.id, **values})


def hold_period(connection: Connection, period_id: int) -> None:
    """Let nobody else change a period, or begin its photo, in this transaction."""
    connection.execute(_HOLD, {"period": period_id})


def period_of(row: Row[*tuple[Any, ...]]) -> Period:
    """Make a period of a row that has PERIOD_COLUMNS."""
    known = row._mapping
    return Period(**{name: known[name] for name in ("id", *_VALUES)})
