"""A teachers' coach who is nothing else, and teachers who are new, on every platform."""

from datetime import date

from bot.platforms.transcript import Speaker
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.inducting.mark_starter import mark_starter
from bot.use_cases.inducting.name_coach import make_teachers_coach
from tests.dialogues.administering.hired import enter
from tests.dialogues.school import School


def name_coach(school: School, who: str = "d1", name: str = "Hilde Maes") -> None:
    """Let somebody coach the teachers, and come in where the others are."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = add_person(uow, 1, who, name)
        make_teachers_coach(uow, person, school.at)
    if who not in school.people:
        enter(school, who, Speaker(person.id, person.organisation_id))


def begin_teaching(school: School, who: str, name: str) -> None:
    """Let a teacher who has no class yet be new, and come in."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = add_person(uow, 1, who, name)
        mark_starter(uow, person, date(2026, 10, 12))
    if who not in school.people:
        enter(school, who, Speaker(person.id, person.organisation_id))
