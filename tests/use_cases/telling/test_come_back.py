"""Of every kind of message that goes into the outbox it is settled what follows where it dies."""

from bot.domain.telling.asks import Asks
from bot.use_cases.telling.come_back import BACK, NEEDS_NOBODY, WRITERS
from handlers.routes import TABLE

COMPOSED = {*TABLE.at_once, *TABLE.in_hours, Asks.DAY, Asks.PING, Asks.MAIL_CODE}
"""What a message may ask for; of one that is written as it stands it is nothing."""


def test_every_kind_goes_back_to_its_writer_or_needs_nobody_to_be_told():
    assert COMPOSED | {""} == WRITERS.keys() | NEEDS_NOBODY.keys()
    assert not WRITERS.keys() & NEEDS_NOBODY.keys()


def test_what_goes_back_is_composed_for_its_writer():
    assert BACK.keys() == WRITERS.keys()
    assert set(BACK.values()) <= TABLE.at_once.keys(), "it waits for nobody's hours"
