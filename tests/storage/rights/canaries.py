"""A database in which every text of every row is one of a kind, and what is declared of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Double,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    insert,
)

from bot.domain.rights.declared import By, Tie
from bot.storage.columns import Exact, Instant, Tenths
from bot.storage.named import kept_type
from bot.storage.rights.declared import DECLARED
from bot.storage.tables import metadata

WHEN = datetime(2026, 3, 29, 10, tzinfo=UTC)
PEOPLE = 6
ROWS = 4
CANARY = re.compile("¤[0-9a-f]{4}")

ONLY: Mapping[tuple[str, str], Any] = {
    ("person", "language"): "en",
    ("person", "chosen_language"): None,
    ("person", "time_zone"): "Europe/Brussels",
    ("person", "told_on"): None,
    ("person", "erased_at"): None,
    ("organisation", "time_zone"): "Europe/Brussels",
    ("organisation", "language"): "en",
    ("mail_address", "taken_away_at"): None,
    ("outbox", "state"): "sent",
    ("page_session", "ended_at"): None,
    ("page_session", "ended_why"): None,
    ("decision", "kind"): "other",
    ("decision", "follows_id"): None,
    ("tick", "id"): 1,
}
"""What is not free, for a reason of its own."""
ONE_ROW = {"tick", "organisation"}
Row = dict[str, Any]
World = dict[str, list[Row]]


def filled(connection: Connection) -> World:
    """Fill every table with rows that point all over, and give them back."""
    numbers, world = count(1), World()
    for table in metadata.sorted_tables:
        many = 1 if table.name in ONE_ROW else PEOPLE if table.name == "person" else ROWS
        rows = [_row(table, place, world, numbers) for place in range(many)]
        world[table.name] = rows
        connection.execute(insert(table), rows)
    return world


def _row(table: Table, place: int, world: World, numbers: Iterator[int]) -> Row:
    return {
        column.name: ONLY[table.name, column.name]
        if (table.name, column.name) in ONLY
        else _value(table, column, place, world, numbers)
        for column in table.columns
    }


def _value(table: Table, column: Column[Any], place: int, world: World, numbers: Any) -> Any:
    for key in column.foreign_keys:
        met = world.get(key.column.table.name)
        if not met:
            return None  # it points at its own table, or what is filled later
        # Every column points a little further than the one before, so people differ.
        turn = list(table.columns.keys()).index(column.name)
        unique = bool(column.primary_key or column.unique)
        return met[(place + (0 if unique else turn)) % len(met)][key.column.name]
    if column.name == "id" and column.primary_key:
        return place + 1
    allowed = _allowed(table, column)
    if allowed:
        return allowed[0]
    return _free(table, column, place, numbers)


def _free(table: Table, column: Column[Any], place: int, numbers: Any) -> Any:
    canary = f"¤{next(numbers):04x}"
    made: dict[type[Any], Any] = {
        Exact: 41,
        Tenths: 38,
        Instant: WHEN,
        Boolean: place % 2 == 0,
        JSON: {"said": canary},
        LargeBinary: canary.encode(),
        Double: 1.0,
        Integer: _number(table, column, place),
        String: canary,
    }
    fitting = [value for kind, value in made.items() if isinstance(kept_type(column), kind)]
    assert fitting, f"{table.name}.{column.name}: what is {column.type!r}?"
    return fitting[0]


def _number(table: Table, column: Column[Any], place: int) -> int:
    """Choose a number: a person where it is one's identity, one of its own where that is asked."""
    named = {tie.path for tie in DECLARED[table.name].ties if tie.by is By.IDENTITY}
    if column.name in named:
        return (place + len(column.name)) % PEOPLE + 1
    alone = any(
        column.name in one_more.columns
        for one_more in table.constraints
        if isinstance(one_more, UniqueConstraint)
    ) or any(column.name in own.columns for own in table.indexes if own.unique)
    return place + 1 if alone or column.primary_key else 1


def _allowed(table: Table, column: Column[Any]) -> list[str]:
    """List what a column may hold, where a constraint says so."""
    begins = f"{column.name} IN ("
    found = [
        str(own.sqltext)
        for own in table.constraints
        if isinstance(own, CheckConstraint) and str(own.sqltext).startswith(begins)
    ]
    return re.findall("'([^']*)'", found[0]) if found else []


def canaries_in(value: Any) -> set[str]:
    """Find the texts that are one of a kind."""
    if isinstance(value, bytes):
        return set(CANARY.findall(value.decode("utf-8", "replace")))
    return set(CANARY.findall(str(value)))


def declared_for(world: World, person_id: int) -> set[str]:
    """Work out what of a world is in somebody's export, by what its columns declare, row by row."""
    had: dict[str, list[tuple[Row, set[str]]]] = defaultdict(list)
    others = _is_shown_others(world, person_id)
    for name, declared in DECLARED.items():
        for row in world[name]:
            columns = {
                column.name
                for tie in declared.ties
                if tie.exported and _leads(world, name, row, tie, person_id)
                for column in declared.columns.values()
                if column.is_for(tie.path)
                and not (others and column.shows and not row.get(column.own_where))
            }
            if columns:
                had[name].append((row, columns))
    found = {
        canary
        for rows in had.values()
        for row, columns in rows
        for column in columns
        for canary in canaries_in(row[column])
    }
    return found | _names(world, had)


def _names(world: World, had: Mapping[str, list[tuple[Row, set[str]]]]) -> set[str]:
    """Say how that is called at which rows point: it stands beside them."""
    found: set[str] = set()
    for name, rows in had.items():
        keys = {
            column.name: (key.column.table.name, key.column.name)
            for column in metadata.tables[name].columns
            for key in column.foreign_keys
            if column.name != "organisation_id"
        }
        keys |= {tie.path: ("person", "id") for tie in DECLARED[name].ties if tie.by is By.IDENTITY}
        for row, columns in rows:
            for column in columns & set(keys):
                met, identity = keys[column]
                called = DECLARED[met].called
                if called:
                    there = [own for own in world[met] if own[identity] == row[column]]
                    found |= {canary for own in there for canary in canaries_in(own[called])}
    return found


def _is_shown_others(world: World, person_id: int) -> bool:
    return any(
        row["person_id"] == person_id
        for name in ("involvement", "former_involvement", "administrator")
        for row in world[name]
    )


def _leads(world: World, name: str, row: Row, tie: Tie, person_id: int) -> bool:
    assert tie.by in {By.KEY, By.IDENTITY}, "what is found by address is in no export"
    return _follows(world, name, row, tie.path.split("."), person_id)


def _follows(world: World, name: str, row: Row, steps: list[str], person_id: int) -> bool:
    step, *further = steps
    column, _, back = step.partition("<")
    if back:
        other, pointing = back.split("/")
        return any(
            _follows(world, other, own, further, person_id)
            for own in world[other]
            if own[pointing] == row[column]
        )
    if not further:
        return bool(row[column] == person_id)
    (key,) = metadata.tables[name].c[column].foreign_keys
    met = key.column.table.name
    return any(
        _follows(world, met, own, further, person_id)
        for own in world[met]
        if own[key.column.name] == row[column]
    )
