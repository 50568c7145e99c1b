"""The real process, killed with -9 while people talk with it on Telegram."""

import random
import time
from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.settings import Settings
from bot.storage.engine import connect
from bot.storage.system_reads import disagreements
from bot.storage.tables import entry, score
from bot.wiring import House
from bot.wiring.sample import load_sample
from tests.fakes.telegram import TelegramProcess, User
from tests.faults.server import Server, free_port

SECRET = "of-the-tests"
SPEAKERS = ("karim", "els", "jonas")


@pytest.fixture(params=["polling", "webhook"])
def settings(request, fake) -> dict[str, str]:
    chosen = {"KOMPAAN_TELEGRAM_TOKEN": fake.token, "KOMPAAN_TELEGRAM_API_URL": fake.url}
    if request.param == "webhook":
        chosen |= {"KOMPAAN_TELEGRAM_WEBHOOK_URL": "here", "KOMPAAN_TELEGRAM_SECRET": SECRET}
    return chosen


@pytest.fixture
def fake():
    with TelegramProcess() as running:
        yield running


def joined(url: str, fake: TelegramProcess) -> dict[str, User]:
    """Load the sample, and let three of its people join."""
    users = {name: fake.user(name) for name in SPEAKERS}
    house = House(Settings(database_url=url, _env_file=None))
    assert load_sample(house, datetime(2026, 10, 14, 8, tzinfo=UTC))
    with house.transaction() as uow:
        for person in uow.people.of_the_sample():
            if person.school_id in users:
                user = users[person.school_id]
                uow.accounts.join(person, "telegram", str(user.id), datetime.now(UTC))
    house.engine.dispose()
    return users


def streamed(server: Server, users: dict[str, User], kills: int, seed: int) -> dict[int, str]:
    """Let people talk through so many kills; gives each update's message and who said it."""
    dice = random.Random(seed)
    said: dict[int, str] = {}
    server.start()
    for _kill in range(kills):
        give_up = time.monotonic() + dice.uniform(0.05, 0.3)
        while time.monotonic() < give_up:
            who = dice.choice(SPEAKERS)
            line = f"10.{dice.randint(1, 13)} {dice.choice('xlv')}"
            message = users[who].says(line if who == "jonas" else f"jonas {line}")
            assert message.update is not None
            said[message.update] = f"telegram:{users[who].id}:{message.id}"
        server.kill()
        server.start()
    return said


def run(url: str, fake: TelegramProcess, settings: dict[str, str], folder: str, kills: int) -> None:
    users = joined(url, fake)
    port = free_port()
    if "KOMPAAN_TELEGRAM_WEBHOOK_URL" in settings:
        settings = {**settings, "KOMPAAN_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}"}
    server = Server(url, port, folder, settings=settings, ready="/healthz")
    try:
        said = streamed(server, users, kills, seed=5)
        fake.quiet(60)
    finally:
        server.stop()
    acknowledged = fake.acknowledged
    print(f"{len(said)} said, {len(acknowledged)} acknowledged")
    check(url, said, acknowledged)


def check(url: str, said: dict[int, str], acknowledged: set[int]) -> None:
    engine = connect(url)
    try:
        with engine.begin() as connection:
            found = Counter(connection.execute(select(entry.c.source)).scalars())
            joined_ = select(entry.c.source).join(score, score.c.entry_id == entry.c.id)
            rows = Counter(connection.execute(joined_).scalars())
            assert disagreements(connection) == []
    finally:
        engine.dispose()
    assert len(said) > 50
    assert said.keys() <= acknowledged, "everything was acknowledged in the end"
    assert {ref: found[ref] for ref in said.values() if found[ref] != 1} == {}
    assert {ref: rows[ref] for ref in said.values() if rows[ref] != 1} == {}


def test_twenty_kills_lose_and_double_nothing(sqlite_url, fake, settings, tmp_path):
    run(sqlite_url, fake, settings, str(tmp_path), kills=20)


@pytest.mark.long
def test_a_hundred_kills_lose_and_double_nothing(sqlite_url, fake, settings, tmp_path):
    run(sqlite_url, fake, settings, str(tmp_path), kills=100)
