"""Scores a second through the whole conversation, beside a bare row with a commit of its own.

One score here: a typed line is claimed, authorised, parsed, stored in the ledger, folded into mark
and colour, confirmed and kept in the transcript, on a connection that stays open as in the running
process. The peer inserts one row and commits, on the same SQLite with synchronous=FULL. Round
robin, medians of so many rounds.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

from bot.platforms.transcript import Speaker, Utterance, job_of
from bot.ports import Job
from bot.settings import Settings
from bot.storage.batch import handle
from bot.storage.engine import connect, journal_mode
from bot.wiring import House
from bot.wiring.sample import load_sample
from handlers.answering import answer

ROUNDS = 5
UPDATES = 300
START = datetime(2026, 10, 14, 8, tzinfo=UTC)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        house = _house(Path(folder))
        engine = connect(house.settings.database_url, keeps_open=True)
        score = partial(_scores, house, partial(handle, engine, house.unit))
        numbers = count(1)
        ways: dict[str, Callable[[], None]] = {
            "a row and a commit each": partial(_plain, Path(folder), numbers),
            "a score and a commit each": partial(score, numbers, 1),
            "scores, 50 to a commit": partial(score, numbers, 50),
        }
        figures: dict[str, list[float]] = {name: [] for name in ways}
        for _round in range(ROUNDS):
            for name, way in ways.items():
                begun = time.perf_counter()
                way()
                figures[name].append(UPDATES / (time.perf_counter() - begun))
        engine.dispose()
        house.engine.dispose()
    peer = median(figures["a row and a commit each"])
    for name, measured in figures.items():
        rate = median(measured)
        print(f"{name:28} {rate:8.0f} a second   {rate / peer:5.2f} of the bare row")


def _house(folder: Path) -> House:
    house = House(Settings(database_url=f"sqlite:///{folder / 'k.db'}", _env_file=None))
    house.prepare()
    load_sample(house, START)
    return house


def _scores(
    house: House, store: Callable[[list[Job]], object], numbers: Iterator[int], together: int
) -> None:
    with house.transaction() as uow:
        karim = next(person for person in uow.people.list_all() if person.school_id == "karim")
    speaker = Speaker(karim.id, karim.organisation_id)
    jobs = []
    for _update in range(UPDATES):
        number = next(numbers)
        line = f"jonas 10.{number % 13 + 1} {'xlv'[number % 3]}"
        said = Utterance(f"bench:{number}", START + timedelta(seconds=number), text=line)
        jobs.append(job_of(answer, speaker, said))
    for at in range(0, UPDATES, together):
        store(jobs[at : at + together])


def _plain(folder: Path, numbers: Iterator[int]) -> None:
    connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {journal_mode()}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, a, b, c)")
    for _update in range(UPDATES):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t (a, b, c) VALUES (?, ?, ?)", (next(numbers), "v", "x"))
        connection.execute("COMMIT")
    connection.close()
