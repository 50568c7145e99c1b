"""What a tick asks the database: little, and no more where people live in many time zones."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, update

from bot.domain.periods.period import Dates
from bot.exchange.repertoire_file import read_repertoire
from bot.storage.tables import person
from bot.use_cases.periods.add_period import add_period
from handlers import slices
from handlers.clock import run_tick
from tests.clock.town import TOOLS, Town, town

WEDNESDAY = datetime(2026, 2, 4, tzinfo=UTC)
IDLE, NOON = WEDNESDAY + timedelta(hours=9, minutes=30), WEDNESDAY + timedelta(hours=11, minutes=15)
ZONES = ("Asia/Kolkata", "Europe/Lisbon", "Europe/London", "Europe/Paris", "Europe/Rome")


def asked(place: Town, at: datetime) -> list[str]:
    """List what the second of two ticks asks: the first one does what is due."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        found.append(statement)

    run_tick(place.transaction, at - timedelta(minutes=1), TOOLS)
    event.listen(place.connection, "before_cursor_execute", note)
    try:
        run_tick(place.transaction, at, TOOLS)
    finally:
        event.remove(place.connection, "before_cursor_execute", note)
    return found


def agreed(place: Town) -> Town:
    """Let a period run, and questions and tips be there."""
    place.repertoire = read_repertoire()
    with place.transaction() as uow:
        add_period(uow, 1, 1, "One", Dates(WEDNESDAY - timedelta(30), WEDNESDAY + timedelta(60)))
    return place


@pytest.mark.parametrize(("at", "most"), [(IDLE, 10), (NOON, 12)])
def test_a_tick_asks_few_statements_and_none_for_each_zone(
    engine, monkeypatch, at: datetime, most: int
):
    # However slow the machine is, what is looked at shares a transaction.
    monkeypatch.setattr(slices, "LOOKS_FOR", 60)
    with town(engine, 1) as place:
        few = asked(agreed(place), at)
        with place.transaction():
            for who, zone in zip(sorted(place.people), ZONES * 20, strict=False):
                moves = update(person).where(person.c.id == who).values(time_zone=zone)
                place.connection.execute(moves)
        many = asked(place, at)
    assert len(few) <= most
    assert len(many) <= len(few)
