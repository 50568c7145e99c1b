"""A history is read in few rows, whatever its length, and gives the marks that all of it gives."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select

from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Score
from bot.domain.scoring.reel import frames_at, instants_of
from bot.domain.scoring.scales import Coverage, Mastery, contradicts
from bot.storage.budget import Budget, Meter
from bot.storage.tables import entry, score
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.databases import connected
from tests.dialogues.school import MORNING, School

SWOLLEN = 100_000
"""Scores of one track."""


def said_at_random(random: Random, count: int, weeks: int) -> list[tuple[int, int, Score]]:
    """Make scores: of which entry, of which indicator (by place), and what."""
    made: list[tuple[int, int, Score]] = []
    while len(made) < count:
        mastery = random.choice([None, *Mastery])
        coverage = random.choice([None, None, *Coverage])
        tally, not_here = random.choice([0, 0, 1]), random.random() < 0.1
        if contradicts(mastery, coverage) or not (mastery or coverage or tally or not_here):
            continue
        if not_here:
            mastery, coverage, tally = None, None, 0
        at = MORNING - timedelta(hours=random.randrange(weeks * 7 * 24))
        which = random.randrange(6), random.randrange(4)
        made.append((*which, Score(at, mastery, coverage, tally, not_here)))
    return made


def written(
    connection: Connection, school: School, said: list[tuple[int, int, Score]], undone: list[Any]
) -> tuple[int, int]:
    """Write scores of Jonas's first competence as the mentor's; gives the track and the coach."""
    uow = StoredUnitOfWork(connection)
    mentor = school.people["m1"].person_id
    track = uow.tracks.list_of(mentor)[0]
    competence = uow.tracks.read_programme(track.programme_id).competences[0]
    entries = [
        connection.execute(
            insert(entry).returning(entry.c.id),
            {
                "organisation_id": 1,
                "author_id": mentor,
                "title": "",
                "said_at": MORNING,
                "undone_at": at,
            },
        ).scalar_one()
        for at in undone
    ]
    rows = [
        {
            "organisation_id": 1,
            "entry_id": entries[of],
            "track_id": track.id,
            "competence_id": competence.id,
            "indicator_id": competence.indicators[place].id,
            "role": "mentor",
            "author_id": mentor,
            "placement_id": None,
            "mastery": what.mastery,
            "coverage": what.coverage,
            "tally": what.tally,
            "not_here": what.not_here,
            "said_at": what.said_at,
        }
        for of, place, what in said
    ]
    connection.execute(insert(score), rows)
    return track.id, school.people["c1"].person_id


def entered(connection: Connection) -> dict[Any, list[tuple[Score, datetime | None]]]:
    """Read all that was ever said, as the film's rule takes it."""
    found: dict[Any, list[tuple[Score, datetime | None]]] = defaultdict(list)
    for row in connection.execute(select(score, entry.c.undone_at).join(entry)):
        said = Score(
            row.said_at,
            Mastery(row.mastery) if row.mastery else None,
            Coverage(row.coverage) if row.coverage else None,
            row.tally,
            row.not_here,
            row.id,
        )
        found[row.competence_id, Role(row.role), row.indicator_id].append((said, row.undone_at))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_a_film_of_the_shortened_history_is_that_of_all_of_it(school_engine: Engine, seed: int):
    school, random = School(school_engine).found(), Random(seed)
    undone = [None, None, *(MORNING - timedelta(hours=random.randrange(900)) for _n in range(4))]
    photos = [MORNING - timedelta(hours=random.randrange(900)) for _n in range(3)]
    with school_engine.begin() as connection:
        track, viewer = written(
            connection, school, said_at_random(random, 120, random.choice([1, 8])), undone
        )
        film = StoredUnitOfWork(connection).film_reads.read_film(viewer, track, MORNING, photos)
        said = entered(connection)
        first = min(what.said_at for told in said.values() for what, _undone in told)
        instants = instants_of(first, MORNING, photos)
        assert list(film) == list(zip(instants, frames_at(said, instants), strict=True))


# Every few minutes for a year something else is said, in turn of each of the four indicators.
SWELLS = f"""
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {SWOLLEN})
INSERT INTO score (organisation_id, entry_id, track_id, competence_id, indicator_id, role,
    author_id, mastery, coverage, tally, not_here, said_at)
SELECT 1, s.entry_id, s.track_id, s.competence_id, s.indicator_id - n.i % 2, s.role, s.author_id,
    CASE n.i % 3 WHEN 0 THEN 'X' WHEN 1 THEN 'L' END,
    CASE n.i % 3 WHEN 2 THEN 'S' END, 0, 0,
    datetime('{MORNING:%Y-%m-%d %H:%M}', '-' || (n.i * 5) || ' minutes') || '.000000'
FROM n, (SELECT * FROM score ORDER BY id DESC LIMIT 1) s
"""


def test_a_swollen_ledger_is_looked_at_and_added_to_in_few_rows(school_url: str):
    """A hundred thousand scores of one track, as somebody might say them in a year."""
    with connected(school_url) as engine:
        school = School(engine).found()
        school.say("m1", "jonas 8 xxxx")
        with engine.begin() as connection:
            connection.exec_driver_sql(SWELLS)
        school.later(days=-3)
        for who, line, answer in (
            ("m1", "jonas 8.4 v", "already overruled"),
            ("m1", "/undo", "Undone"),
            ("c1", "/film jonas", "From the first week to the last"),
        ):
            with metered() as meter:
                assert answer in school.text(who, line)
            assert 5 < meter.rows < 3_000, line


@contextmanager
def metered() -> Iterator[Meter]:
    """Count all that is read and written by updates meanwhile."""
    total, used = Meter(Budget(10**9, 10**9, 10**9)), []
    counting = Meter.counting

    def noted(self: Meter, connection: Connection) -> AbstractContextManager[None]:
        used.append(self)
        return counting(self, connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Meter, "counting", noted)
        yield total
    for meter in used:
        total.add(meter)
