"""A row in every table, with a canary in every column that holds words, and who is who in it."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from sqlalchemy import JSON, Column, Connection, Table, insert, select, update

from bot.domain.rights.declared import By, Kind, Tie
from bot.storage.rights.declared import DECLARED
from bot.storage.tables import metadata, person
from tests.storage.rights.test_declared import last_column
from tests.storage.rows import ROWS, WHEN

SOMEBODY, OTHER = 1, 2
"""Who is erased, and whom everything else is of."""

NAME, OTHER_NAME = "Ané Canary", "Noor Aziz"
ADDRESS = "1001"
BY_ADDRESS = "telegram:1001:8"

FIXED: dict[str, dict[str, Any]] = {
    "account": {"platform": "telegram", "address": ADDRESS},
    "wrong_code": {"platform": "telegram", "address": ADDRESS},
    "resting_chat": {"platform": "telegram", "address": ADDRESS},
    "handled": {"key": BY_ADDRESS},
    "wording": {"source": BY_ADDRESS},
    "decision": {"kind": "other"},
    "dialogue": {"about_track": 1},
}


def fill(connection: Connection) -> None:
    """Put the rows in; all people of the school are OTHER, and SOMEBODY is nowhere yet."""
    for name, row in chain.from_iterable(rows.items() for rows in ROWS.values()):
        connection.execute(insert(metadata.tables[name]), row)
    other = {"id": OTHER, "organisation_id": 1, "school_id": "s2", "name": OTHER_NAME}
    connection.execute(insert(person).values(**other, folded_name=OTHER_NAME))
    connection.execute(
        update(person).where(person.c.id == SOMEBODY).values(name=NAME, email="ane@school.example")
    )
    for table in metadata.sorted_tables:
        values = dict(_canaries(table)) | FIXED.get(table.name, {})
        if values and table.name != person.name:
            connection.execute(update(table).values(values))
    for column in ends():
        if column.table.name != person.name:
            connection.execute(update(column.table).values({column.name: OTHER}))


def _canaries(table: Table) -> Iterator[tuple[str, Any]]:
    for own in DECLARED[table.name].columns.values():
        column = table.c[own.name]
        is_key = column.primary_key or bool(column.foreign_keys)
        if own.kind is not Kind.WORDS or is_key or column.type.python_type is bytes:
            continue
        said = f"canary of {table.name}.{own.name}"
        is_json = isinstance(column.type, JSON)
        yield own.name, ({"said": said, "files": []} if is_json else said)


def ends() -> list[Column[Any]]:
    """List the columns at which ties end: who a row leads to stands in one of them."""
    found = {}
    for declared in DECLARED.values():
        for tie in declared.ties:
            column = end_of(declared.name, tie)
            found[str(column)] = column
    return list(found.values())


def end_of(table: str, tie: Tie) -> Column[Any]:
    """Find the column at which a tie ends; one by an address ends at its account."""
    if tie.by in {By.ADDRESS, By.SOURCE}:
        return metadata.tables["account"].c.person_id
    return last_column(table, tie)


def read_all(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Read every row of every table."""
    return {name: read_rows(connection, name) for name in _EVERY_ROW}


def read_rows(connection: Connection, name: str) -> list[dict[str, Any]]:
    """Read every row of a table."""
    return [dict(row) for row in connection.execute(_EVERY_ROW[name]).mappings()]


_EVERY_ROW = {table.name: select(table) for table in metadata.sorted_tables}


__all__ = [
    "NAME",
    "OTHER",
    "OTHER_NAME",
    "SOMEBODY",
    "WHEN",
    "end_of",
    "ends",
    "fill",
    "read_all",
    "read_rows",
]
