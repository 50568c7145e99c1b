"""What is kept of somebody, read by the privacy table, on one connection."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, or_, select
from typing_extensions import override

from bot.domain.rights.declared import DeclaredColumn, DeclaredTable, Tie
from bot.domain.rights.having import Onlooker, OwnData, OwnRow
from bot.domain.school.tracks import Role
from bot.ports.rights.having import OwnRecords
from bot.storage.columns import Identity
from bot.storage.connected import Connected
from bot.storage.rights.declared import DECLARED
from bot.storage.rights.tied import PERSON, rows_tied
from bot.storage.tables import (
    administrator,
    former_involvement,
    involvement,
    metadata,
    person,
    track,
)

NAMED_AT_ONCE = 500
"""Rows whose names are asked for in one statement."""

_WHOM = bindparam(PERSON, type_=Identity)
_SHOWN_OTHERS = select(
    or_(
        *(
            exists().where(table.c.person_id == _WHOM)
            for table in (involvement, former_involvement, administrator)
        )
    )
)

_ONLOOKERS = (
    select(person.c.name, involvement.c.role)
    .join(involvement, involvement.c.person_id == person.c.id)
    .join(track, track.c.id == involvement.c.track_id)
    .where(track.c.student_id == _WHOM)
    # Not distinct(): a name is read with its mark, and only what is selected could be ordered by.
    .group_by(person.c.id, involvement.c.role)
    .order_by(person.c.name, involvement.c.role)
)


def exported_ties(declared: DeclaredTable) -> Sequence[Tie]:
    """List the ties by which a table's rows are in somebody's export."""
    return [tie for tie in declared.ties if tie.exported]


def _identity_of(table: str) -> Sequence[ColumnElement[Any]]:
    return list(metadata.tables[table].primary_key)


@cache
def _counts() -> Mapping[str, Select[Any]]:
    """Write for each table how many rows lead to somebody."""
    return {
        name: select(func.count())
        .select_from(metadata.tables[name])
        .where(or_(*(rows_tied(name, tie) for tie in exported_ties(declared))))
        for name, declared in DECLARED.items()
        if exported_ties(declared)
    }


@cache
def _reads() -> Mapping[str, Sequence[tuple[Tie, Select[Any]]]]:
    """Write for each table and tie what is read of its rows, whoever they lead to."""
    return {
        name: [
            (
                tie,
                select(*_identity_of(name), *(_columns(declared, tie)))
                .where(rows_tied(name, tie))
                .order_by(*_identity_of(name)),
            )
            for tie in exported_ties(declared)
        ]
        for name, declared in DECLARED.items()
        if exported_ties(declared)
    }


def _columns(declared: DeclaredTable, tie: Tie) -> Iterator[ColumnElement[Any]]:
    """List the columns that somebody has by a tie; each may be left out of a row later."""
    for column in declared.columns.values():
        if column.is_for(tie.path):
            yield metadata.tables[declared.name].c[column.name]


class StoredOwnRecords(Connected, OwnRecords):
    """What is kept of somebody, on one connection."""

    @override
    def count_of(self, person_id: int) -> Mapping[str, int]:
        asked = {PERSON: person_id}
        counted = {
            name: self._connection.execute(count, asked).scalar_one()
            for name, count in _counts().items()
        }
        return {name: count for name, count in counted.items() if count}

    @override
    def read_of(self, person_id: int) -> OwnData:
        asked = {PERSON: person_id}
        others = self.is_shown_others(person_id)
        tables: dict[str, Sequence[OwnRow]] = {}
        for name, reads in _reads().items():
            rows = self._rows(DECLARED[name], reads, asked, others=others)
            if rows:
                tables[name] = rows
        points = {name: pointing(name) for name in tables}
        return OwnData(tables, self._names(tables), points, others)

    @override
    def list_onlookers(self, student_id: int) -> Sequence[Onlooker]:
        rows = self._connection.execute(_ONLOOKERS, {PERSON: student_id})
        return [Onlooker(row.name, Role(row.role)) for row in rows]

    @override
    def is_shown_others(self, person_id: int) -> bool:
        return bool(self._connection.execute(_SHOWN_OTHERS, {PERSON: person_id}).scalar_one())

    def _rows(
        self,
        declared: DeclaredTable,
        reads: Sequence[tuple[Tie, Select[Any]]],
        asked: Mapping[str, Any],
        *,
        others: bool,
    ) -> list[OwnRow]:
        """Read the rows of a table; one that leads to somebody twice is one with both's columns."""
        found: dict[tuple[Any, ...], dict[str, Any]] = {}
        for tie, read in reads:
            own = [column for column in declared.columns.values() if column.is_for(tie.path)]
            length = len(_identity_of(declared.name))
            for read_row in self._connection.execute(read, asked):
                identity, values = tuple(read_row[:length]), read_row[length:]
                found.setdefault(identity, {}).update(
                    {column.name: value for column, value in zip(own, values, strict=True)}
                )
        if others:
            for row in found.values():
                _leave_out(row, declared.columns.values())
        return list(found.values())

    def _names(self, tables: Mapping[str, Sequence[OwnRow]]) -> Mapping[str, Mapping[int, str]]:
        """Look up what rows are called to which these point."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for name, rows in tables.items():
            for column, met in pointing(name).items():
                wanted[met] |= {row[column] for row in rows if row.get(column) is not None}
        return {
            met: dict(self._named(met, sorted(identities)))
            for met, identities in wanted.items()
            if identities
        }

    def _named(self, met: str, identities: Sequence[int]) -> Iterator[tuple[int, str]]:
        table = metadata.tables[met]
        called = table.c[DECLARED[met].called]
        for first in range(0, len(identities), NAMED_AT_ONCE):
            some = identities[first : first + NAMED_AT_ONCE]
            for row in self._connection.execute(
                select(table.c.id, called).where(table.c.id.in_(some))
            ):
                yield row[0], row[1]


@cache
def pointing(table: str) -> Mapping[str, str]:
    """Tell which columns of a table point at rows that have names, and of which tables these are.

    Plain identities of people count as well.
    """
    found = {
        column.name: key.column.table.name
        for column in metadata.tables[table].columns
        for key in column.foreign_keys
        if DECLARED[key.column.table.name].called and column.name != "organisation_id"
    }
    plain = {tie.path: "person" for tie in DECLARED[table].ties if tie.by == "identity"}
    return {**plain, **found}


def _leave_out(row: dict[str, Any], columns: Any) -> None:
    """Take out of a row what Kompaan showed somebody of others."""
    shown: Sequence[DeclaredColumn] = [column for column in columns if column.shows]
    for column in shown:
        if not (column.own_where and row.get(column.own_where)):
            row.pop(column.name, None)
