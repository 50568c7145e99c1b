"""Planning 100,000 reminders that are due at once, beside a plain insert of as many rows.

Planned is: an errand for everybody with something open, and then one message for each of them in
the outbox. The peer puts as many rows into the same outbox. In one situation nobody scored
anything yet, in the other half of the marks are there. Round robin, each in a process of its own on
a fresh copy of one database, medians; the memory is the most that such a process had.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import bindparam, func, insert, select, text

from bench.crowd import OPENED, SAID, Crowd, told_in_september
from bot.domain.periods.period import Dates
from bot.ports.worlds import World
from bot.settings import Settings
from bot.storage.columns import Instant
from bot.storage.tables import outbox
from bot.use_cases.periods.add_period import add_period
from bot.wiring import House
from bot.wiring.composing import working_days
from handlers.agenda import Agenda
from handlers.planning_day import plan
from handlers.slices import Slices

ROUNDS = 3
CROWD = Crowd(33_334, 23, 3)
PEOPLE = 3 * CROWD.tracks
PHOTO = OPENED + timedelta(days=108, hours=15)
NOON = OPENED + timedelta(days=94, hours=11, minutes=1)  # two weeks before, in winter

_ACCOUNTS = """
    INSERT INTO account (organisation_id, person_id, platform, address, joined_at)
    SELECT 1, id, 'telegram', CAST(id AS VARCHAR), :at FROM person
"""
_MARKS = """
    INSERT INTO mark (organisation_id, track_id, indicator_id, role, competence_id, mastery,
        tally, not_here, mastery_at, said_at, author_id)
    SELECT 1, t.id, i.id, role, i.competence_id, 'V', 0, false, :at, :at, t.id
    FROM track t, indicator i,
        (SELECT 'student' role UNION SELECT 'mentor' UNION SELECT 'teacher') seat
    WHERE (t.id + i.id) % 2 = 0
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for situation, statements in (
            ("nobody scored yet", (_ACCOUNTS,)),
            ("half of the marks are there", (_ACCOUNTS, _MARKS)),
        ):
            seeded = Path(folder) / "seeded.db"
            _seed(_house(seeded), statements)
            print(situation)
            _compare(seeded)
            seeded.unlink()


def _compare(seeded: Path) -> None:
    figures: dict[str, list[float]] = {name: [] for name in WAYS}
    memory = dict.fromkeys(WAYS, 0.0)
    for _round in range(ROUNDS):
        for way in WAYS:
            path = shutil.copyfile(seeded, seeded.with_name(f"{way}.db"))
            command = [sys.executable, "-m", "bench.reminders", way, str(path)]
            told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            figures[way].append(told["seconds"])
            memory[way] = max(memory[way], told["memory"])
            path.unlink()
    peer = median(figures["plain"])
    for way, measured in figures.items():
        seconds = median(measured)
        print(
            f"  {way:8} {seconds:6.2f} s   {PEOPLE / seconds:8.0f} a second   "
            f"{memory[way]:5.0f} MB   {peer / seconds:4.2f} of the plain insert"
        )


def _house(path: Path) -> House:
    return House(Settings(database_url=f"sqlite:///{path}", _env_file=None))


def _seed(house: House, statements: tuple[str, ...]) -> None:
    house.prepare()
    at = bindparam("at", type_=Instant)
    with house.transaction() as uow:
        CROWD.settle(uow.connection)
        for statement in statements:
            uow.connection.execute(text(statement).bindparams(at), {"at": SAID})
        period = add_period(uow, 1, 1, "One", Dates(OPENED, PHOTO))
        told_in_september(uow, period)
    house.engine.dispose()


def _plain(house: House) -> None:
    rows = [
        {
            "organisation_id": 1,
            "person_id": person,
            "platform": "telegram",
            "address": str(person),
            "kind": "reminder",
            "subject": "plain",
            "content": {},
            "asks": "day",
            "day": "2026-12-04",
            "not_before": NOON,
            "expires_at": NOON + timedelta(hours=12),
            "made_at": NOON,
        }
        for person in range(1, PEOPLE + 1)
    ]
    with house.engine.begin() as connection:
        connection.execute(insert(outbox), rows)


def _planned(house: House) -> None:
    works, world = working_days("BE"), World(False, NOON)
    with house.reading() as uow:
        zones = uow.worlds.list_zones(world)
    with Slices(house.transaction, house.reading) as slices:
        plan(slices, Agenda(world, zones), works)


WAYS: dict[str, Callable[[House], None]] = {"plain": _plain, "planned": _planned}


def measure(way: str, path: str) -> None:
    """Do one thing, and print what it took."""
    house = _house(Path(path))
    begun = time.perf_counter()
    WAYS[way](house)
    seconds = time.perf_counter() - begun
    with house.engine.begin() as connection:
        count = connection.execute(select(func.count()).select_from(outbox)).scalar_one()
    assert count == PEOPLE
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "memory": memory}))


if __name__ == "__main__":
    measure(*sys.argv[1:])
