"""Every sort of thing with a date is listed by its topic, and said and opened by it."""

from bot.domain.dated import Matter
from bot.use_cases.desk.sources import SOURCES
from handlers.routes import TABLE


def test_every_matter_is_listed_said_and_opened():
    assert SOURCES.keys() == set(Matter)
    assert TABLE.dated.keys() == set(Matter)
