"""See which questionnaires a school asks: for whoever runs Kompaan there, and for nobody else."""

from bot.domain.asking.questionnaires import Questionnaire
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.use_cases.asking.take_in_questionnaire import is_asked_still


def list_asked(uow: UnitOfWork, organisation_id: int) -> list[Questionnaire]:
    """List the questionnaires of an organisation that are asked, or will be, the newest first."""
    return [own for own in uow.questionnaires.list_of(organisation_id) if is_asked_still(uow, own)]


def list_of_school(uow: UnitOfWork, person: Person) -> list[Questionnaire]:
    """List what is asked in somebody's school, where they run Kompaan; nothing for others."""
    if not uow.administrators.is_one(person.id):
        return []
    return list_asked(uow, person.organisation_id)


def find_of_school(uow: UnitOfWork, person: Person, questionnaire_id: int) -> Questionnaire | None:
    """Find one of them."""
    found = (own for own in list_of_school(uow, person) if own.id == questionnaire_id)
    return next(found, None)
