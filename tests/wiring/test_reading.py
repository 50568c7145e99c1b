"""Transactions that only read: what a connection knows and has prepared stays so."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import event, text
from sqlalchemy.pool import QueuePool

from bot.ports.worlds import World
from bot.settings import Settings
from bot.use_cases.find_topics import find_topics
from bot.wiring import House

NOON = datetime(2026, 11, 2, 11, tzinfo=UTC)
KEPT = text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE :said")


def test_what_a_tick_asks_first_is_prepared_once(postgresql_url):
    house = House(Settings(database_url=postgresql_url, _env_file=None))
    for hour in range(7):
        with house.reading() as uow:
            find_topics(uow, World(False, NOON + timedelta(hours=hour)), ("UTC",))
            # More than psycopg keeps by itself.
            for number in range(120):
                uow.connection.execute(text(f"SELECT {number} + {hour}"))
    with house.reading() as uow:
        kept = uow.connection.scalar(KEPT, {"said": "SELECT EXISTS%ending%"})
    house.engine.dispose()
    assert kept == 1


def test_who_reads_what_runs_opens_the_file_once(sqlite_url):
    house = House(Settings(database_url=sqlite_url, _env_file=None), keeps_open=True)
    opened = []
    event.listen(house.engine, "connect", lambda connection, _record: opened.append(connection))
    lanes = house.lanes()
    with lanes.running():
        for _page in range(7):
            with house.reading() as uow, house.reading() as other:
                assert uow.catalogue.list_organisations() == other.catalogue.list_organisations()
        assert len(opened) == 2  # as many as read at one time
        pool = house.engine.pool
        assert isinstance(pool, QueuePool)
        assert pool.checkedin() == 2
    assert pool.checkedin() == 0, "all is closed as the lanes end"
