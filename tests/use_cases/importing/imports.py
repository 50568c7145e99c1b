"""A school in memory, for what imports do to it."""

import sqlite3
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, select, text

from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft, RosterRow
from bot.ports.importing import OrganisationRow
from bot.storage.columns import metadata
from bot.storage.engine import connect
from bot.storage.importing.catalogue import StoredCatalogue
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster

BAKER = FrameworkDraft(
    code="BK-0999-2",
    version="2",
    title="Baker",
    source="ours",
    competences=(
        CompetenceDraft(1, "Bakes", ("Kneads", "Weighs", "Shapes")),
        CompetenceDraft(2, "Sells", ("Smiles", "Counts")),
    ),
)

JONAS = RosterRow(
    2,
    framework="BK-0999-2",
    class_group="6A",
    student_id="s1",
    student="Jonas Verlinde",
    workplace="The Oven",
    mentor_id="m1",
    mentor="Karim Haddad",
    teacher_id="t1",
    teacher="Els Goossens",
    coach_id="c1",
    coach="Lien Roels",
)

NOOR = replace(JONAS, line=3, student_id="s2", student="Noor Peeters")


@dataclass
class School:
    """An organisation, and what an import may do to it."""

    connection: Connection
    organisation: OrganisationRow

    @property
    def catalogue(self) -> StoredCatalogue:
        return StoredCatalogue(self.connection)

    def learn(self, draft, **how):
        return import_framework(self.catalogue, self.organisation.id, draft, **how)

    def enrol(self, *rows, **how):
        return import_roster(self.catalogue, self.organisation, rows, **how)

    def rows(self, statement: str) -> list[Any]:
        return [tuple(row) for row in self.connection.execute(text(statement))]

    def everything(self) -> dict[str, list[Any]]:
        """Every row of every table."""
        found = {}
        for table in metadata.sorted_tables:
            rows = self.connection.execute(select(table).order_by(*table.primary_key))
            found[table.name] = [tuple(row) for row in rows]
        return found

    def around(self) -> set[tuple[str, str, str]]:
        """Who is around which student in which role."""
        return set(
            self.rows(
                "SELECT student.school_id, person.school_id, involvement.role FROM involvement"
                " JOIN track ON track.id = involvement.track_id"
                " JOIN person AS student ON student.id = track.student_id"
                " JOIN person ON person.id = involvement.person_id"
            )
        )


def school(connection: Connection, name: str = "School") -> School:
    """Make a school in a database that has the tables."""
    organisation = OrganisationRow(name, "nl", "Europe/Brussels")
    return School(connection, StoredCatalogue(connection).add_organisation(organisation))


def in_memory(content: bytes | None = None) -> Connection:
    """Open a database in memory: a copy of one that was kept, or with the tables in it."""
    connection = connect("sqlite://").connect()
    driver_of(connection).deserialize(content or tables())
    return connection


def kept(connection: Connection) -> bytes:
    """Keep a database, to be opened by others."""
    connection.commit()
    return driver_of(connection).serialize()


@cache
def tables() -> bytes:
    with connect("sqlite://").connect() as connection:
        metadata.create_all(connection)
        return kept(connection)


def driver_of(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def counts(report):
    """The figures that are not 0, such as {'new': {'people': 2}}."""
    return {
        change: {kind: times for kind, times in kinds.items() if times}
        for change, kinds in report.changes.as_json().items()
        if any(kinds.values())
    }
