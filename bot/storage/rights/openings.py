"""Who opened what is kept of a student, on one connection."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache

from sqlalchemy import TextClause, bindparam, select, text
from typing_extensions import override

from bot.domain.rights.looking import Opened, OpenedKind, gathered
from bot.ports.rights.openings import Openings
from bot.storage.connected import Connected
from bot.storage.tables import opened, person

AT_ONCE = 256
"""Rows in one statement; the largest class group, with what it shows, is far below."""


@cache
def _note(rows: int) -> TextClause:
    """Write one statement for so many rows; what was opened that day already stays as it is."""
    school = "(SELECT organisation_id FROM track WHERE id = :track{at})"
    row = f"({school}, :track{{at}}, :looker, :what{{at}}, :day)"
    values = ", ".join(row.format(at=at) for at in range(rows))
    into = "INSERT INTO opened (organisation_id, track_id, looker_id, what, on_day)"
    return text(f"{into} VALUES {values} ON CONFLICT DO NOTHING")


_LIST = (
    select(
        opened.c.on_day,
        opened.c.looker_id,
        person.c.name.label("looker"),
        opened.c.what,
    )
    .outerjoin(person, person.c.id == opened.c.looker_id)
    .where(opened.c.track_id == bindparam("track"))
)
_LIST_BEFORE = _LIST.where(opened.c.on_day < bindparam("before"))


class StoredOpenings(Connected, Openings):
    """What was opened, on one connection."""

    @override
    def note(
        self,
        looker_id: int | None,
        opened: Collection[tuple[int, OpenedKind]],
        on: date,
    ) -> None:
        every = list(opened)
        for start in range(0, len(every), AT_ONCE):
            rows = every[start : start + AT_ONCE]
            values: dict[str, object] = {"looker": looker_id, "day": on.isoformat()}
            for at, (track, what) in enumerate(rows):
                values |= {f"track{at}": track, f"what{at}": what.value}
            self._connection.execute(_note(len(rows)), values)

    @override
    def list_of(self, track_id: int, before: date | None = None) -> Sequence[Opened]:
        asked: dict[str, object] = {"track": track_id}
        statement = _LIST
        if before is not None:
            statement, asked["before"] = _LIST_BEFORE, before.isoformat()
        rows = self._connection.execute(statement, asked)
        return gathered(
            [
                (
                    date.fromisoformat(row.on_day),
                    row.looker_id,
                    row.looker or "",
                    OpenedKind(row.what),
                )
                for row in rows
            ]
        )
