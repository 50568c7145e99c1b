"""The catalogue on both engines: what is added comes back, changes, and stays in its school."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.domain.folding import fold
from bot.ports import importing as ports
from bot.ports.importing import (
    Catalogue,
    ClassGroupRow,
    CompetenceRow,
    ComponentRow,
    ContextRow,
    FrameworkRow,
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
from bot.storage.importing.catalogue import StoredCatalogue

SCHOOL = OrganisationRow("School", "nl", "Europe/Brussels")

# Shelf → a row for it, and what may change in it; each row stands on those above, all with id 1.
ROWS: dict[str, tuple[Any, dict[str, Any]]] = {
    "frameworks": (FrameworkRow("BK-0999-2", "2", "Bäcker", "ours"), {"title": "Baker"}),
    "competences": (CompetenceRow(1, 10, "Bakes"), {"title": "Bakes bread"}),
    "indicators": (IndicatorRow(1, 3, "Kneads ’t deeg"), {"text": "Kneads"}),
    "programmes": (ProgrammeRow("BK-0999-2", "Baker"), {"cut_off": "more_than"}),
    "components": (ComponentRow(1, "Craft"), {"title": "Trade"}),
    "members": (MemberRow(1, 1, 10), {"number": 11, "course_component_id": 1}),
    "contexts": (ContextRow(1, 1, "Night"), {"title": "Day"}),
    "trains": (TrainsRow(1, 1, "starts"), {"contribution": "develops"}),
    "people": (
        PersonRow("s1", "Zoë", fold("Zoë")),
        {"name": "Zoé B", "folded_name": "zoe b", "language": "fr", "email": "z@x.be"},
    ),
    "class_groups": (ClassGroupRow("6A"), {"name": "6B"}),
    "workplaces": (WorkplaceRow("The Oven"), {"name": "The Mill"}),
    "tracks": (TrackRow(1, 1, 1), {}),
    "placements": (PlacementRow(1, 1), {"training_plan": "Bread", "weekly_hours": 20}),
    "involvements": (InvolvementRow(1, 1, "mentor", 1), {}),
    "lessons": (LessonRow(1, 1, 0, "08:30"), {}),
}


@pytest.fixture
def catalogue(engine):
    with engine.connect() as connection, connection.begin():
        stored = StoredCatalogue(connection)
        assert stored.add_organisation(SCHOOL).id == 1
        yield stored


def fill(catalogue):
    """Put a row on every shelf."""
    return {name: catalogue_add(catalogue, name) for name in ROWS}


def catalogue_add(catalogue, name):
    (stored,) = getattr(catalogue, name).add(1, [ROWS[name][0]])
    return stored


def test_every_shelf_gives_back_what_was_put_on_it(catalogue):
    stored = fill(catalogue)
    for name, (row, _changes) in ROWS.items():
        expected = replace(row, id=1) if hasattr(row, "id") else row
        assert stored[name] == expected
        assert getattr(catalogue, name).list_all(1) == [expected]


def test_every_shelf_changes_a_row_and_no_other(catalogue):
    fill(catalogue)
    for name, (row, changes) in ROWS.items():
        key = {"id": 1} if hasattr(row, "id") else {}
        wanted = replace(row, **key, **changes)
        getattr(catalogue, name).change([wanted])
        assert getattr(catalogue, name).list_all(1) == [wanted]


def test_every_shelf_shows_a_school_its_own_rows_only(catalogue):
    other = catalogue.add_organisation(replace(SCHOOL, name="Other"))
    fill(catalogue)
    for name in ROWS:
        assert getattr(catalogue, name).list_all(other.id) == []


def test_every_shelf_of_the_port_is_tried():
    assert set(Catalogue.__annotations__) == set(ROWS)
    rows = {row for name, row in vars(ports).items() if name.endswith("Row")}
    assert rows - {ports.Row, OrganisationRow, ports.HandedRow} == {
        type(row) for row, _changes in ROWS.values()
    }


def test_nothing_to_do_is_nothing_done(catalogue):
    fill(catalogue)
    for name in ROWS:
        shelf = getattr(catalogue, name)
        before = shelf.list_all(1)
        assert shelf.add(1, []) == []
        shelf.change([])
        shelf.remove([])
        assert shelf.list_all(1) == before
    catalogue.raise_revisions([])


def test_links_end_one_by_one(catalogue):
    fill(catalogue)
    coach = InvolvementRow(1, 1, "coach", 1)
    catalogue.involvements.add(1, [coach])
    catalogue.involvements.remove([ROWS["involvements"][0]])
    assert catalogue.involvements.list_all(1) == [coach]
    catalogue.trains.remove([ROWS["trains"][0]])
    assert catalogue.trains.list_all(1) == []


def test_many_rows_at_once_all_get_their_own_ids(catalogue):
    wanted = [PersonRow(f"s{n}", f"Name {n}", f"name {n}") for n in range(5_000)]
    stored = catalogue.people.add(1, wanted)
    assert len({person.id for person in stored}) == 5_000
    assert {person.school_id: person.name for person in stored} == {
        person.school_id: person.name for person in wanted
    }
    catalogue.people.change([replace(person, name=f"Now {person.id}") for person in stored])
    assert all(person.name == f"Now {person.id}" for person in catalogue.people.list_all(1))


def test_people_start_with_the_preferences_of_the_table(catalogue):
    fill(catalogue)
    person = tables.person.c
    row = catalogue._connection.execute(
        select(person.profile, person.hours, person.muted, person.language)
    ).one()
    assert tuple(row) == ("standard", "day", False, None)


@pytest.mark.parametrize("name", ["frameworks", "people", "class_groups", "tracks", "placements"])
def test_a_key_stands_once(catalogue, name):
    fill(catalogue)
    with pytest.raises(IntegrityError):
        catalogue_add(catalogue, name)


def test_programmes_are_revised_one_step_each(catalogue):
    catalogue.programmes.add(1, [ProgrammeRow(code, code) for code in "abc"])
    ids = {programme.code: programme.id for programme in catalogue.programmes.list_all(1)}
    catalogue.raise_revisions([ids["a"], ids["c"]])
    catalogue.raise_revisions({ids["c"]})
    programme = tables.programme.c
    rows = catalogue._connection.execute(select(programme.code, programme.revision))
    assert {row.code: row.revision for row in rows} == {"a": 2, "b": 1, "c": 3}


def test_organisations_are_listed_before_the_sample(catalogue):
    sample = catalogue.add_organisation(OrganisationRow("Sample", "en", "UTC", sample=True))
    other = catalogue.add_organisation(OrganisationRow("Other", "fr", "Europe/Paris"))
    catalogue.change_organisation(replace(other, name="Renamed", language="en", time_zone="UTC"))
    assert catalogue.list_organisations() == [
        replace(SCHOOL, id=1),
        OrganisationRow("Renamed", "en", "UTC", id=other.id),
        sample,
    ]


@pytest.mark.parametrize(
    ("code", "version", "number"),
    [
        ("BK-0138-3", "3", "BK-0138"),
        ("BK-0138-3", "", "BK-0138-3"),
        ("OVEN", "2", "OVEN"),
        ("OVEN-12", "2", "OVEN-12"),
    ],
)
def test_a_framework_has_its_number_without_the_version(code, version, number):
    assert FrameworkRow(code, version, "", "").number == number
