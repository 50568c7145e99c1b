"""Who sees totals: every row of the table, for each that a school has."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, insert

from bot.domain.periods.period import Dates
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Person, Role
from bot.domain.school.visibility import TOTALS_SIGHT, TotalsSight
from bot.domain.sector.totals.book import PROGRAMME
from bot.storage.tables import programme, totals_number, totals_photo, totals_region
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.administering.files.open_intake import open_intake
from bot.use_cases.administering.make_administrator import make_administrator
from bot.use_cases.inducting.name_coach import make_teachers_coach
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.sector.add_sector import add_sector
from bot.use_cases.sector.name_speaker import make_sector_person
from bot.use_cases.sector.totals.see_totals import (
    find_totals,
    find_totals_reader,
    list_totals,
    see_numbers,
)
from bot.use_cases.sector.totals.tell_sector import tell_sector
from tests.dialogues.matching.opened import DRAFT

AT = datetime(2026, 8, 20, 8, tzinfo=UTC)
WHO: dict[Role | Office, str] = {
    Role.STUDENT: "s1",
    Role.MENTOR: "m1",
    Role.TEACHER: "t1",
    Role.COACH: "c1",
    Office.ADMINISTRATION: "a1",
    Office.INDUCTION: "d1",
    Office.INTAKE: "i1",
    Office.SECTOR: "x1",
}


@pytest.fixture
def uow(school_engine: Engine) -> Iterator[StoredUnitOfWork]:
    with school_engine.begin() as connection:
        yield StoredUnitOfWork(connection)


def tell_two(uow: StoredUnitOfWork) -> tuple[int, int]:
    """A period that the own sector is told of, and one of a programme told to another."""
    own, other = add_sector(uow, 1, "Bouw"), add_sector(uow, 1, "Hout")
    make_sector_person(uow, add_person(uow, 1, "x1", "Nele Bogaert"), own, AT)
    make_administrator(uow, add_person(uow, 1, "a1", "Marie Claes"), AT)
    make_teachers_coach(uow, add_person(uow, 1, "d1", "Hilde Maes"), AT)
    intake_id, _again = open_intake(uow, 1, uow.catalogue.programmes.list_all(1)[0], DRAFT, AT)
    uow.intakes.name_leader(intake_id, add_person(uow, 1, "i1", "Bea Wuyts"), AT)
    uow.connection.execute(
        insert(programme), {"organisation_id": 1, "code": "WOOD", "title": "Joiner"}
    )
    periods = []
    for sector, programme_id in ((own, 1), (other, 2)):
        tell_sector(uow, sector, programme_id, AT, told=True)
        dates = Dates(AT, AT + timedelta(days=9))
        periods.append(add_period(uow, 1, programme_id, "One", dates).id)
        freeze(uow, periods[-1])
    return periods[0], periods[1]


def freeze(uow: StoredUnitOfWork, period_id: int) -> None:
    told = {"organisation_id": 1, "period_id": period_id}
    uow.connection.execute(insert(totals_photo), {**told, "frozen_at": AT})
    uow.connection.execute(insert(totals_region), {**told, "region": "", "students": 7})
    number = {"competence_id": 1, "role": "mentor", "among": PROGRAMME, "measure": "colour"}
    uow.connection.execute(insert(totals_number), {**told, **number, "value": "red", "students": 7})


def person_of(uow: StoredUnitOfWork, who: Role | Office) -> Person:
    known = {person.school_id: person for person in uow.people.list_all()}
    return known[WHO[who]]


@pytest.mark.parametrize("who", [*Role, *Office])
def test_each_sees_what_the_table_says(uow: StoredUnitOfWork, who: Role | Office):
    own, other = tell_two(uow)
    sight = TOTALS_SIGHT[who]
    reader = find_totals_reader(uow, person_of(uow, who))
    assert (reader is not None) == (sight is not TotalsSight.NOTHING)
    if reader is None:
        return
    seen = {totals.period_id for totals in list_totals(uow, reader)}
    assert seen == ({own} if sight is TotalsSight.OWN else {own, other})
    for period in (own, other):
        assert (find_totals(uow, reader, period) is not None) == (period in seen)
    found = find_totals(uow, reader, own)
    assert found is not None
    assert see_numbers(uow, found, Role.MENTOR, PROGRAMME)[0].students == 7


def test_who_is_of_another_school_sees_none_of_it(uow: StoredUnitOfWork):
    tell_two(uow)
    assert uow.totals.list_published(2, None) == []


def test_the_table_has_everybody():
    assert set(TOTALS_SIGHT) == {*Role, *Office} == set(WHO)
