"""School holidays on one connection."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select
from typing_extensions import override

from bot.domain.telling.holidays import SchoolHoliday
from bot.ports.telling.holidays import Holidays
from bot.storage.connected import Connected
from bot.storage.tables import school_holiday

_OF = school_holiday.c.organisation_id == bindparam("organisation")
_LIST = (
    select(school_holiday.c.first_on, school_holiday.c.last_on, school_holiday.c.name)
    .where(_OF)
    .order_by(school_holiday.c.first_on, school_holiday.c.last_on, school_holiday.c.id)
)
_DROP = delete(school_holiday).where(_OF)
_ADD = insert(school_holiday)


class StoredHolidays(Connected, Holidays):
    """School holidays on one connection; read once in a transaction that changes none."""

    def __init__(self, connection: Connection) -> None:
        """Begin a transaction in which none were read yet."""
        super().__init__(connection)
        self._known: dict[int, Sequence[SchoolHoliday]] = {}
        self._changed = False

    @override
    def list_of(self, organisation_id: int) -> Sequence[SchoolHoliday]:
        # What was changed may be taken back with a part of the transaction: then it is read anew.
        if self._changed:
            return self._read(organisation_id)
        if organisation_id not in self._known:
            self._known[organisation_id] = self._read(organisation_id)
        return self._known[organisation_id]

    def _read(self, organisation_id: int) -> Sequence[SchoolHoliday]:
        rows = self._connection.execute(_LIST, {"organisation": organisation_id})
        days = date.fromisoformat
        return [SchoolHoliday(days(row.first_on), days(row.last_on), row.name) for row in rows]

    @override
    def replace(self, organisation_id: int, holidays: Sequence[SchoolHoliday]) -> None:
        self._changed = True
        self._connection.execute(_DROP, {"organisation": organisation_id})
        rows = [
            {
                "organisation_id": organisation_id,
                "first_on": holiday.first.isoformat(),
                "last_on": holiday.last.isoformat(),
                "name": holiday.name,
            }
            for holiday in sorted(holidays)
        ]
        if rows:
            self._connection.execute(_ADD, rows)
