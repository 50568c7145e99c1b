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

from bot.domain.periods.period import Period
from bot.ports.periods.period import Home
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


class StoredPeriods:
    """Periods on one connection."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction."""
        self._connection = connection

    def read_home(self, programme_id: int) -> Home:
        """Give the organisation of a programme, with its time zone."""
        row = self._connection.execute(_HOME, {"programme": programme_id}).one()
        return Home(row.organisation_id, row.time_zone)

    def list_of(self, programme_id: int) -> Sequence[Period]:
        """List a programme's periods, cancelled ones too, in the order of their opening."""
        return [
            period_of(row) for row in self._connection.execute(_OF, {"programme": programme_id})
        ]

    def find(self, period_id: int) -> Period | None:
        """Find a period."""
        row = self._connection.execute(_ONE, {"period": period_id}).one_or_none()
        return period_of(row) if row else None

    def hold(self, period_id: int) -> None:
        """Let nobody else change a period, or begin its photo, in this transaction."""
        hold_period(self._connection, period_id)

    def add(self, period: Period) -> Period:
        """Store a new period; gives it its id."""
        values = {name: getattr(period, name) for name in _VALUES}
        return replace(period, id=self._connection.execute(_ADD, values).scalar_one())

    def change(self, period: Period) -> None:
        """Replace a stored period, found by its id."""
        values = {f"new_{name}": getattr(period, name) for name in _VALUES}
        self._connection.execute(_CHANGE, {"period": period.id, **values})


def hold_period(connection: Connection, period_id: int) -> None:
    """Let nobody else change a period, or begin its photo, in this transaction."""
    connection.execute(_HOLD, {"period": period_id})


def period_of(row: Row[*tuple[Any, ...]]) -> Period:
    """Make a period of a row that has PERIOD_COLUMNS."""
    known = row._mapping
    return Period(**{name: known[name] for name in ("id", *_VALUES)})
