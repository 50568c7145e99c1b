"""A private answer, looked for everywhere: what others read, exports, logs, every table."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url

from bot.storage.engine import connect
from handlers.routes import TABLE
from tests.cli.conftest import Run, messages

CANARY = "canary7f3a"
OTHERS = ("s2", "s3", "m1", "m2", "t1", "c1")
MORE = (
    "/reflect jonas",
    "/reflect history jonas",
    "/report jonas 10",
    "/log jonas",
    "/photo jonas",
)
EXPORTS = (
    ("people",),
    ("doctor",),
    ("outbox",),
    ("outbox", "--json"),
    ("interventions", "--out", "log.csv"),
    ("invite", "--class-group", "6E", "--out", "invitations.csv"),
    ("periods", "list", "--programme", "TRADE"),
    ("programme",),
    ("photo", "verify"),
    ("tick", "--json"),
    ("tick", "--json", "--at", "2036-01-07T17:01"),
)
OWN = {"answer_part", "chat_message", "goal"}
"""The tables in which it may stand: as the answer itself, and in the student's own transcript."""


@pytest.fixture
def open_file(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A file that stays open: eight hundred commands would read its schema some times each."""
    with ExitStack() as stack:

        @cache
        def opened(url: str, **_how: bool) -> Engine:
            engine = connect(url, keeps_open=True)
            stack.callback(engine.dispose)
            return engine

        monkeypatch.setattr("bot.wiring.connect", opened)
        yield


@pytest.fixture
def private(school: Run, open_file: None) -> Run:
    """Jonas tallies and scores, answers for himself alone, and sets a goal."""
    school("say", "--as", "s1", "10 all v")
    school("say", "--as", "m1", "jonas 10 all x")
    school("say", "--as", "s1", "today 10.3")
    for line in (
        ("/reflect",), ("--tap", "answer"), (f"{CANARY} one",), (f"{CANARY} two",),
        ("--tap", "done"), ("--tap", "goal for next week"), (f"{CANARY} goal",), ("/reflect",),
        ("--tap", "answer"), (f"{CANARY} not finished",), ("/reflect history",),
    ):  # fmt: skip
        assert messages(school("say", "--as", "s1", "--json", *line))
    return school


def test_the_student_reads_it(private: Run):
    assert private("say", "--as", "s1", "/reflect history").stdout.count(CANARY) == 4


@pytest.mark.slow
def test_nobody_else_reads_it_and_no_export_has_it(
    private: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    for who in OTHERS:
        for line in (*(f"/{name}" for name in TABLE.commands), *MORE):
            done = private("say", "--as", who, "--json", line)
            assert CANARY not in done.stdout + done.stderr, (who, line)
    for arguments in EXPORTS:
        done = private(*arguments)
        assert CANARY not in done.stdout + done.stderr, arguments
    written = [path for path in tmp_path.rglob("*") if path.suffix in (".csv", ".png", ".json")]
    assert {"log.csv", "invitations.csv"} <= {path.name for path in written}
    assert all(CANARY.encode() not in path.read_bytes() for path in written)
    assert CANARY not in caplog.text


def test_it_stands_in_the_answer_and_the_students_own_transcript_alone(
    private: Run, sqlite_url: str
):
    with sqlite3.connect(str(make_url(sqlite_url).database)) as database:
        names = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        holding = {
            name
            for name in names
            if any(CANARY in str(row) for row in database.execute(f"SELECT * FROM {name}"))
        }
        (jonas,) = database.execute("SELECT id FROM person WHERE school_id = 's1'").fetchone()
        whose = database.execute(
            "SELECT DISTINCT person_id FROM chat_message WHERE text LIKE ?", (f"%{CANARY}%",)
        ).fetchall()
    database.close()
    assert holding == OWN
    assert whose == [(jonas,)]
