"""Agreements, recognitions and handovers from the command line, and as CSV without formulas."""

import csv
from pathlib import Path

from tests.cli.conftest import Run

AT = ("--at", "2026-10-20T12:00")


def printed(school: Run, *arguments: str) -> str:
    done = school(*arguments, KOMPAAN_LANGUAGE="en")
    assert done.returncode == 0, done.stderr
    return done.stdout


def written(school: Run, tmp_path: Path, what: str) -> list[list[str]]:
    """Let it be written, and give its rows."""
    printed(school, what, "--csv", f"{what}.csv", *AT)
    (path,) = tmp_path.rglob(f"{what}.csv")
    text = path.read_text("utf-8-sig").split("\n", 1)[1]
    return list(csv.reader(text.splitlines(), delimiter=";"))


def test_agreements_that_miss_stand_there_with_their_placement(school: Run, tmp_path: Path):
    shown = printed(school, "agreements", *AT)
    header, *rows = written(school, tmp_path, "agreements")
    assert header[:2] == ["student", "workplace"]
    assert header[-1] == "open"
    assert len(rows) == len(shown.splitlines()) > 0
    assert all(len(row) == len(header) for row in rows)


def test_recognitions_are_listed_once_for_each_workplace(school: Run, tmp_path: Path):
    printed(school, "recognitions", *AT)
    header, *rows = written(school, tmp_path, "recognitions")
    assert header == [
        "workplace", "programme", "needed", "given on", "until", "asked on", "students"
    ]  # fmt: skip
    assert len({tuple(row[:2]) for row in rows}) == len(rows) > 0


def test_a_handover_stands_there_from_whom_to_whom(school: Run, tmp_path: Path):
    assert printed(school, "handovers", *AT) == "Nobody handed a student over.\n"
    printed(school, "say", "--as", "c1", "/language en")
    printed(school, "say", "--as", "c1", *AT, "/handover nicolas")
    printed(school, "say", "--as", "c1", *AT, "els")
    printed(school, "say", "--as", "c1", *AT, "--tap", "now")
    assert "Lien Martens · Els Wouters" in printed(school, "handovers", *AT)
    header, row = written(school, tmp_path, "handovers")
    assert header[:4] == ["student", "from", "to", "said by"]
    assert row == [
        "Nicolas Maes", "Lien Martens", "Els Wouters", "Lien Martens", "2026-10-20",
        "2026-10-20", "done", "",
    ]  # fmt: skip


def test_no_cell_is_a_formula(school: Run, tmp_path: Path):
    roster = next(tmp_path.rglob("roster.csv"))
    roster.write_text(roster.read_text().replace("Volta nv", "=Volta()"))
    printed(school, "import", "roster", str(roster))
    for what, column in (("agreements", 1), ("recognitions", 0)):
        assert "'=Volta()" in {row[column] for row in written(school, tmp_path, what)}
