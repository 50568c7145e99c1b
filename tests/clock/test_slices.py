"""A tick works in slices: others have their turn between two of them, and the photo stays exact."""

import itertools
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.storage.periods import photographing
from bot.storage.tables import involvement, photo, photo_colour, placement
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring.clock import Rests
from handlers import sweeps
from handlers.clock import run_tick
from tests.clock.test_asleep import FRIDAY, rows, with_period
from tests.dialogues.clock import TOOLS
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


@pytest.fixture
def agreed(own_school: School, monkeypatch) -> School:
    """A school at the instant of its photo, of which each step takes one track."""
    monkeypatch.setattr(photographing, "STEP", 1)
    school = with_period(own_school, FRIDAY - timedelta(days=50), FRIDAY)
    school.at = FRIDAY - timedelta(hours=1)
    school.say("m1", "jonas 8 all v")
    school.say("m1", "noor 8 all l")
    return school


def ticked(school: School, rest):
    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield StoredUnitOfWork(connection)

    school.at = FRIDAY + timedelta(minutes=1)
    return run_tick(transaction, school.at, replace(TOOLS, rest=rest))


def test_what_is_said_between_two_slices_is_stored_and_not_in_the_photo(agreed: School):
    said = itertools.count(1)

    def somebody_scores():
        if rows(agreed, photo) and rows(agreed, photo)[0].taken_at is None:
            agreed.at += timedelta(seconds=1)
            student = ("jonas", "noor")[next(said) % 2]
            assert "stored" in agreed.say("m1", f"{student} 8 all x")[0].text

    ticked(agreed, somebody_scores)
    assert next(said) > len({row.track_id for row in rows(agreed, photo_colour)})
    (taken,) = rows(agreed, photo)
    assert taken.as_of == FRIDAY
    shown = [
        (row.scored, row.acquired, row.autonomous)
        for row in rows(agreed, photo_colour)
        if row.role == "mentor" and row.scored
    ]
    assert sorted(shown) == [(4, 4, 0), (4, 4, 4)]
    with agreed.engine.connect() as connection:
        (sealed,) = StoredUnitOfWork(connection).photos.list_all()
        touched = StoredUnitOfWork(connection).photos.check(sealed)
    assert not touched.tracks
    assert not touched.whole


def test_what_ends_on_a_day_ends_a_few_placements_at_a_time(agreed: School, monkeypatch):
    monkeypatch.setattr(sweeps, "ENDED_AT_ONCE", 1)
    with agreed.engine.begin() as connection:
        connection.execute(update(placement).values(ends_on="2026-01-31"))
    ended = []
    ticked(
        agreed, lambda: ended.append(len([row for row in rows(agreed, placement) if row.ended_at]))
    )
    every = len(rows(agreed, placement))
    assert every > 1
    assert [ended.count(number) > 0 for number in range(1, every + 1)] == [True] * every
    assert rows(agreed, involvement) == []


def test_a_tick_rests_as_long_as_it_worked_and_a_tenth_of_a_second_at_most(monkeypatch):
    now = [100.0]
    slept: list[float] = []
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(time, "sleep", slept.append)
    rest = Rests()
    for worked in (0.01, 0.015, 0.06, 5.0):
        now[0] += worked
        rest()
    assert slept == pytest.approx([0.025, 0.06, 0.1])
