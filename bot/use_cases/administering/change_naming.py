"""Change in a chat what others' platforms are told of people's names, so that it can be undone."""

from datetime import datetime

from bot.domain.school.naming import Naming
from bot.domain.school.tracks import Person
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.administering.files.keep_file import find_school
from bot.use_cases.administering.set_naming import set_naming


def change_naming(uow: UnitOfWork, person: Person, naming: Naming, at: datetime) -> int | None:
    """Change it as an administrator wishes; gives the entry, None where it is so already.

    Raises Refused where the school has no page for what a discreet one keeps at home.
    """
    school = find_school(uow, person)
    if school.naming is naming:
        return None
    set_naming(uow, uow.catalogue, school, naming, at, by=person.id)
    kept = {"was": school.naming.value, "now": naming.value}
    return uow.acts.record(person.id, Act.NAMING, at, before=kept)


def put_naming_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what held before; False where somebody else changed it since."""
    person = uow.people.find(entry.author_id)
    if person is None or not uow.administrators.is_one(person.id):
        return False
    school = find_school(uow, person)
    was = Naming(entry.before["was"])
    if school.naming.value != entry.before["now"]:
        return False
    if was is Naming.DISCREET and not uow.page_address:
        return False
    set_naming(uow, uow.catalogue, school, was, at, by=person.id)
    return True
