"""The column kinds of the steps, kept apart from today's: what a step once made stays so.

Add to this file; a change to what is here would rewrite steps that databases have taken.
"""

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, ForeignKey, Integer

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

IDENTITY = BigInteger().with_variant(Integer, "sqlite")


def key() -> Column[int]:
    """Make the identity column of a table."""
    return Column("id", IDENTITY, primary_key=True, autoincrement=True)


def link(name: str, to: str, *, nullable: bool = False, primary_key: bool = False) -> Column[int]:
    """Make a column that points to another table's identity."""
    return Column(
        name, IDENTITY, ForeignKey(f"{to}.id"), nullable=nullable, primary_key=primary_key
    )


def organisation() -> Column[int]:
    """Make the column that says whose row this is."""
    return link("organisation_id", "organisation")


def instant(name: str, *, nullable: bool = False) -> Column[Any]:
    """Make a column that holds an instant in UTC."""
    return Column(name, DateTime(timezone=True), nullable=nullable)


def one_of(column: str, *values: str) -> CheckConstraint:
    """Allow only these values in a column; an empty cell passes."""
    quoted = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({quoted})", name=column)
