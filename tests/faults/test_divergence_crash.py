"""A divergence survives the end of the process, wherever it comes: told once, within a minute."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.messages import Incoming
from bot.settings import Settings
from bot.storage.engine import connect
from bot.storage.tables import alert, alert_message, chat_message, outbox, sitting
from bot.storage.tables import tick as ticks
from bot.wiring import House
from handlers.answering import answer
from tests.dialogues.clock import tick
from tests.dialogues.divergence.test_alerts import all_score, with_period
from tests.dialogues.school import MORNING, School
from tests.fakes.telegram import TelegramProcess
from tests.fakes.waiting import wait_for
from tests.faults.ending import (
    Crash,
    Places,
    Statements,
    each_kind_of_commit,
    each_statement,
    end_anywhere,
)
from tests.faults.server import Server, free_port
from tests.faults.talking import joined

SETTLED = MORNING + timedelta(minutes=11)


@pytest.fixture
def prepared(sqlite_url: str) -> Path:
    """A school in which the source's example has just settled."""
    engine = connect(sqlite_url)
    all_score(with_period(School(engine).found()))
    engine.dispose()
    return Path(sqlite_url.removeprefix("sqlite:///"))


def state(path: Path) -> dict[str, Any]:
    engine = connect(f"sqlite:///{path}")
    with engine.connect() as connection:
        found = {
            "alerts": connection.execute(
                select(alert.c.kind, alert.c.state, alert.c.route, alert.c.raised_at)
            ).all(),
            "told": connection.execute(select(alert_message)).all(),
            "messages": connection.execute(
                select(outbox.c.person_id, outbox.c.kind, outbox.c.state)
            ).all(),
            "shown": connection.execute(
                select(chat_message.c.person_id, chat_message.c.text).where(
                    chat_message.c.kind == "alert"
                )
            ).all(),
            "at work": connection.execute(select(func.count()).select_from(sitting)).scalar(),
        }
    engine.dispose()
    return found


def tick_and_crash(path: Path, at_statement: int) -> list[str]:
    """Tick once, ending before a statement or a commit; gives what there was until then."""
    engine = connect(f"sqlite:///{path}")
    school = School(engine, at=SETTLED)
    school.people = _NobodyByName()
    statements = Statements(engine, at_statement)
    try:
        tick(school)
    except Crash:
        pass
    finally:
        engine.dispose()
    return statements.seen


class _NobodyByName(dict[str, Any]):
    """The tick here is looked at in the database, not by the school's ids."""

    def items(self) -> Any:
        return [(str(number), type("Who", (), {"person_id": number})) for number in range(1, 9)]


def test_the_process_may_end_anywhere(prepared: Path, tmp_path: Path):
    check(prepared, tmp_path, each_kind_of_commit)


@pytest.mark.long
def test_the_process_may_end_before_each_statement(prepared: Path, tmp_path: Path):
    check(prepared, tmp_path, each_statement)


def check(prepared: Path, tmp_path: Path, places: Places) -> None:
    wanted, ends = end_anywhere(prepared, tmp_path, tick_and_crash, state, places)
    assert [(alert.kind, alert.state) for alert in wanted["alerts"]] == [("verdict", "open")]
    assert [message.state for message in wanted["messages"]] == ["sent"]
    assert len(wanted["shown"]) == 1
    assert wanted["at work"] == 0
    assert ends > 3


@pytest.mark.long
@pytest.mark.parametrize("ends_after", [5.0, 19.5, 20.5])
def test_a_kill_in_between_and_the_coach_hears_within_a_minute_once(
    sample_sqlite_url: str, tmp_path: Path, ends_after: float
):
    with TelegramProcess() as fake:
        joined(sample_sqlite_url, fake, "telegram")
        coach = fake.user("lien")
        house = House(Settings(database_url=sample_sqlite_url, _env_file=None))
        said_at = datetime.now(UTC) - timedelta(minutes=10)
        with house.transaction() as uow:
            people = {person.school_id: person for person in uow.people.list_sample()}
            uow.accounts.join(people["lien"], "telegram", str(coach.id), said_at)
        for number, (who, line) in enumerate(
            (("karim", "jonas 10 all v"), ("els", "jonas 10 all x"))
        ):
            with house.transaction() as uow:
                answer(uow, Incoming(f"k{number}", people[who].id, said_at, line))
        house.engine.dispose()
        settings = {"KOMPAAN_TELEGRAM_TOKEN": fake.token, "KOMPAAN_TELEGRAM_API_URL": fake.url}
        server = Server(
            sample_sqlite_url, free_port(), str(tmp_path), settings=settings, ready="/healthz"
        )
        begun = time.monotonic()
        try:
            server.start()
            time.sleep(ends_after)
            server.kill()
            server.start()
            wait_for(lambda: _alerts(coach), begun + 60 - time.monotonic(), "the alert")
            print(f"heard after {time.monotonic() - begun:.1f} s")
            seen = {_last_tick(sample_sqlite_url)}
            wait_for(lambda: len(seen | {_last_tick(sample_sqlite_url)}) > 1, 60, "a tick")
            seen.add(_last_tick(sample_sqlite_url))
            wait_for(lambda: len(seen | {_last_tick(sample_sqlite_url)}) > 2, 60, "one more tick")
            assert len(_alerts(coach)) == 1
        finally:
            server.stop()


def _last_tick(url: str) -> datetime | None:
    engine = connect(url)
    try:
        with engine.begin() as connection:
            at: datetime | None = connection.execute(select(ticks.c.clock_at)).scalar()
            return at
    finally:
        engine.dispose()


def _alerts(coach: Any) -> list[str]:
    return [answer.text for answer in coach.answers if " · 10 " in answer.text]
