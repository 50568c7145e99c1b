"""The log of acts and the administrators, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from sqlalchemy import Engine, delete, update

from bot.domain.administering.rights_acts import RightsActKind, first_broken
from bot.domain.school.tracks import Person
from bot.ports.importing import OrganisationRow, PersonRow
from bot.storage.tables import rights_act
from bot.storage.unit_of_work import StoredUnitOfWork

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
AT_ONCE = 20


@pytest.fixture
def people(engine: Engine) -> dict[str, Person]:
    """Karim and Els, of one school."""
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        school = uow.catalogue.add_organisation(OrganisationRow("School", "nl", "UTC"))
        rows = [PersonRow("m1", "Karim Haddad", "karim"), PersonRow("t1", "Els Wouters", "els")]
        uow.catalogue.people.add(school.id, rows)
        return {person.school_id: person for person in uow.people.list_all()}


def note(engine: Engine, person: Person, **ids: int) -> None:
    with engine.begin() as connection:
        acts = StoredUnitOfWork(connection).rights_acts
        acts.note(person.organisation_id, RightsActKind.EXPORTED, AT, person.id, person.id, **ids)


def broken(engine: Engine, person: Person) -> int | None:
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        return first_broken(uow.rights_acts.list_of(person.organisation_id))


def test_lines_stand_in_a_chain_however_many_write_at_once(engine: Engine, people):
    together = Barrier(AT_ONCE) if engine.dialect.name == "postgresql" else None

    def write(number: int) -> None:
        if together:
            together.wait()
        note(engine, people["m1"], number=number)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(write, range(AT_ONCE)))
    with engine.begin() as connection:
        lines = list(StoredUnitOfWork(connection).rights_acts.list_of(1))
    assert [line.number for line in lines] == list(range(1, AT_ONCE + 1))
    assert {line.act.ids["number"] for line in lines} == set(range(AT_ONCE))
    assert broken(engine, people["m1"]) is None


@pytest.mark.parametrize(
    ("spoil", "at"),
    [
        (update(rights_act).where(rights_act.c.number == 2).values(about_id=9), 2),
        (update(rights_act).where(rights_act.c.number == 2).values(kind="erased"), 2),
        (update(rights_act).where(rights_act.c.number == 3).values(at=AT.replace(hour=9)), 3),
        (update(rights_act).where(rights_act.c.number == 1).values(ids={"photo": 4}), 1),
        (delete(rights_act).where(rights_act.c.number == 2), 2),
    ],
)
def test_what_was_changed_or_taken_away_shows_at_its_place(engine: Engine, people, spoil, at: int):
    for photo in range(4):
        note(engine, people["t1"], photo=photo)
    assert broken(engine, people["t1"]) is None
    with engine.begin() as connection:
        connection.execute(spoil)
    assert broken(engine, people["t1"]) == at


def test_an_administrator_is_made_and_ended_once_and_decides_about_others(engine: Engine, people):
    with engine.begin() as connection:
        administrators = StoredUnitOfWork(connection).administrators
        assert administrators.make(people["m1"], AT)
        assert not administrators.make(people["m1"], AT)
        assert administrators.list_of(1) == [people["m1"]]
        assert administrators.is_one(people["m1"].id)
        assert not administrators.is_one(people["t1"].id)
        assert administrators.list_deciders(people["t1"].id) == [people["m1"]]
        assert administrators.list_deciders(people["m1"].id) == []
        assert administrators.end(people["m1"])
        assert not administrators.end(people["m1"])
        assert administrators.list_deciders(people["t1"].id) == []
