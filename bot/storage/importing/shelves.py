"""Shelves: the rows of one table, read and written in sets by statements made once."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.ports.importing import LinkShelf
from bot.storage.named import as_it_is

Row = TypeVar("Row")

IDENTITY = ("id",)


class Statements(Generic[Row]):
    """What is asked of one table, whose columns the fields of the row's class name."""

    def __init__(self, table: Table, row: type[Row], keys: Sequence[str] = IDENTITY) -> None:
        """Make the statements; `keys` find a row again."""
        self.row = row
        self.keys = tuple(keys)
        self.names = tuple(column.name for column in fields(row))  # type: ignore[arg-type]
        columns = [as_it_is(table.c[name]) for name in self.names]
        found = and_(*(table.c[name] == bindparam(f"key_{name}") for name in keys))
        values: dict[str, Any] = {
            name: bindparam(f"new_{name}") for name in self.names if name not in keys
        }
        self.all = (
            select(*columns)
            .where(table.c.organisation_id == bindparam("organisation"))
            .order_by(*(table.c[name] for name in keys))
        )
        self.add = insert(table).returning(*columns)
        # A row that is nothing but its key cannot change.
        self.change = update(table).where(found).values(values) if values else None
        self.remove = delete(table).where(found)

    def inserted(self, row: Row, organisation_id: int) -> dict[str, Any]:
        """Bind a new row's values; the database gives it its id."""
        values = {name: getattr(row, name) for name in self.names if name != "id"}
        return values | {"organisation_id": organisation_id}

    def key_of(self, row: Row) -> dict[str, Any]:
        """Bind the values by which a row is found again."""
        return {f"key_{name}": getattr(row, name) for name in self.keys}

    def changed(self, row: Row) -> dict[str, Any]:
        """Bind a row's values, and those by which it is found."""
        return self.key_of(row) | {
            f"new_{name}": getattr(row, name) for name in self.names if name not in self.keys
        }


class StoredShelf(LinkShelf[Row]):
    """The rows of one table, on one connection."""

    def __init__(self, connection: Connection, statements: Statements[Row]) -> None:
        """Work on this connection's transaction."""
        self._connection = connection
        self._statements = statements

    @override
    def list_all(self, organisation_id: int) -> list[Row]:
        parameters = {"organisation": organisation_id}
        found = self._connection.execute(self._statements.all, parameters)
        return [self._statements.row(*values) for values in found]

    @override
    def add(self, organisation_id: int, rows: Sequence[Row]) -> list[Row]:
        if not rows:
            return []
        values = [self._statements.inserted(row, organisation_id) for row in rows]
        stored = self._connection.execute(self._statements.add, values)
        return [self._statements.row(*row) for row in stored]

    @override
    def change(self, rows: Sequence[Row]) -> None:
        if rows and self._statements.change is not None:
            values = [self._statements.changed(row) for row in rows]
            self._connection.execute(self._statements.change, values)

    @override
    def remove(self, rows: Sequence[Row]) -> None:
        if rows:
            values = [self._statements.key_of(row) for row in rows]
            self._connection.execute(self._statements.remove, values)
