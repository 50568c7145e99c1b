"""No command shows anybody a traceback, whatever is wrong around it, and none stores twice."""

import io
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.cli import kompaan as kompaan_command
from tests.cli.conftest import Done, Run, write_files

ADD = ("--programme", "TRADE", "--name", "One", "--opens", "2026-10-01")
ON = ("--at", "2026-10-02T10:00")
ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "run": ((),),
    "migrate": ((),),
    "sample": ((),),
    "doctor": ((),),
    "organisation": ((), ("--language", "en")),
    "people": ((), ("guardian",), ("guardian", "s1", "--yes", "--how", "on paper")),
    "admin": (("list",), ("add", "m1"), ("add", "a1", "--name", "Lien Martens"), ("end", "m1")),
    "starters": (
        ("list",),
        ("add", "t1", "--starts", "2026-09-01"),
        ("end", "t1"),
        ("coach", "list"),
        ("coach", "add", "d1", "--name", "Hilde Maes"),
        ("coach", "end", "c1"),
    ),
    "intake": (("list",), ("lead", "1", "t1"), ("close", "1")),
    "sector": (
        ("list",),
        ("add", "bouw", "Bouw"),
        ("name", "bouw", "x1", "--name", "Nele Bogaert"),
        ("end", "x1"),
        ("modules",),
        ("propose", "bouw", "TRADE.csv", "--code", "SAFE"),
        ("take", "1", "--programme", "TRADE"),
        ("refuse", "1", "We have it"),
        ("out", "1", "--programme", "TRADE"),
        ("drop", "hout"),
    ),
    "totals": (
        ("list",),
        ("show", "One"),
        ("tell", "bouw", "Electrician"),
        ("stop", "bouw", "Electrician"),
    ),
    "region": (("list",), ("set", "Elektro bv", "Kempen"), ("set", "Nowhere", "Kempen")),
    "audit": (("verify",), ("show",), ("show", "--csv", "acts.csv"), ("accept",)),
    "track": (("show", "s1"), ("end", "s1", "--at", "2026-10-02T10:00")),
    "substitute": (
        ("list",),
        ("name", "m2", "m1", "--until", "2026-10-09", *ON),
        ("end", "m2", *ON),
    ),
    "absence": (("list",), ("note", "s1", "--until", "2026-10-09", *ON), ("end", "s1", *ON)),
    "incident": (("list",), ("tell", "--as", "s1", "--about", "s1", "I fell", *ON)),
    "desk": (("c1", *ON), ("c1", "--csv", "desk.csv", *ON)),
    "agreements": ((*ON,), ("--csv", "agreements.csv", *ON)),
    "recognitions": ((*ON,), ("--csv", "recognitions.csv", *ON)),
    "handovers": ((*ON,), ("--csv", "handovers.csv", *ON)),
    "holidays": (("list",), ("clear",)),
    "questionnaire": (
        ("workplace", "--dry-run", *ON),
        ("motivation", *ON),
        ("--list",),
        ("--close", "motivation", *ON),
    ),
    "programme": ((), ("TRADE", "--cut-off", "more_than")),
    "periods": (("list",), ("add", *ADD, "--photo", "2026-12-18", "--at", "2026-10-02T10:00")),
    "decision": (("verify",), ("verify", "--json")),
    "photo": (
        ("verify",),
        ("show", "--student", "s1"),
        ("compare", "--student", "s1"),
        ("again", "--period", "One"),
    ),
    "council": (("--as", "c1", "--out", "pages"),),
    "evaluations": (("--as", "t1"),),
    "mydata": (("--as", "s1", "--out", "mine.zip"),),
    "reminders": (("TRADE",), ("TRADE", "--default")),
    "thresholds": (("TRADE",),),
    "interventions": (("--out", "log.csv"), ("--out", "year.csv", "--year")),
    "tick": ((), ("--at", "2026-10-02T10:00")),
    "clock": (("show",), ("release",)),
    "import": (("framework", "trade.csv"), ("roster", "roster.csv")),
    "invite": (("m1",), ("--class-group", "6E", "--out", "list.csv")),
    "devices": (("m1",), ("m1", "--end")),
    "forget": (("s1",), ("s1", "--now"), ("list",), ("again",)),
    "mail": (("bounced", "lien@school.example"),),
    "outbox": ((), ("--try-again", "telegram")),
    "say": (("--as", "m1", "/help"),),
    "chat": (("--as", "m1"),),
}
FIRST = [(name, *several[0]) for name, several in ARGUMENTS.items()]
CALLS = [(name, *rest) for name, several in ARGUMENTS.items() for rest in several]
STORING = [call for call in CALLS if call[0] not in ("run", "chat")]


def test_every_command_is_tried_here():
    # What `try` does is done in a database of its own, whatever is wrong with the school's.
    assert ARGUMENTS.keys() == COMMANDS.keys() - {"try"}


def garbage(tmp_path: Path) -> str:
    (tmp_path / "garbage.db").write_text("hello " * 500)
    return "sqlite:///garbage.db"


def foreign(tmp_path: Path) -> str:
    with sqlite3.connect(tmp_path / "foreign.db") as connection:
        connection.execute("CREATE TABLE person (id INTEGER, nickname TEXT)")
    return "sqlite:///foreign.db"


def foreign_steps(tmp_path: Path) -> str:
    with sqlite3.connect(tmp_path / "steps.db") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('ae1027a6acf')")
    return "sqlite:///steps.db"


WRONG = {
    "a folder that is not there": (lambda _path: "sqlite:///nope/x.db", "there is no folder nope"),
    "a folder": (lambda _path: "sqlite:////", "cannot be reached"),
    "a file that is none": (garbage, "a file that is no database"),
    "another program's": (foreign, "a database of another program"),
    "another program's steps": (foreign_steps, "a database of another program"),
    "no server": (lambda _path: "postgresql://u:p@127.0.0.1:1/x", "cannot be reached"),
    "no address": (lambda _path: "nonsense", "not a database address"),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("call", FIRST, ids=" ".join)
def test_a_database_that_is_wrong_gets_a_sentence(kompaan: Run, tmp_path: Path, call, wrong):
    url, says = WRONG[wrong]
    write_files(tmp_path)
    done = kompaan(*call, KOMPAAN_LANGUAGE="en", KOMPAAN_DATABASE_URL=url(tmp_path))
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert says in told or (call[0] == "doctor" and "does not answer" in told)
    assert "Traceback" not in told
    assert "Something went wrong" not in told


@pytest.mark.parametrize("call", STORING, ids=" ".join)
def test_a_database_that_somebody_else_holds_gets_a_sentence(
    school: Run, sqlite_url: str, monkeypatch, call
):
    monkeypatch.setattr("bot.storage.engine.BUSY_SECONDS", 0)
    holding = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    holding.execute("BEGIN EXCLUSIVE")
    done = school(*call, KOMPAAN_LANGUAGE="en")
    holding.execute("ROLLBACK")
    holding.close()
    told = done.stdout + done.stderr
    assert "Traceback" not in told
    assert "Something went wrong" not in told
    assert done.returncode == 1


def test_what_nobody_foresaw_is_said_without_what_people_wrote(school: Run, monkeypatch):
    def fails(*_what: object) -> None:
        raise KeyError("Jonas said this")

    monkeypatch.setattr("bot.storage.school.people.StoredPeople.list_all", fails)
    done = school("people", KOMPAAN_LANGUAGE="en")
    assert done.returncode == 1
    assert "Something went wrong that should not: KeyError in fails:" in done.stderr
    assert "Jonas" not in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_an_output_that_cannot_be_written_is_no_error(
    school: Run, monkeypatch, sqlite_url: str, encoding: str
):
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE person SET name = 'Łukasz Wójcik' WHERE school_id = 's1'")
        connection.execute("UPDATE person SET folded_name = 'lukasz wojcik' WHERE school_id = 's1'")
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", out)
        patched.setenv("KOMPAAN_DATABASE_URL", sqlite_url)
        assert kompaan_command(["say", "--as", "m1", "łukasz 8 vvlx"]) == 0
        assert kompaan_command(["people"]) == 0
    assert b"ukasz" in out.buffer.getvalue()
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        assert connection.execute("SELECT count(*) FROM score").fetchone() == (4,)


def started(tmp_path: Path, *arguments: str | bytes, **environment: str) -> Done:
    """Run a command in a process of its own, in its folder."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("KOMPAAN_")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=tmp_path,
        env={**known, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_file_of_settings_that_is_no_text_gets_a_sentence(tmp_path: Path):
    (tmp_path / ".env").write_bytes(b"KOMPAAN_ORGANISATION=Coll\xe8ge\n")
    done = started(tmp_path, "people")
    assert done.returncode == 1
    assert "The file .env cannot be read" in done.stderr


def test_words_in_another_encoding_are_heard_as_far_as_they_go(
    sample_file: Callable[[datetime], Path], now: datetime, tmp_path: Path
):
    shutil.copy(sample_file(now), tmp_path / "kompaan.db")
    done = started(tmp_path, "say", "--as", "karim", b"\xe9\xe8 10 vv", PYTHONUTF8="1")
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
