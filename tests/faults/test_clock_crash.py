"""The process ends before each statement and each commit of a tick: the next one does the rest."""

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.periods.period import Dates
from bot.storage.engine import connect
from bot.storage.periods import photo_texts, photographing
from bot.storage.tables import chat_message, errand, outbox, photo, photo_colour, photo_track
from bot.use_cases.periods import plan_tellings
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.telling import deliver_here
from handlers import planning_day
from tests.clock.town import Town, town
from tests.faults.ending import (
    Crash,
    Places,
    Statements,
    each_kind_of_commit,
    each_statement,
    end_anywhere,
)

OPENED = datetime(2026, 9, 1, tzinfo=UTC)
PHOTO = datetime(2026, 12, 18, 11, tzinfo=UTC)  # noon in Brussels: people may be spoken to
STUDENTS = 5


@pytest.fixture
def small_steps(monkeypatch):
    """Let everything be done for two tracks, or three people, at a time; each salt is the same."""
    monkeypatch.setattr(photo_texts, "token_hex", lambda size: "5a" * size)
    monkeypatch.setattr(photographing, "STEP", 2)
    monkeypatch.setattr(plan_tellings, "AT_MOST", 3)
    monkeypatch.setattr(planning_day, "LOOKED_AT", 5)
    monkeypatch.setattr(planning_day, "WRITTEN_FOR", 3)
    monkeypatch.setattr(deliver_here, "AT_MOST", 3)


@pytest.fixture
def prepared(sqlite_url: str, tmp_path: Path, small_steps) -> Path:
    """A town at the noon at which its photo is due, with things said around that instant."""
    engine = connect(sqlite_url)
    with town(engine, 3, STUDENTS) as people:
        with people.transaction() as uow:
            add_period(uow, 1, 1, "One", Dates(OPENED, PHOTO))
        for number in range(60):
            who = people.dice.choice(sorted(people.people))
            at = PHOTO.replace(minute=0) if number % 3 else PHOTO.replace(second=number)
            people.says_something(who, at)
    engine.dispose()
    return Path(sqlite_url.removeprefix("sqlite:///"))


def opened(path: Path) -> Any:
    return connect(f"sqlite:///{path}")


def resumed(engine: Any) -> Town:
    """Go on with a town that was founded before."""
    people = Town(engine.connect(), random.Random(3), STUDENTS)
    with people.transaction() as uow:
        people.people = {person.id: person for person in uow.people.list_all()}
    return people


def state(path: Path) -> dict[str, Any]:
    """Everything that a tick leaves, without what each run numbers anew."""
    engine = opened(path)
    with engine.connect() as connection:
        rows = {
            "photo": connection.execute(
                select(photo.c.period_id, photo.c.as_of, photo.c.digest, photo.c.taken_at)
            ),
            "tracks": connection.execute(select(photo_track).order_by(photo_track.c.track_id)),
            "colours": connection.execute(
                select(photo_colour).order_by(
                    photo_colour.c.track_id, photo_colour.c.competence_id, photo_colour.c.role
                )
            ),
            "errands": connection.execute(
                select(
                    errand.c.person_id, errand.c.kind, errand.c.settled_at.is_not(None)
                ).order_by(errand.c.person_id, errand.c.kind)
            ),
            "messages": connection.execute(
                select(outbox.c.person_id, outbox.c.day, outbox.c.state).order_by(
                    outbox.c.person_id
                )
            ),
            "shown": connection.execute(
                select(chat_message.c.person_id, chat_message.c.text).order_by(
                    chat_message.c.person_id
                )
            ),
        }
        found = {name: [tuple(row) for row in result] for name, result in rows.items()}
    engine.dispose()
    return found


def tick_and_crash(path: Path, at_statement: int) -> list[str]:
    """Tick once, ending before a statement or a commit; gives what there was until then."""
    engine = opened(path)
    people = resumed(engine)
    statements = Statements(engine, at_statement)
    try:
        people.tick(PHOTO)
    except Crash:
        people.connection.invalidate()
    finally:
        people.connection.close()
        engine.dispose()
    return statements.seen


@pytest.mark.slow
def test_a_tick_may_end_anywhere(prepared: Path, tmp_path: Path):
    check(prepared, tmp_path, each_kind_of_commit)


@pytest.mark.long
def test_a_tick_may_end_before_each_statement(prepared: Path, tmp_path: Path):
    check(prepared, tmp_path, each_statement)


def check(prepared: Path, tmp_path: Path, places: Places) -> None:
    wanted, ends = end_anywhere(prepared, tmp_path, tick_and_crash, state, places)
    assert len(wanted["photo"]) == 1
    assert len(wanted["tracks"]) == STUDENTS
    assert len(wanted["messages"]) > STUDENTS
    assert {state_ for *_who, state_ in wanted["messages"]} == {"sent"}
    assert ends > 15
