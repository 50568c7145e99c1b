"""Who sees what of modules: every row of the table, for each that a school has."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Person, Role
from bot.domain.school.visibility import MODULE_SIGHT, ModuleSight
from bot.domain.sector.modules import ModuleState, SectorModule
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.administering.files.open_intake import open_intake
from bot.use_cases.administering.make_administrator import make_administrator
from bot.use_cases.inducting.name_coach import make_teachers_coach
from bot.use_cases.sector.add_sector import add_sector
from bot.use_cases.sector.modules.propose_module import propose_module
from bot.use_cases.sector.modules.see_modules import see_module, see_modules
from bot.use_cases.sector.name_speaker import make_sector_person
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


def draft(code: str) -> FrameworkDraft:
    return FrameworkDraft(code, "", code, "", (CompetenceDraft(1, "Safe", ("looks out",)),))


def propose_two(uow: StoredUnitOfWork) -> tuple[SectorModule, SectorModule]:
    """A module of the own sector, and one of another."""
    own, other = add_sector(uow, 1, "Bouw"), add_sector(uow, 1, "Hout")
    make_sector_person(uow, add_person(uow, 1, "x1", "Nele Bogaert"), own, AT)
    make_administrator(uow, add_person(uow, 1, "a1", "Marie Claes"), AT)
    make_teachers_coach(uow, add_person(uow, 1, "d1", "Hilde Maes"), AT)
    intake_id, _again = open_intake(uow, 1, uow.catalogue.programmes.list_all(1)[0], DRAFT, AT)
    uow.intakes.name_leader(intake_id, add_person(uow, 1, "i1", "Bea Wuyts"), AT)
    return propose_module(uow, own, draft("SAFE"), AT), propose_module(
        uow, other, draft("WOOD"), AT
    )


def person_of(uow: StoredUnitOfWork, who: Role | Office) -> Person:
    known = {person.school_id: person for person in uow.people.list_all()}
    return known[WHO[who]]


@pytest.mark.parametrize("who", [*Role, *Office])
def test_each_sees_what_the_table_says(uow: StoredUnitOfWork, who: Role | Office):
    own, other = propose_two(uow)
    person, sight = person_of(uow, who), MODULE_SIGHT[who]
    assert (see_module(uow, person, own.id) is not None) == (sight is not ModuleSight.NOTHING)
    assert (see_module(uow, person, other.id) is not None) == (sight is ModuleSight.ALL)
    seen = {module.id for module in see_modules(uow, person)}
    assert (
        seen
        == {
            ModuleSight.NOTHING: set(),
            ModuleSight.OWN: {own.id},
            ModuleSight.ALL: {own.id, other.id},
        }[sight]
    )
    uow.sector_modules.settle(own.id, ModuleState.WITHDRAWN, AT, None)
    assert own.id not in {module.id for module in see_modules(uow, person)}


def test_the_table_has_everybody():
    assert set(MODULE_SIGHT) == {*Role, *Office}
