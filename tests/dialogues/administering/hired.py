"""Somebody who runs the school's Kompaan, on every platform, with or without a role as well."""

from bot.platforms.transcript import Speaker
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.administering.make_administrator import make_administrator
from tests.dialogues.chat import ChatSchool
from tests.dialogues.page import PageSchool
from tests.dialogues.school import School


def hire(school: School, who: str = "a1", name: str = "Marie Claes") -> None:
    """Let somebody be an administrator, and come in where the others are."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = add_person(uow, 1, who, name)
        make_administrator(uow, person, school.at)
    if who not in school.people:
        enter(school, who, Speaker(person.id, person.organisation_id))


def enter(school: School, who: str, speaker: Speaker) -> None:
    school.people[who] = speaker
    if isinstance(school, PageSchool):
        school.come_in(who)
    elif isinstance(school, ChatSchool):
        user = school.users[who] = school.fake.user(who)
        with school.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            person = uow.people.find_and_hold(speaker.person_id)
            assert person is not None
            uow.accounts.join(person, school.platform.name, str(user.id), school.at)


def acts(school: School) -> list[str]:
    """The kinds of what stands in the log."""
    with school.engine.begin() as connection:
        return [str(line.act.kind) for line in StoredUnitOfWork(connection).rights_acts.list_of(1)]
