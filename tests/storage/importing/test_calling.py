"""What people are called abroad, settled anew as people come."""

import pytest
from sqlalchemy import Engine, select

from bot.domain.folding import fold
from bot.ports.importing import OrganisationRow, PersonRow
from bot.storage.importing.calling import call_people
from bot.storage.importing.catalogue import StoredCatalogue
from bot.storage.tables import person


@pytest.fixture
def codes(engine: Engine):
    """The code words by id of the school, after people came in."""
    with engine.begin() as connection:
        catalogue = StoredCatalogue(connection)
        school = catalogue.add_organisation(OrganisationRow("School", "en", "Europe/Brussels"))

        def came(school_id: str, name: str) -> dict[str, str]:
            catalogue.people.add(school.id, [PersonRow(school_id, name, fold(name))])
            call_people(connection, school.id)
            asked = select(person.c.school_id, person.c.code_word)
            return {row.school_id: row.code_word for row in connection.execute(asked)}

        yield came


def test_who_has_a_code_word_keeps_it_as_others_come(codes):
    first = codes("s1", "Jonas Peeters")
    assert codes("s2", "Noor Aziz")["s1"] == first["s1"]


@pytest.mark.parametrize("name", ["{} Maes", "Piet {}", "Anne-{} Maes"])
def test_a_code_word_that_is_somebodys_name_by_now_is_given_up(codes, name):
    before = codes("s1", "Jonas Peeters")["s1"]
    after = codes("s2", name.format(before.title()))
    assert before not in after.values()
    assert len(set(after.values())) == 2
    assert all(after.values())
