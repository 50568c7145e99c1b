"""A photo of 31,500 tracks, beside a plain INSERT … SELECT of as many rows into the same table.

The photo is taken in its steps, each with its commit, its tracks' digests, and the seal at the end.
On one track in a hundred something was said after the instant, so it is folded from the ledger.
Round robin, each on a fresh copy of one database, medians.
"""

import shutil
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import bindparam, func, select, text

from bench.crowd import OPENED, SAID, Crowd
from bot.domain.periods.period import Dates
from bot.domain.telling.delivery import DeliveryState, DeliveryStep
from bot.ports.worlds import World
from bot.seal import Signet
from bot.settings import Settings
from bot.storage.columns import Instant
from bot.storage.tables import photo_colour
from bot.use_cases.periods.add_period import add_period
from bot.wiring import House
from handlers.clock import Tick, Tools, photograph
from handlers.slices import Slices

ROUNDS = 3
DONE = DeliveryStep(DeliveryState.DEAD)
CROWD = Crowd(31_500, 23, 10)
ROWS = CROWD.tracks * CROWD.competences * 3
PHOTO = OPENED + timedelta(days=100)

# On track t, competence c: so many scored, half of them acquired, a third of them alone.
_SCORED = "(1 + (t.id + c.id) % 10)"
COLOURS = f"""
    INSERT INTO colour (organisation_id, track_id, competence_id, role,
        scored, acquired, autonomous, covered)
    SELECT 1, t.id, c.id, role, {_SCORED}, {_SCORED} / 2, {_SCORED} / 3, {_SCORED}
    FROM track t, competence c,
        (SELECT 'student' role UNION SELECT 'mentor' UNION SELECT 'teacher') seat
    ORDER BY t.id, c.id, role
"""
_TOUCHED = "t.id % 100 = 0"
_ENTRIES = f"""
    INSERT INTO entry (id, organisation_id, author_id, title, said_at)
    SELECT t.id, 1, t.id, 'so', :at FROM track t WHERE {_TOUCHED}
"""
_SCORES = f"""
    INSERT INTO score (organisation_id, entry_id, track_id, competence_id, indicator_id, role,
        author_id, mastery, coverage, said_at)
    SELECT 1, t.id, t.id, c.id, i.id, role, t.id,
        CASE WHEN i.number <= {_SCORED} / 3 THEN 'V' WHEN i.number <= {_SCORED} / 2 THEN 'L'
            ELSE 'X' END, 'R', :at
    FROM track t, competence c, indicator i,
        (SELECT 'student' role UNION SELECT 'mentor' UNION SELECT 'teacher') seat
    WHERE {_TOUCHED} AND i.competence_id = c.id AND i.number <= {_SCORED}
"""
_LATER = f"""
    INSERT INTO score (organisation_id, entry_id, track_id, competence_id, indicator_id, role,
        author_id, mastery, said_at)
    SELECT 1, t.id, t.id, 1, 1, 'mentor', t.id, 'X', :at FROM track t WHERE {_TOUCHED}
"""
_PLAIN_PHOTO = """
    INSERT INTO photo (id, organisation_id, period_id, cut_off, agreed_at, as_of)
    SELECT 1, 1, id, 'at_least', photo_at, photo_at FROM period
"""
_PLAIN = text("""
    INSERT INTO photo_colour (photo_id, organisation_id, track_id, competence_id, role,
        indicators, scored, acquired, autonomous, covered)
    SELECT 1, organisation_id, track_id, competence_id, role,
        10, scored, acquired, autonomous, covered FROM colour
""")
_SUMS = select(func.count(), func.sum(photo_colour.c.scored * photo_colour.c.track_id))


def main() -> None:
    figures: dict[str, list[float]] = {"plain": [], "photo": []}
    with tempfile.TemporaryDirectory() as folder:
        seeded = Path(folder) / "seeded.db"
        _seed(_house(seeded))
        for _round in range(ROUNDS):
            sums = []
            for way, work in (("plain", _plain), ("photo", _photo)):
                path = shutil.copyfile(seeded, Path(folder) / f"{way}.db")
                house = _house(path)
                begun = time.perf_counter()
                work(house)
                figures[way].append(time.perf_counter() - begun)
                with house.engine.begin() as connection:
                    sums.append(connection.execute(_SUMS).one())
                house.engine.dispose()
                path.unlink()
            assert sums[0] == sums[1]
            assert sums[0][0] == ROWS
    peer = median(figures["plain"])
    for way, measured in figures.items():
        seconds = median(measured)
        print(
            f"{way:6} {seconds:6.1f} s   {ROWS / seconds:8.0f} rows a second   "
            f"{peer / seconds:4.2f} of the plain insert"
        )


def _house(path: Path) -> House:
    return House(
        Settings(
            database_url=f"sqlite:///{path}",
            signing_key_file=str(path.parent / "bench.key"),
            _env_file=None,
        )
    )


def _seed(house: House) -> None:
    house.prepare()
    at = bindparam("at", type_=Instant)
    with house.transaction() as uow:
        CROWD.settle(uow.connection)
        uow.connection.execute(text(COLOURS))
        for statement, instant in (
            (_ENTRIES, SAID),
            (_SCORES, SAID),
            (_LATER, PHOTO + timedelta(seconds=1)),
        ):
            uow.connection.execute(text(statement).bindparams(at), {"at": instant})
        add_period(uow, 1, 1, "One", Dates(OPENED, PHOTO))
    house.engine.dispose()


def _plain(house: House) -> None:
    with house.engine.begin() as connection:
        connection.execute(text(_PLAIN_PHOTO))
        connection.execute(_PLAIN)


def _photo(house: House) -> None:
    signet = Signet(Path(house.settings.signing_key_file))
    tools = Tools(lambda _day: False, signet.sign, lambda *_asked: DONE, reading=house.reading)
    world = World(False, PHOTO + timedelta(minutes=1))
    with Slices(house.transaction, house.reading) as slices:
        photograph(slices, Tick(world, tools, ()))
