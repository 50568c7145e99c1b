"""Who runs Kompaan has the database; what they look at from the command line is noted as theirs."""

import ast
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Run

CLI = Path(__file__).parents[3] / "bot" / "cli"
SHOWS = ("see_", "logged")
"""How what reads a student's data is called."""


def opened(url: str) -> list[tuple[str, int | None]]:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        return connection.execute("SELECT what, looker_id FROM opened ORDER BY what").fetchall()


def test_who_talks_as_somebody_looks_as_who_runs_kompaan(school: Run, sqlite_url: str):
    school("say", "--as", "m1", "jonas 8 vvxx")
    assert opened(sqlite_url) == []
    school("say", "--as", "t1", "/report jonas")
    school("say", "--as", "t1", "/report jonas")
    assert opened(sqlite_url) == [("report", None)]
    told = school("say", "--as", "s1", "/looks").stdout
    assert "who runs Kompaan – the colours" in told
    assert "Els" not in told


def test_the_log_of_a_school_is_opened_by_who_exports_it(school: Run, sqlite_url: str):
    for who, line in (("s1", "8 vvvv"), ("m1", "jonas 8 vvvv"), ("t1", "jonas 8 xxxx")):
        school("say", "--as", who, "--at", "2026-10-14T10:00", line)
    school("tick", "--at", "2026-10-14T10:30")
    alerts = school("say", "--as", "c1", "--at", "2026-10-14T10:31", "--json", "/alerts")
    assert "resolve" not in alerts.stderr
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection:
        connection.execute("DELETE FROM opened")
        (alert,) = connection.execute("SELECT id FROM alert").fetchone()
        connection.execute(
            "INSERT INTO intervention (organisation_id, track_id, alert_id, author_id, kind, text,"
            " at) SELECT organisation_id, track_id, id, 1, 'seen', '', '2026-10-14 10:00:00.000000'"
            " FROM alert WHERE id = ?",
            (alert,),
        )
        connection.commit()
    assert school("interventions", "--out", "log.csv").returncode == 0
    assert opened(sqlite_url) == [("views", None)]


def test_a_command_that_shows_a_students_data_notes_it():
    showing = {}
    for path in CLI.rglob("*.py"):
        tree = ast.parse(path.read_text())
        imported = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.")
            for alias in node.names
        }
        if any(name.startswith(SHOWS) for name in imported):
            showing[path.name] = "operating" in imported
    assert set(showing) >= {"council.py", "evaluations.py", "photos.py", "divergence.py"}
    assert [name for name, notes in showing.items() if not notes] == []
