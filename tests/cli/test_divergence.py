"""A programme's thresholds and the log of interventions, from the command line."""

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAID = "2026-10-20T12:00"
SETTLED = "2026-10-20T12:11"


def printed(school: Run, *arguments: str) -> str:
    done = school(*arguments, KOMPAAN_LANGUAGE="en")
    assert done.returncode == 0, done.stderr
    return done.stdout


def values(printed_: str) -> dict[str, str]:
    return {name: value for name, value, *_rest in map(str.split, printed_.splitlines())}


def differ(school: Run) -> None:
    """Three of thirteen are opposed: too few for a verdict."""
    printed(school, "say", "--as", "c1", "/language en")
    printed(school, "say", "--as", "s1", "--at", SAID, "10 all v")
    printed(school, "say", "--as", "t1", "--at", SAID, "jonas 10 all v, 1-3x")


def test_thresholds_are_shown_changed_and_put_back(school: Run):
    usual = values(printed(school, "thresholds", "TRADE"))
    changed = printed(
        school, "thresholds", "TRADE", "--settle-minutes", "5", "--messages-a-day", "3"
    )
    assert "settle-minutes\t5\t(changed)" in changed
    again = printed(school, "thresholds", "TRADE", "--indicator-from", "2")
    assert values(again)["messages-a-day"] == "3"  # what was chosen before stays
    assert values(again)["indicator-from"] == "2"
    spans = ("--near-days", "10", "--long-days", "21", "--overlap-days", "30")
    longer = values(printed(school, "thresholds", "TRADE", *spans))
    assert [longer[name] for name in ("near-days", "long-days", "overlap-days")] == [
        "10",
        "21",
        "30",
    ]
    assert values(printed(school, "thresholds", "TRADE", "--defaults")) == usual


@pytest.mark.parametrize(
    "wrong",
    [("--verdict-spread", "0"), ("--indicator-from", "many"), ("--settle-minutes", "0")],
)
def test_what_is_no_threshold_gets_a_sentence_and_changes_nothing(school: Run, wrong):
    before = printed(school, "thresholds", "TRADE")
    done = school("thresholds", "TRADE", *wrong)
    assert done.returncode != 0
    assert wrong[1] in done.stderr
    assert "Traceback" not in done.stderr
    assert printed(school, "thresholds", "TRADE") == before


def test_a_log_that_cannot_be_written_gets_a_sentence(school: Run, tmp_path: Path):
    done = school("interventions", "--out", str(tmp_path / "nowhere" / "log.csv"))
    assert done.returncode == 1
    assert "log.csv cannot be written." in done.stderr


def test_of_an_unknown_programme_there_is_a_sentence(school: Run):
    done = school("thresholds", "NONE", KOMPAAN_LANGUAGE="en")
    assert done.returncode != 0
    assert "NONE" in done.stderr


def test_single_indicators_are_an_alert_where_a_programme_wants_it(school: Run):
    differ(school)
    printed(school, "tick", "--at", SETTLED)
    assert "Most apart" not in printed(school, "say", "--as", "c1", "--at", SETTLED)
    printed(school, "thresholds", "TRADE", "--indicator-from", "2")
    printed(school, "say", "--as", "t1", "--at", "2026-10-20T13:00", "jonas 10.4 x")
    printed(school, "tick", "--yes", "--at", "2026-10-20T13:11")
    looked = printed(school, "say", "--as", "c1", "--at", "2026-10-20T13:12")
    assert "Most apart: 10.1" in looked


def test_the_log_is_exported_and_nothing_in_it_is_a_formula(school: Run, tmp_path: Path):
    out = tmp_path / "log.csv"
    assert "only its header" in printed(school, "interventions", "--out", str(out))
    printed(school, "say", "--as", "c1", "/language en")
    printed(school, "say", "--as", "s1", "--at", SAID, "8 all v")
    printed(school, "say", "--as", "t1", "--at", SAID, "jonas 8 all x")
    printed(school, "tick", "--at", SETTLED)
    printed(school, "say", "--as", "c1", "--at", SETTLED, "--tap", "resolve …")
    printed(school, "say", "--as", "c1", "--at", SETTLED, '=cmd|"talked it over"')
    assert "written to log.csv" in printed(school, "interventions", "--out", str(out))
    named, *lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert named == "sep=;"
    rows = list(csv.DictReader(lines, delimiter=";"))
    (resolved,) = [row for row in rows if row["what"] == "resolved"]
    assert (resolved["student"], resolved["by"]) == ("Jonas Peeters", "Lien Martens")
    assert "talked it over" in resolved["words"]
    assert not resolved["words"].startswith("=")


def test_the_year_in_numbers_has_no_name_and_no_small_number(school: Run, tmp_path: Path):
    out, said = tmp_path / "year.csv", "2026-10-20T12:00"
    printed(school, "say", "--as", "c1", "/language en")
    for number in range(6):
        printed(school, "say", "--as", "c1", "--at", said, "/intervention jonas")
        printed(school, "say", "--as", "c1", "--at", said, "--tap", "note one")
        printed(school, "say", "--as", "c1", "--at", said, f"=Talked with both {number}")
    printed(school, "interventions", "--year", "--out", str(out), "--at", "2026-10-31T12:00")
    assert ";6" not in out.read_text(encoding="utf-8-sig")  # this month is not over
    printed(school, "interventions", "--year", "--out", str(out), "--at", "2026-11-02T12:00")
    written = out.read_text(encoding="utf-8-sig")
    assert ";all;;6" in written
    assert "micro: how somebody learns;about;students;6" in written
    assert ";by whom;coach;6" in written
    for name in ("Jonas", "Lien", "Talked", "Elektro"):
        assert name not in written
