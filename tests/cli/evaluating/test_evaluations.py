"""The evaluations to prepare from the command line: for whom they are, as text and as files."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Once, Run
from tests.cli.periods.test_periods import printed, refused
from tests.cli.periods.test_photo_chain import verified, written
from tests.exchange.spreadsheets.test_heat_map_xlsx import Reopened


@pytest.fixture
def sample(kompaan: Run, once: Once) -> Run:
    """The sample after the choice of its first period: Jonas chose Rough-in."""
    once("chosen", lambda: choose(kompaan))
    return kompaan


def choose(kompaan: Run) -> None:
    for words in (
        ("migrate",),
        ("sample", "--at", "2026-10-14T09:30"),
        ("periods", "move", "--programme", "ELECTRICIAN-1", "--name", "Period 1",
         "--choose", "2026-10-14", "2026-10-20", "--at", "2026-10-14T09:30"),
        ("say", "--as", "jonas", "--at", "2026-10-15T12:00", "/choose"),
        ("say", "--as", "jonas", "--at", "2026-10-15T12:01", "--tap", "rough-in"),
    ):  # fmt: skip
        done = kompaan(*words, KOMPAAN_LANGUAGE="en")
        assert done.returncode == 0, done.stderr


def test_they_are_listed_and_written_for_who_sees_them(sample: Run, tmp_path: Path):
    asked = ("evaluations", "--as", "els", "--at", "2026-10-23T12:00")
    said = printed(sample, *asked)
    assert "6A · Electrician, dual course · Period 1" in said
    assert "Rough-in (1 student)" in said
    assert "→ Jonas" in said
    by_student = printed(sample, *asked, "--by", "student", "--class-group", "6a")
    assert "Jonas: “Rough-in”" in by_student
    assert "6B" not in by_student

    assert "one class group in one period" in refused(sample, *asked, "--csv", "a.csv")
    paths = {kind: tmp_path / f"made.{kind}" for kind in ("csv", "xlsx", "ics")}
    options = [part for kind, path in paths.items() for part in (f"--{kind}", str(path))]
    assert printed(sample, *asked, "--class-group", "6A", *options).count("Written to") == 3
    assert "Rough-in" in paths["csv"].read_text("utf-8-sig")
    assert Reopened(paths["xlsx"].read_bytes()).cells["A5"] == "Rough-in"
    (event,) = Calendar.from_ical(paths["ics"].read_bytes()).walk("VEVENT")
    assert "Jonas" in str(event["DESCRIPTION"])
    assert all(path.stat().st_mode & 0o077 == 0 for path in paths.values())

    for nobody in ("jonas", "karim"):
        assert "no evaluations to prepare" in refused(sample, *asked[:2], nobody, *asked[3:])


def test_a_photo_names_of_whom_the_choice_was_changed_since(sample: Run, sqlite_url: str):
    printed(sample, "tick", "--at", "2026-11-03T16:00")
    said = printed(sample, "photo", "show", "--student", "jonas")
    assert "Counts for the assessment: “Rough-in”. To learn from: “Working with others”" in said
    assert "Period 1: untouched." in printed(sample, "photo", "verify")
    written(sqlite_url, "DELETE FROM choice")
    found = verified(sample)
    assert found.returncode == 1
    assert "is no longer what it holds, for 1 student: Jonas Verlinde" in found.stdout
