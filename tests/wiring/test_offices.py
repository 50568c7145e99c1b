"""Each office of a school has its words and its commands: none is forgotten where it is added."""

from collections.abc import Mapping

import pytest

from bot.domain.school.offices import Office
from bot.domain.school.visibility import MODULE_SIGHT, TOTALS_SIGHT
from bot.wiring.pages.own_chat import CALLED
from handlers.joining.start import FIRST_STEP_OF_OFFICE
from handlers.routes import TABLE
from handlers.talking.helping.help import WITH_OFFICE
from handlers.talking.meaning.whom import OWN_PART
from handlers.talking.menu import FIRST_OF_OFFICE
from handlers.talking.routing.route import ANY_OFFICE

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
