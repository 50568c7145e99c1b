"""The catalogue: what imports read and write, each kind on a shelf of its own."""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update
from typing_extensions import override

from bot.domain.school.naming import Naming
from bot.ports.importing import (
    Catalogue,
    ClassGroupRow,
    CompetenceRow,
    ComponentRow,
    ContextRow,
    FrameworkRow,
    HandedRow,
    IndicatorRow,
    InvolvementRow,
    LessonRow,
    MemberRow,
    OrganisationRow,
    PersonRow,
    PlacementRow,
    ProgrammeRow,
    TrackRow,
    TrainsRow,
    WorkplaceRow,
)
from bot.storage import tables
from bot.storage.importing.calling import call_people, organisations_of
from bot.storage.importing.handed import list_handed
from bot.storage.importing.shelves import Statements, StoredShelf

_FRAMEWORKS = Statements(tables.framework, FrameworkRow)
_COMPETENCES = Statements(tables.competence, CompetenceRow)
_INDICATORS = Statements(tables.indicator, IndicatorRow)
_PROGRAMMES = Statements(tables.programme, ProgrammeRow)
_MEMBERS = Statements(tables.programme_competence, MemberRow, ("programme_id", "competence_id"))
_COMPONENTS = Statements(tables.course_component, ComponentRow)
_CONTEXTS = Statements(tables.context, ContextRow)
_TRAINS = Statements(tables.context_competence, TrainsRow, ("context_id", "competence_id"))
_PEOPLE = Statements(tables.person, PersonRow)
_CLASS_GROUPS = Statements(tables.class_group, ClassGroupRow)
_WORKPLACES = Statements(tables.workplace, WorkplaceRow)
_TRACKS = Statements(tables.track, TrackRow)
_PLACEMENTS = Statements(tables.placement, PlacementRow)
_INVOLVEMENTS = Statements(
    tables.involvement, InvolvementRow, ("placement_id", "person_id", "role")
)
_LESSONS = Statements(
    tables.lesson_time, LessonRow, ("class_group_id", "teacher_id", "weekday", "starts")
)

_REVISE = (
    update(tables.programme)
    .where(tables.programme.c.id == bindparam("programme"))
    .values(revision=tables.programme.c.revision + 1)
)

_ORGANISATION = tables.organisation_table
_ORGANISATIONS = select(_ORGANISATION).order_by(_ORGANISATION.c.sample, _ORGANISATION.c.id)
_ADD_ORGANISATION = insert(_ORGANISATION).returning(_ORGANISATION.c.id)
_CHANGE_ORGANISATION = (
    update(_ORGANISATION)
    .where(_ORGANISATION.c.id == bindparam("organisation"))
    .values(
        name=bindparam("new_name"),
        language=bindparam("new_language"),
        time_zone=bindparam("new_time_zone"),
        care=bindparam("new_care"),
        naming=bindparam("new_naming"),
        manner=bindparam("new_manner"),
    )
)


def _organisation(row: Row[Any]) -> OrganisationRow:
    known = row._mapping
    given = {field.name: known[field.name] for field in fields(OrganisationRow)}
    return OrganisationRow(**{**given, "naming": Naming(given["naming"])})


class PeopleShelf(StoredShelf[PersonRow]):
    """The people of a school: whoever comes, or is renamed, is called anew beside the others."""

    @override
    def add(self, organisation_id: int, rows: Sequence[PersonRow]) -> list[PersonRow]:
        added = super().add(organisation_id, rows)
        if added:
            call_people(self._connection, organisation_id)
        return added

    @override
    def change(self, rows: Sequence[PersonRow]) -> None:
        super().change(rows)
        for organisation_id in organisations_of(self._connection, [row.id for row in rows]):
            call_people(self._connection, organisation_id)


class StoredCatalogue(Catalogue):
    """Frameworks, programmes, people and places on one connection."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction."""
        self._connection = connection
        self.frameworks = StoredShelf(connection, _FRAMEWORKS)
        self.competences = StoredShelf(connection, _COMPETENCES)
        self.indicators = StoredShelf(connection, _INDICATORS)
        self.programmes = StoredShelf(connection, _PROGRAMMES)
        self.members = StoredShelf(connection, _MEMBERS)
        self.components = StoredShelf(connection, _COMPONENTS)
        self.contexts = StoredShelf(connection, _CONTEXTS)
        self.trains = StoredShelf(connection, _TRAINS)
        self.people = PeopleShelf(connection, _PEOPLE)
        self.class_groups = StoredShelf(connection, _CLASS_GROUPS)
        self.workplaces = StoredShelf(connection, _WORKPLACES)
        self.tracks = StoredShelf(connection, _TRACKS)
        self.placements = StoredShelf(connection, _PLACEMENTS)
        self.involvements = StoredShelf(connection, _INVOLVEMENTS)
        self.lessons = StoredShelf(connection, _LESSONS)

    @override
    def raise_revisions(self, programme_ids: Collection[int]) -> None:
        if programme_ids:
            values = [{"programme": programme_id} for programme_id in sorted(programme_ids)]
            self._connection.execute(_REVISE, values)

    @override
    def list_handed(self, organisation_id: int) -> list[HandedRow]:
        return list_handed(self._connection, organisation_id)

    @override
    def list_organisations(self) -> list[OrganisationRow]:
        return [_organisation(row) for row in self._connection.execute(_ORGANISATIONS)]

    @override
    def add_organisation(self, organisation: OrganisationRow) -> OrganisationRow:
        values = {
            "name": organisation.name,
            "language": organisation.language,
            "time_zone": organisation.time_zone,
            "sample": organisation.sample,
            "care": organisation.care,
            "naming": organisation.naming.value,
            "manner": organisation.manner,
        }
        identity = self._connection.execute(_ADD_ORGANISATION, values).scalar_one()
        return replace(organisation, id=identity)

    @override
    def change_organisation(self, organisation: OrganisationRow) -> None:
        values = {
            "organisation": organisation.id,
            "new_name": organisation.name,
            "new_language": organisation.language,
            "new_time_zone": organisation.time_zone,
            "new_care": organisation.care,
            "new_naming": organisation.naming.value,
            "new_manner": organisation.manner,
        }
        self._connection.execute(_CHANGE_ORGANISATION, values)
