"""A school year of one coach with 25 students, played by the clock: what is forgotten, and told.

The coach looks at nothing by themselves but the desk on Fridays, and does only a part of what they
are told the same day. What people do is drawn from a seed; what has a date, stands on the desk and
is told is the product's own. A thing counts as forgotten where it stood open, had its day within
two weeks and was not on the desk, or where its day came and it had not been told.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from bench.desk.figures import HEAD, say_week
from bench.desk.year import A_YEAR, play
from bot.settings import Settings
from bot.wiring import House

SEEDS = (1, 2, 3)


@contextmanager
def _database() -> Iterator[Connection]:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/desk.db"
        house = House(Settings(database_url=url, _env_file=None))
        house.prepare()
        try:
            with house.engine.connect() as connection:
                yield connection
        finally:
            house.engine.dispose()


def main() -> None:
    """Print the weeks of the first seed, and what came of each."""
    for seed in SEEDS:
        with _database() as connection:
            year = play(connection, seed, A_YEAR)
        if seed == SEEDS[0]:
            print(HEAD)
            for week in year.weeks():
                print(say_week(week))
        print(
            f"seed {seed}: {len(year.kept.things)} things with a date, forgotten"
            f" {len(year.forgotten)}; most unasked messages on a day, alerts aside:"
            f" {max(year.messages.values())}"
        )
        for line in year.forgotten[:10]:
            print(f"  {line}")
