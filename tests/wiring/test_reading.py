"""Transactions that only read, on PostgreSQL: what a connection has prepared stays so."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from bot.ports.worlds import World
from bot.settings import Settings
from bot.use_cases.find_topics import find_topics
from bot.wiring import House
from tests.databases import connected

NOON = datetime(2026, 11, 2, 11, tzinfo=UTC)
KEPT = text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE :said")


def test_what_a_tick_asks_first_is_prepared_once(postgresql_url):
    house = House(Settings(database_url=postgresql_url, _env_file=None))
    with connected(postgresql_url) as house.engine:
        for hour in range(7):
            with house.reading() as uow:
                find_topics(uow, World(False, NOON + timedelta(hours=hour)), ("UTC",))
                # More than psycopg keeps by itself.
                for number in range(120):
                    uow.connection.execute(text(f"SELECT {number} + {hour}"))
        with house.reading() as uow:
            kept = uow.connection.scalar(KEPT, {"said": "SELECT EXISTS%ending%"})
    assert kept == 1
