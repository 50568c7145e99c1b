"""People who talk while the real process is killed with -9, and what must be true afterwards."""

import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from bot.settings import Settings
from bot.storage.engine import connect
from bot.storage.scoring.system_reads import disagreements
from bot.storage.tables import entry, score
from bot.wiring import House
from tests.faults.server import Server

SPEAKERS = ("karim", "els", "jonas")
PACE = 0.004
"""Seconds between two messages, so that what was said can be delivered afterwards."""
ENOUGH = 50
"""So many messages at least, or the check says little."""


def joined(url: str, fake: Any, platform: str) -> dict[str, Any]:
    """Let three of the sample's people join."""
    users = {name: fake.user(name) for name in SPEAKERS}
    house = House(Settings(database_url=url, _env_file=None))
    with house.transaction() as uow:
        for person in uow.people.list_sample():
            if person.school_id in users:
                user = users[person.school_id]
                uow.accounts.join(person, platform, str(user.id), datetime.now(UTC))
    house.engine.dispose()
    return users


def streamed(server: Server, kills: int, seed: int, say: Callable[[str, str], None]) -> None:
    """Let people talk through so many kills and after them; `say` gets who says what."""
    dice = random.Random(seed)

    def speak() -> None:
        who = dice.choice(SPEAKERS)
        line = f"10.{dice.randint(1, 13)} {dice.choice('xlv')}"
        say(who, line if who == "jonas" else f"jonas {line}")
        time.sleep(PACE)

    server.start()
    for _kill in range(kills):
        give_up = time.monotonic() + dice.uniform(0.05, 0.3)
        while time.monotonic() < give_up:
            speak()
        server.kill()
        server.start()
    for _number in range(2 * ENOUGH):
        speak()


def check(url: str, received: Mapping[str, bool]) -> None:
    """Nothing that surely was received is lost, and nothing is doubled."""
    engine = connect(url)
    try:
        with engine.begin() as connection:
            found = Counter(connection.execute(select(entry.c.source)).scalars())
            scored = select(entry.c.source).join(score, score.c.entry_id == entry.c.id)
            rows = Counter(connection.execute(scored).scalars())
            assert disagreements(connection) == []
    finally:
        engine.dispose()
    certain = sum(received.values())
    stored = sum(found[ref] for ref in received)
    print(f"{len(received)} said, {certain} acknowledged, {stored} stored")
    assert certain > ENOUGH
    assert {ref for ref, surely in received.items() if surely and found[ref] != 1} == set()
    assert {ref for ref in received if found[ref] > 1} == set()
    assert {ref for ref in received if rows[ref] != found[ref]} == set()
