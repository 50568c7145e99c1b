"""How long a score waits that is said while a tick works for a whole large school.

In the middle of a photo, and of a day on which everybody is reminded. Every second person has a
chat account, the others never came. The tick runs in a thread, as in the running process, and
somebody scores by a lane all the while, a student after the other; each waits for the answer.
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from statistics import median

from sqlalchemy import bindparam, text

from bench.crowd import OPENED, SAID, Crowd, told_in_september
from bench.photo import COLOURS
from bot.domain.periods.period import Dates
from bot.lanes import Lanes
from bot.platforms.transcript import Speaker, Utterance, job_of
from bot.settings import Settings
from bot.storage.columns import Instant
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from bot.wiring import House
from bot.wiring.clock import tick_once
from handlers.answering import answer

TRACKS = 31_500
PHOTO = OPENED + timedelta(days=108, hours=15)
REMINDED = OPENED + timedelta(days=94, hours=11, minutes=1)  # two weeks before, at noon
TAKEN = PHOTO + timedelta(minutes=31)  # people may be spoken to again, so it is told at once
BETWEEN = 0.03
"""Seconds between an answer and the next score."""

_ACCOUNTS = """
    INSERT INTO account (organisation_id, person_id, platform, address, joined_at)
    SELECT 1, id, 'slack', CAST(id AS VARCHAR), :at FROM person WHERE id % 2 = 0
"""
_NUMBERED = ("competence", "indicator", "person", "track", "placement")


def main(tracks: int = TRACKS, kinds: tuple[str, ...] = ("sqlite", "postgresql")) -> None:
    for kind in kinds:
        with _database(kind) as url, tempfile.TemporaryDirectory() as folder:
            house = Timed(
                Settings(
                    database_url=url,
                    signing_key_file=f"{folder}/bench.key",
                    holidays="BE",
                    _env_file=None,
                )
            )
            _seed(house, Crowd(tracks, 23, 10))
            numbers = count(1)
            for name, at in (("reminders", REMINDED), ("photo", TAKEN)):
                _measure(f"{kind:10} {name:9}", house, at, numbers, tracks)
            house.engine.dispose()


class Timed(House):
    """An installation that notes how long each transaction of its clock lasts, in seconds."""

    @contextmanager
    def transaction(self) -> Iterator[StoredUnitOfWork]:
        """Open one; it lasts from when it may write."""
        with super().transaction() as uow:
            begun = time.perf_counter()
            yield uow
        self.__dict__.setdefault("lasted", []).append(time.perf_counter() - begun)


@contextmanager
def _database(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/k.db"
        return
    from tests.databases import Postgres, running_server

    with running_server() as server, Postgres(server).database() as url:
        yield url


def _seed(house: House, crowd: Crowd) -> None:
    house.prepare()
    at = bindparam("at", type_=Instant)
    with house.transaction() as uow:
        crowd.settle(uow.connection)
        uow.connection.execute(text(COLOURS))
        uow.connection.execute(text(_ACCOUNTS).bindparams(at), {"at": SAID})
        if uow.connection.dialect.name == "postgresql":
            for table in _NUMBERED:
                sequence = f"pg_get_serial_sequence('{table}', 'id')"
                most = f"(SELECT max(id) FROM {table})"
                uow.connection.execute(text(f"SELECT setval({sequence}, {most})"))
        period = add_period(uow, 1, 1, "One", Dates(OPENED, PHOTO))
        told_in_september(uow, period)
    if house.engine.dialect.name == "sqlite":
        return  # nobody analyses it in a school either
    with house.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))


def _measure(name: str, house: Timed, at: datetime, numbers: Iterator[int], tracks: int) -> None:
    lanes = house.lanes()
    house.__dict__["lasted"] = lasted = []
    errors: list[BaseException] = []

    def ticks() -> None:
        try:
            tick_once(house, at)
        except BaseException as error:
            errors.append(error)

    ticking = threading.Thread(target=ticks)
    waits = []
    begun = time.perf_counter()
    with lanes.running():
        _score(lanes, next(numbers), at, tracks)  # what is loaded once is loaded now
        ticking.start()
        while ticking.is_alive():
            waits.append(_score(lanes, next(numbers), at, tracks))
            time.sleep(BETWEEN)
        ticking.join()
    seconds = time.perf_counter() - begun
    lasted.sort()
    if errors:
        raise errors[0]
    waits.sort()
    late = waits[int(len(waits) * 0.95)]
    print(
        f"{name}  tick {seconds:6.1f} s   {len(waits):5} scores waited: median {median(waits):6.3f}"
        f"   95 % {late:6.3f}   longest {waits[-1]:6.3f} s"
        f"   {len(lasted)} slices: 95 % {lasted[int(len(lasted) * 0.95)]:.3f}"
        f"   longest {lasted[-1]:.3f} s",
        flush=True,
    )


def _score(lanes: Lanes, number: int, at: datetime, tracks: int) -> float:
    """Let a student say something, and give how long the answer took, in seconds."""
    student = number * 37 % tracks + 1
    line = f"{number % 23 + 1}.{number % 10 + 1} {'xlv'[number % 3]}"
    said = Utterance(f"bench:{number}", at + timedelta(milliseconds=number), text=line)
    begun = time.perf_counter()
    outcome = lanes.submit(job_of(partial(answer), Speaker(student, 1), said)).result()
    waited = time.perf_counter() - begun
    assert outcome.value, outcome
    return waited


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tracks", nargs="?", type=int, default=TRACKS)
    parser.add_argument("kinds", nargs="*", default=["sqlite", "postgresql"])
    asked = parser.parse_args()
    main(asked.tracks, tuple(asked.kinds))
