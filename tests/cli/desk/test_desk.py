"""A coach's desk from the command line: shown, and written as CSV in which nothing is a formula."""

import csv
from pathlib import Path

from tests.cli.conftest import Run

AT = ("--at", "2026-10-20T12:00")


def printed(school: Run, *arguments: str) -> str:
    done = school(*arguments, KOMPAAN_LANGUAGE="en")
    assert done.returncode == 0, done.stderr
    return done.stdout


def note(school: Run, said: str) -> None:
    printed(school, "say", "--as", "c1", "/language en")
    printed(school, "say", "--as", "c1", *AT, "/desk")
    printed(school, "say", "--as", "c1", *AT, "--tap", "write a note")
    printed(school, "say", "--as", "c1", *AT, said)


def test_a_desk_is_shown_and_written_as_csv(school: Run, tmp_path: Path):
    note(school, "=1+1 until 30 October")
    shown = printed(school, "desk", "c1", *AT)
    assert "a visit is due" in shown
    assert "• 30 Oct: =1+1" in shown
    done = printed(school, "desk", "c1", "--head", "developing", "--csv", "desk.csv", *AT)
    assert done == "1 line written to desk.csv.\n"
    (path,) = tmp_path.rglob("desk.csv")
    text = path.read_text("utf-8-sig").split("\n", 1)[1]
    (header, row) = csv.reader(text.splitlines(), delimiter=";")
    assert header == ["day", "time", "late", "head", "student", "workplace", "what"]
    assert row == ["2026-10-30", "", "", "developing dual learning", "", "", "'=1+1"]


def test_who_coaches_nobody_has_none(school: Run):
    done = school("desk", "s1", *AT, KOMPAAN_LANGUAGE="en")
    assert done.returncode != 0
    assert "coaches nobody, and so has no desk" in done.stderr
