"""What a tick asks first: SQLite prepares it once, and steps over what cannot be there."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Select, select
from sqlalchemy.exc import OperationalError

from bot.ports.topics import Topic, Within
from bot.ports.worlds import World
from bot.storage.agenda.topics import (
    _LOOKS,
    _ONLY_WITH,
    StoredTopics,
    _finds,
    _stirs,
    _values,
)
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.find_topics import find_topics

_PREPARED_ANEW = "SELECT reprep FROM sqlite_stmt WHERE sql LIKE 'SELECT EXISTS (%%'"
AT = datetime(2026, 9, 1, 12, tzinfo=UTC)


def test_it_is_prepared_once_however_often_it_is_asked(sqlite_engine: Engine):
    with sqlite_engine.begin() as connection:
        for _ in range(3):
            find_topics(StoredUnitOfWork(connection), World(False, AT), ["UTC"])
        assert prepared_anew(connection) == [0]


def test_no_topic_gives_another_value_for_what_all_topics_share(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    asked: list[tuple[World, Within]] = []

    def note(_topics: StoredTopics, world: World, within: Within) -> tuple[()]:
        asked.append((world, within))
        return ()

    monkeypatch.setattr(StoredTopics, "list_stirring", note)
    with sqlite_engine.begin() as connection:
        find_topics(StoredUnitOfWork(connection), World(False, AT), ["UTC"])
    values = set(_values(*asked[0]))
    assert len(values) == len(dict(values)) > 20


@pytest.mark.parametrize("topic", _ONLY_WITH)
def test_where_what_must_be_there_is_not_nothing_more_is_asked(sqlite_engine: Engine, topic: Topic):
    first = steps(sqlite_engine, select(_finds(topic, _ONLY_WITH[topic])))
    looks = [steps(sqlite_engine, select(_finds(topic, look))) for look in _LOOKS[topic]]
    assert first <= steps(sqlite_engine, select(_stirs(topic))) < first + sum(looks) / 2


def steps(engine: Engine, asked: Select[Any]) -> int:
    """Count the steps that SQLite takes to find nothing."""
    taken: list[int] = []
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        given = dict.fromkeys(asked.compile(dialect=connection.dialect).params)
        connection.execute(asked, given)  # which prepares it
        driver.set_progress_handler(lambda: taken.append(1), 1)
        assert not connection.execute(asked, given).scalar_one()
        driver.set_progress_handler(None, 0)
    return len(taken)


def prepared_anew(connection: Connection) -> list[int]:
    """How often the statement was prepared anew, where this SQLite counts that."""
    try:
        return list(connection.exec_driver_sql(_PREPARED_ANEW).scalars())
    except OperationalError:
        pytest.skip("this SQLite does not tell how often it prepares a statement")
