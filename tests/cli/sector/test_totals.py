"""Totals for sectors and the regions of workplaces, on the command line."""

from pathlib import Path

from tests.cli.conftest import ROSTER, Run
from tests.cli.periods.test_periods import printed, refused

MORE = "".join(
    f"TRADE,6E,z{number},Student {number}x,=Draad bv,m1,,t1,,c1,,en,=Kempen\n"
    for number in range(1, 8)
)


def told(school: Run, tmp_path: Path) -> None:
    """A class of ten, seven of them in a region, whose photo was counted for a sector."""
    head, *lines = ROSTER.splitlines()
    rows = "".join(f"{line},\n" for line in lines)
    (tmp_path / "more.csv").write_text(f"{head},region\n{rows}{MORE}")
    printed(school, "import", "roster", "more.csv")
    printed(school, "sector", "add", "bouw", "Bouw")
    said = printed(school, "totals", "tell", "bouw", "trade", "--at", "2026-10-01T10:00")
    assert said == "Bouw is told totals of TRADE, from the next photo on.\n"
    period = ("--name", "One", "--opens", "2026-10-01", "--photo", "2026-10-20T10:00")
    printed(school, "periods", "add", "--programme", "TRADE", *period, "--at", "2026-09-30T08:00")
    printed(school, "tick", "--at", "2026-10-20T10:05")


def test_regions_come_from_a_roster_or_are_set(school: Run, tmp_path: Path):
    assert printed(school, "region", "list") == "Elektro bv\t\nVolta nv\t\n"
    assert printed(school, "region", "set", "elektro BV", "Kempen") == "Elektro bv is in Kempen.\n"
    assert printed(school, "region", "set", "Volta nv", "kempen") == "Volta nv is in Kempen.\n"
    assert printed(school, "region", "set", "Volta nv") == "Volta nv is in no region.\n"
    assert "no workplace 'Nowhere'" in refused(school, "region", "set", "Nowhere", "Kempen")
    assert "is no region" in refused(school, "region", "set", "Volta nv", "!!")
    assert "is no region" in refused(school, "region", "set", "Volta nv", "x" * 41)
    told(school, tmp_path)
    assert "=Draad bv\t=Kempen\n" in printed(school, "region", "list")
    assert "Elektro bv\tKempen\n" in printed(school, "region", "list")


def test_totals_are_chosen_listed_and_shown(school: Run, tmp_path: Path):
    assert printed(school, "totals", "list") == "No photo was counted yet.\n"
    assert "no sector 'bouw'" in refused(school, "totals", "tell", "bouw", "TRADE")
    told(school, tmp_path)
    assert "so already" in refused(school, "totals", "tell", "bouw", "trade")
    assert "no programme 'hout': TRADE" in refused(school, "totals", "tell", "bouw", "hout")
    assert "TRADE · One · " in printed(school, "totals", "list")
    assert "10 students" in printed(school, "totals", "list")
    shown = printed(school, "totals", "show", "one")
    assert "Counted: 10 students (=Kempen 5 and elsewhere 5)" in shown
    assert "Nothing is told of 8 and 10: too few, or too much alike." in shown
    assert "No photo of a period 'Two' was counted" in refused(school, "totals", "show", "Two")
    printed(school, "totals", "stop", "bouw", "TRADE")
    assert printed(school, "totals", "list") == "No photo was counted yet.\n"
    assert "so already" in refused(school, "totals", "stop", "bouw", "TRADE")
    printed(school, "totals", "tell", "bouw", "TRADE")
    assert printed(school, "totals", "list") == "No photo was counted yet.\n"
    audit = printed(school, "audit", "show")
    assert "lets a sector have totals of a programme" in audit
    assert "ended that a sector has totals of a programme" in audit


def test_the_file_holds_no_formula_and_no_nought_for_what_is_not_told(school: Run, tmp_path: Path):
    told(school, tmp_path)
    assert "12 lines written" in printed(school, "totals", "show", "One", "--csv", "totals.csv")
    written = (tmp_path / "totals.csv").read_text(encoding="utf-8-sig")
    assert "\n=" not in written
    assert '"=' not in written
    assert ",=" not in written
    assert ";=" not in written
    assert "=Kempen" in written
    row = next(line for line in written.splitlines() if "=Kempen" in line)
    assert "0" not in row.replace("10", "")
