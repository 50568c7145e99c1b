"""A coach with 25 students, played by the clock: nothing with a date is forgotten.

The whole school year is the long form; each time it is the first ten weeks, with all starts.
"""

import pytest
from sqlalchemy import Engine

from bench.desk.figures import HEAD, say_week
from bench.desk.year import A_YEAR, TEN_WEEKS, Stretch, play
from bot.domain.dated import Matter
from bot.use_cases.desk.sources import SOURCES


@pytest.mark.parametrize(
    ("stretch", "least"),
    [
        pytest.param(TEN_WEEKS, 80, id="ten weeks", marks=pytest.mark.slow),
        pytest.param(A_YEAR, 220, id="a year", marks=pytest.mark.long),
    ],
)
def test_nothing_with_a_date_is_forgotten_and_a_day_has_one_message(
    sqlite_engine: Engine, stretch: Stretch, least: int
):
    with sqlite_engine.connect() as connection:
        year = play(connection, 1, stretch)
    assert year.forgotten == []
    assert max(year.messages.values()) == 1
    assert len(year.kept.things) > least
    assert {thing.matter for thing in year.kept.things} >= {
        Matter.VISIT_OWED,
        Matter.VISIT_PLANNED,
        Matter.VISIT_ASKED,
        Matter.PROMISE,
        Matter.OWN,
        Matter.TALK,
    }
    assert sum(year.alerts.values()) > 0
    assert any(week.late for week in year.weeks())  # the coach does not do all in time
    for week in year.weeks():
        assert week.told_before <= week.due
        assert len(say_week(week)) == len(HEAD)


@pytest.mark.slow
def test_what_the_desk_leaves_out_is_found(sqlite_engine: Engine, monkeypatch):
    monkeypatch.delitem(SOURCES, Matter.OWN)
    with sqlite_engine.connect() as connection:
        year = play(connection, 2, TEN_WEEKS)
    assert any("not on the desk: own:" in line for line in year.forgotten)
    assert any("not told before: own:" in line for line in year.forgotten)
