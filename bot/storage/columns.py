"""The column kinds that the tables share, and the naming of their constraints."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    TypeDecorator,
)
from typing_extensions import override

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Identity = BigInteger().with_variant(Integer, "sqlite")
"""A key that never runs out on PostgreSQL and stays a rowid on SQLite."""


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as UTC on both engines and read back as aware UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware instant into UTC; SQLite gets it without its zone."""
        utc = _in_utc(value)
        return utc.replace(tzinfo=None) if utc and dialect.name == "sqlite" else utc

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read an aware instant in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    @override
    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any] | None:
        """Write an instant for SQLite in one call, in the form in which it keeps them."""
        return _to_sqlite if dialect.name == "sqlite" else super().bind_processor(dialect)

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], datetime | None] | None:
        """Read an instant of SQLite in one call: a tap reads fifty of them."""
        if dialect.name == "sqlite":
            return _from_sqlite
        return super().result_processor(dialect, coltype)


def _in_utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("an instant must be aware")
    return value.astimezone(UTC)


def _to_sqlite(value: datetime | None) -> str | None:
    utc = _in_utc(value)
    return None if utc is None else utc.isoformat(" ", "microseconds").removesuffix("+00:00")


def _from_sqlite(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


class Exact(TypeDecorator[Fraction]):
    """An exact number, kept as the text of its fraction."""

    impl = String
    cache_ok = True

    @override
    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        """Write it in lowest terms, such as 125/2 or 50."""
        return None if value is None else str(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Fraction | None:
        """Read it."""
        return None if value is None else Fraction(value)


class Tenths(TypeDecorator[Fraction]):
    """A number with one decimal at most, kept as how many tenths it is."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: Fraction | int | None, dialect: Dialect) -> int | None:
        """Count the tenths; refuse what falls between two of them."""
        tenths = None if value is None else Fraction(value) * 10
        if tenths is not None and tenths.denominator != 1:
            raise ValueError("a number with one decimal at most")
        return None if tenths is None else int(tenths)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> Fraction | None:
        """Read it."""
        return None if value is None else Fraction(value, 10)


def key() -> Column[int]:
    """Make the identity column of a table."""
    return Column("id", Identity, primary_key=True, autoincrement=True)


def link(name: str, to: str, *, nullable: bool = False, primary_key: bool = False) -> Column[int]:
    """Make a column that points to another table's identity."""
    return Column(
        name, Identity, ForeignKey(f"{to}.id"), nullable=nullable, primary_key=primary_key
    )


def organisation() -> Column[int]:
    """Make the column that says whose row this is: every table of a tenant has it."""
    return link("organisation_id", "organisation")


def one_of(column: str, values: type[StrEnum] | Iterable[str]) -> CheckConstraint:
    """Allow only these values in a column; an empty cell passes."""
    listed: list[Any] = [str(value) for value in values]
    quoted = ", ".join(f"'{value}'" for value in listed)
    return CheckConstraint(f"{column} IN ({quoted})", name=column)
