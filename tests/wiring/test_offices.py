"""Each office of a school has its words and its commands: none is forgotten where it is added."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.domain.school.offices import Office
from bot.domain.school.visibility import MODULE_SIGHT, TOTALS_SIGHT
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.administering.make_administrator import make_administrator
from bot.use_cases.joining.invite_person import invite_person
from bot.wiring.pages.own_chat import CALLED
from bot.wiring.platforms import knocked
from handlers.joining.start import FIRST_STEP_OF_OFFICE
from handlers.routes import TABLE
from handlers.talking.helping.help import WITH_OFFICE
from handlers.talking.meaning.whom import OWN_PART
from handlers.talking.menu import FIRST_OF_OFFICE
from handlers.talking.routing.route import ANY_OFFICE
from tests.fakes.outbox import MORNING

WORDS: tuple[Mapping[Office, object], ...] = (
    CALLED,
    FIRST_OF_OFFICE,
    FIRST_STEP_OF_OFFICE,
    OWN_PART,
    WITH_OFFICE,
)
SIGHTS = (MODULE_SIGHT, TOTALS_SIGHT)


@pytest.mark.parametrize("words", WORDS)
def test_every_office_has_its_words(words: Mapping[Office, object]):
    assert set(words) == set(Office)


@pytest.mark.parametrize("sights", SIGHTS)
def test_every_office_has_its_sight(sights: Mapping[object, object]):
    assert set(Office) <= set(sights)


@pytest.mark.parametrize("office", Office)
def test_every_office_has_a_command_that_not_everybody_has(office: Office):
    own = {command.name for command in TABLE.commands.values() if office in command.offices}
    for_any = {name for name, command in TABLE.commands.items() if command.offices == ANY_OFFICE}
    assert own > for_any


def test_who_comes_in_with_an_office_finds_its_commands_in_the_menu(school_engine: Engine):
    with school_engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = add_person(uow, 1, "a1", "Marie Claes")
        make_administrator(uow, person, MORNING)
        code = invite_person(uow, person, MORNING, timedelta(days=14)).code
        came = knocked(uow, "telegram", "7", f"/start {code}", MORNING, "en")
    assert "admin" in {command.name for command in came.menu}
    assert "score" not in {command.name for command in came.menu}
