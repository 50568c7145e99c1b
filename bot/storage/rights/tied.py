"""Which rows lead to a person: a tie of the privacy table as a condition on its table."""

from sqlalchemy import ColumnElement, Table, bindparam, exists, func, select

from bot.domain.rights.declared import By, Tie
from bot.storage.columns import Identity
from bot.storage.tables import account, metadata

PERSON = "person"
"""The name of the parameter: the identity of whom rows are looked for."""


def rows_tied(table: str, tie: Tie) -> ColumnElement[bool]:
    """Write the condition that a row of a table leads to a person, whom a parameter names."""
    return _leads(metadata.tables[table], tie.path.split("."), tie.by)


def _leads(table: Table, steps: list[str], by: By) -> ColumnElement[bool]:
    step, *further = steps
    name, _, back = step.partition("<")
    column = table.c[name]
    if back:
        named, _, pointing = back.partition("/")
        other = metadata.tables[named]
        return column.in_(select(other.c[pointing]).where(_leads(other, further, by)))
    if not further:
        return _is_person(table, column, by)
    (key,) = column.foreign_keys
    met = key.column.table
    return column.in_(select(key.column).where(_leads(met, further, by)))


def _is_person(table: Table, column: ColumnElement[int], by: By) -> ColumnElement[bool]:
    whom = bindparam(PERSON, type_=Identity)
    if by in {By.KEY, By.IDENTITY}:
        return column == whom
    own = account.c.person_id == whom
    if by is By.ADDRESS:
        return exists().where(
            own, account.c.platform == table.c.platform, account.c.address == column
        )
    begins = account.c.platform + ":" + account.c.address + ":"
    return exists().where(own, func.substr(column, 1, func.length(begins)) == begins)
