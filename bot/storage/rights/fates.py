"""What the privacy table says of each row as statements: which go, and which columns are emptied.

They are made once, when somebody is first erased. All are about one person, or about one track of
somebody who stays; what a column is emptied to follows from its kind.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    BinaryExpression,
    Column,
    ColumnElement,
    Executable,
    String,
    Table,
    bindparam,
    case,
    delete,
    exists,
    literal,
    null,
    select,
    update,
)
from sqlalchemy.sql.visitors import replacement_traverse

from bot.domain.rights.declared import By, DeclaredColumn, DeclaredTable, Fate, Tie
from bot.domain.school.naming import ERASED
from bot.storage.columns import Identity
from bot.storage.named import kept_type
from bot.storage.rights.declared import DECLARED
from bot.storage.rights.tied import rows_tied
from bot.storage.tables import metadata, person

_STUDENT = "student_id"


@cache
def statements_for_person() -> Sequence[Executable]:
    """List what erases a person, in order; each knows whom by the parameter `person`."""
    return [*_blanks(), *_by_address(), *_deletes(lambda table, tie: rows_tied(table, tie))]


@cache
def statements_for_track() -> Sequence[Executable]:
    """List what deletes the rows of a track, which the parameter `track` names."""
    return list(_deletes(_of_track))


@cache
def looks_for(fates: tuple[Fate, ...]) -> Sequence[tuple[str, str, Any]]:
    """List tables by name and why their rows stay, with what asks whether there are any.

    A row that goes by another of its ties to the same person stays for no reason: what a student
    scored of the own learning goes with the track.
    """
    return [
        (
            own.name,
            tie.why,
            select(exists().where(rows_tied(own.name, tie), *_unless_gone(own, tie))),
        )
        for own in DECLARED.values()
        for tie in own.ties
        if tie.fate in fates and tie.exported
    ]


def _unless_gone(own: DeclaredTable, tie: Tie) -> Iterator[ColumnElement[bool]]:
    """Leave out, of rows that stay by a tie, those that go by another; of those that go none."""
    if tie.fate is Fate.GOES:
        return
    for other in own.ties:
        if other.fate is Fate.GOES:
            # A row that leads to nobody by it does not go: unknown is not yes.
            yield case((rows_tied(own.name, other), 1), else_=0) == 0


def _blanks() -> Iterator[Executable]:
    """Empty columns of rows that stay, before anything is gone that leads to them."""
    for own in DECLARED.values():
        if own.name == person.name:
            continue
        table = metadata.tables[own.name]
        for tie in own.ties:
            emptied = _emptied(table, own.columns.values(), tie)
            if tie.fate is not Fate.GOES and emptied:
                yield update(table).where(rows_tied(own.name, tie)).values(emptied)


def _emptied(table: Table, columns: Any, tie: Tie) -> dict[str, Any]:
    chosen: list[DeclaredColumn] = [own for own in columns if own.is_blanked_by(tie.path)]
    return {own.name: _nothing(table.c[own.name]) for own in chosen}


def _nothing(column: Column[Any]) -> Any:
    """Write what a column holds that says nothing."""
    if column.nullable:
        return null()
    if isinstance(kept_type(column), JSON):
        return {}
    if isinstance(kept_type(column), String):
        # What was empty stays so, and what had to say something still does.
        return case((column == "", literal("")), else_=literal(ERASED))
    default: Any = column.server_default
    return default.arg if default is not None else 0


def _by_address() -> Iterator[Executable]:
    """Delete what leads to a person by a chat's address, as long as that is known."""
    for own in DECLARED.values():
        for tie in own.ties:
            if tie.fate is Fate.GOES and tie.by in {By.ADDRESS, By.SOURCE}:
                yield delete(metadata.tables[own.name]).where(rows_tied(own.name, tie))


def _deletes(leads: Any) -> Iterator[Executable]:
    """Delete rows from what points on to what is pointed at; what stays points at nothing."""
    for table in reversed(metadata.sorted_tables):
        ties = [tie for tie in DECLARED[table.name].ties if tie.fate is Fate.GOES]
        found = [leads(table.name, tie) for tie in ties if tie.by in {By.KEY, By.IDENTITY}]
        for condition in (own for own in found if own is not None):
            yield from deleting(table, condition)


def deleting(table: Table, condition: ColumnElement[bool]) -> Iterator[Executable]:
    """Write how rows are deleted to which others may point, where those may point at nothing."""
    yield from _lets_go(table, condition)
    yield delete(table).where(condition)


def _lets_go(table: Table, condition: ColumnElement[bool]) -> Iterator[Executable]:
    """Let what stays no longer point at rows that go, where it may point at nothing."""
    for other in metadata.sorted_tables:
        for column in other.c:
            keys = [key for key in column.foreign_keys if key.column.table is table]
            if keys and column.nullable:
                going = select(keys[0].column).where(condition)
                yield update(other).where(column.in_(going)).values({column.name: None})


def _of_track(table: str, tie: Tie) -> ColumnElement[bool] | None:
    """Write a tie that leads to a student as one that leads to one track of theirs."""
    if not tie.path.endswith(f".{_STUDENT}"):
        return None
    one_track = bindparam("track", type_=Identity)

    def instead(element: Any, **_more: Any) -> Any:
        is_student = isinstance(element, BinaryExpression) and _is_student(element.left)
        return metadata.tables["track"].c.id == one_track if is_student else None

    return replacement_traverse(rows_tied(table, tie), {}, instead)


def _is_student(column: Any) -> bool:
    return getattr(column, "name", "") == _STUDENT and column.table.name == "track"
