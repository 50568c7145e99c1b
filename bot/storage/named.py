"""Names and words of people as columns: each is read as it may be said where it will be said.

What a school calls its people abroad stands beside the name, and is read with it in one statement;
`domain/school/naming.py` says which of both counts. A name that is read past this type fails.
"""

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Dialect,
    Label,
    String,
    Text,
    TypeDecorator,
    case,
    column,
    literal_column,
    select,
    table,
    type_coerce,
)
from sqlalchemy.types import TypeEngine
from typing_extensions import override

from bot.domain.school.naming import (
    Naming,
    in_full,
    kept_mark,
    note_unsure,
    read_name,
    read_words,
)

_ORGANISATION = table("organisation", column("id"), column("naming", String))


def _mark(naming: Naming) -> ColumnElement[str]:
    return literal_column(f"'{kept_mark(naming)}'", String)


def _source(read: ColumnElement[Any]) -> Column[Any]:
    """Find the table's own column that is read; of anything else nobody knows whose name it is."""
    own = read.element if isinstance(read, Label) else read
    if not isinstance(own, Column):
        raise TypeError(f"names and words are read from their own tables, not by {read}")
    return own


def _naming_of(own: Column[Any]) -> ColumnElement[Any]:
    whose = _ORGANISATION.c.id == own.table.c.organisation_id
    return select(_ORGANISATION.c.naming).where(whose).scalar_subquery()


class PersonNamed(TypeDecorator[str]):
    """Somebody's name: read as their school calls them where it will be said."""

    impl = String
    cache_ok = True

    @override
    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """Read with the name what is said for it abroad, where that is another."""
        own = _source(column)
        people = own.table.c
        abroad = case(
            (
                _naming_of(own) == Naming.DISCREET.value,
                _mark(Naming.DISCREET) + people.code_word,
            ),
            (
                _naming_of(own) == Naming.FIRST_NAMES.value,
                _mark(Naming.FIRST_NAMES) + people.called,
            ),
            else_=literal_column("''", String),
        )
        return own.concat(abroad)

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write the whole name."""
        return None if value is None else in_full(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read the name as it is said here."""
        return None if value is None else read_name(value)


class FreeWords(TypeDecorator[str]):
    """What somebody wrote in own words, which may name others: a discreet school keeps it home."""

    impl: Any = Text
    cache_ok = True

    @override
    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """Read with the words whether they stay home."""
        own = _source(column)
        discreet = _naming_of(own) == Naming.DISCREET.value
        # Elsewhere they are read untouched: what somebody spoilt is found, and holds up nothing.
        return case((discreet, own.concat(_mark(Naming.DISCREET))), else_=own)

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write the words."""
        return None if value is None else in_full(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read the words, or that they are left out."""
        return read_words(value) if isinstance(value, str) else value


class FreeReason(FreeWords):
    """The same, in a column of short words."""

    impl: Any = String
    cache_ok = True


class MayName(TypeDecorator[str]):
    """What is kept in words of then and may name somebody: a title, a list of a council."""

    impl: Any = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write it."""
        return None if value is None else in_full(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read it, and note that a name may stand in it."""
        if value:
            note_unsure(value)
        return value


class MayNameShort(MayName):
    """The same, in a column of short words."""

    impl: Any = String
    cache_ok = True


def kept_type(read: Column[Any]) -> TypeEngine[Any]:
    """Tell as what a column is kept: the type of its words, whoever reads them."""
    own = read.type
    return own.impl_instance if isinstance(own, PersonNamed | FreeWords | MayName) else own


def as_it_is(read: Column[Any]) -> ColumnElement[Any]:
    """Read a column as it is kept, wherever that is: for what is no answer to a person."""
    kept = kept_type(read)
    return read if kept is read.type else type_coerce(read, kept).label(read.name)
