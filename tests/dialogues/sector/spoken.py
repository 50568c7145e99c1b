"""A sector and somebody who speaks for it and is nothing else, on every platform."""

from bot.platforms.transcript import Speaker
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.sector.add_sector import add_sector
from bot.use_cases.sector.name_speaker import make_sector_person
from tests.dialogues.administering.hired import enter
from tests.dialogues.school import School


def speak_for(
    school: School, who: str = "x1", name: str = "Nele Bogaert", sector: str = "Bouw"
) -> None:
    """Let somebody speak for a sector, and come in where the others are."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        known = next((own for own in uow.sectors.list_of(1) if own.name == sector), None)
        person = add_person(uow, 1, who, name)
        make_sector_person(uow, person, known or add_sector(uow, 1, sector), school.at)
    if who not in school.people:
        enter(school, who, Speaker(person.id, person.organisation_id))
