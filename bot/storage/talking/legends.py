"""In which message each person last saw a legend in full, and on which day of theirs."""

from datetime import date

from sqlalchemy import text
from typing_extensions import override

from bot.ports.talking import Legends
from bot.storage.connected import Connected

# The same message again, a retry or one that is said anew, shows what it showed.
_TAKE = text(
    "INSERT INTO legend (person_id, organisation_id, day, message)"
    " SELECT id, organisation_id, :day, :message FROM person WHERE id = :person"
    " ON CONFLICT (person_id) DO UPDATE SET day = excluded.day, message = excluded.message"
    " WHERE legend.day <> excluded.day OR legend.message = excluded.message"
)
_GIVE_BACK = text("DELETE FROM legend WHERE person_id = :person AND message = :message")


class StoredLegends(Connected, Legends):
    """Who saw a legend in full, on one connection."""

    @override
    def take(self, person_id: int, day: date, message: str) -> bool:
        values = {"person": person_id, "day": day.isoformat(), "message": message}
        return self._connection.execute(_TAKE, values).rowcount == 1

    @override
    def give_back(self, person_id: int, message: str) -> None:
        self._connection.execute(_GIVE_BACK, {"person": person_id, "message": message})
