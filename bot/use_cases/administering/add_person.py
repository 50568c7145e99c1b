"""Add a person who is in no roster: one who runs the school's Kompaan and learns nobody's trade."""

from bot.domain.folding import fold
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.importing import PersonRow


def add_person(uow: UnitOfWork, organisation_id: int, school_id: str, name: str) -> Person:
    """Find a person by the school's id, or add one of this name; a known one keeps the name."""
    known = uow.catalogue.people.list_all(organisation_id)
    row = next((row for row in known if row.school_id == school_id), None)
    if row is None:
        (row,) = uow.catalogue.people.add(organisation_id, [PersonRow(school_id, name, fold(name))])
    person = uow.people.find(row.id)
    if person is None:
        raise LookupError("a person who was added is there")
    return person
