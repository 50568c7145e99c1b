"""Who has which office of a school, on both databases."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from bot.domain.school.offices import Office
from bot.domain.school.tracks import Person
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.administering.files.open_intake import open_intake
from bot.use_cases.administering.make_administrator import make_administrator
from bot.use_cases.inducting.mark_starter import end_starter, mark_starter
from bot.use_cases.inducting.name_coach import make_teachers_coach
from bot.use_cases.sector.add_sector import add_sector
from tests.databases import SchoolOn, connected
from tests.dialogues.matching.opened import DRAFT
from tests.dialogues.school import School

AT = datetime(2026, 8, 20, 8, tzinfo=UTC)

Give = Callable[[StoredUnitOfWork, Person], object]


@pytest.fixture
def uow(school_on: SchoolOn, backend: str) -> Iterator[StoredUnitOfWork]:
    with connected(school_on(backend, "en")) as engine:
        school = School(engine).found()
        with engine.begin() as connection:
            yield school.unit(connection)


def speak(uow: StoredUnitOfWork, person: Person) -> None:
    uow.sectors.name_speaker(person, add_sector(uow, 1, "Bouw").id, AT)


def lead(uow: StoredUnitOfWork, person: Person) -> None:
    opened, _again = open_intake(uow, 1, uow.catalogue.programmes.list_all(1)[0], DRAFT, AT)
    uow.intakes.name_leader(opened, person, AT)


def apply(uow: StoredUnitOfWork, person: Person, *, offers: bool = False) -> None:
    opened, _again = open_intake(uow, 1, uow.catalogue.programmes.list_all(1)[0], DRAFT, AT)
    intake = uow.intakes.find(opened)
    assert intake is not None
    if offers:
        uow.candidacies.add_place(intake, person, "Volta", AT, added=True)
    else:
        uow.candidacies.add(intake, person, AT, added=True)


GIVES: list[tuple[Office, Give]] = [
    (Office.ADMINISTRATION, lambda uow, person: make_administrator(uow, person, AT)),
    (Office.INDUCTION, lambda uow, person: make_teachers_coach(uow, person, AT)),
    (Office.INDUCTION, lambda uow, person: mark_starter(uow, person, date(2026, 8, 20))),
    (Office.INTAKE, lead),
    (Office.INTAKE, apply),
    (Office.INTAKE, lambda uow, person: apply(uow, person, offers=True)),
    (Office.SECTOR, speak),
]


@pytest.mark.parametrize(("office", "give"), GIVES)
def test_each_has_what_was_given_and_nobody_else_does(
    uow: StoredUnitOfWork, office: Office, give: Give
):
    person, other = add_person(uow, 1, "x1", "Nele Bogaert"), add_person(uow, 1, "x2", "Jef Maes")
    assert uow.offices.list_of(person.id) == frozenset()
    give(uow, person)
    assert uow.offices.list_of(person.id) == {office}
    assert uow.offices.list_of(other.id) == frozenset()


def test_every_office_is_given_here():
    assert {office for office, _give in GIVES} == set(Office)


@pytest.mark.parametrize(("office", "give"), GIVES[:-1])
def test_who_is_inside_speaks_for_no_sector(uow: StoredUnitOfWork, office: Office, give: Give):
    person = add_person(uow, 1, "x1", "Nele Bogaert")
    speak(uow, person)
    give(uow, person)
    assert uow.offices.list_of(person.id) == {office}
    assert uow.sectors.find_spoken_for(person.id) is None


def test_several_are_held_at_once(uow: StoredUnitOfWork):
    person = next(own for own in uow.people.list_all() if own.school_id == "t1")
    make_administrator(uow, person, AT)
    make_teachers_coach(uow, person, AT)
    lead(uow, person)
    assert uow.offices.list_of(person.id) == set(Office) - {Office.SECTOR}


def test_who_is_new_no_more_has_nothing_and_stays_inside(uow: StoredUnitOfWork):
    person = add_person(uow, 1, "x1", "Nele Bogaert")
    speak(uow, person)
    mark_starter(uow, person, date(2026, 8, 20))
    starter = uow.starters.find(person.id)
    assert starter is not None
    end_starter(uow, starter, AT)
    assert uow.offices.list_of(person.id) == frozenset()
