"""School holidays on the command line."""

import json

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import printed, refused

LIST = "first,last,name\n2026-11-02,2026-11-08,Herfstvakantie\n2027-05-07,,Brugdag\n"


def test_they_are_read_listed_replaced_and_taken_away(school: Run, tmp_path):
    file = tmp_path / "holidays.csv"
    file.write_text(LIST)
    assert "No school holidays are known" in printed(school, "holidays", "list")
    shown = printed(school, "holidays", "import", str(file), "--dry-run")
    assert "2026-11-02 – 2026-11-08 (7 days) Herfstvakantie" in shown
    assert "2 holidays: 2 new, 0 gone." in shown
    assert "No school holidays are known" in printed(school, "holidays", "list")
    assert "2 new, 0 gone." in printed(school, "holidays", "import", str(file))
    assert "0 new, 0 gone." in printed(school, "holidays", "import", str(file))
    assert "2027-05-07 (1 day) Brugdag" in printed(school, "holidays", "list")
    file.write_text("first\n2027-05-07\n")
    replaced = printed(school, "holidays", "import", str(file))
    assert "1 holiday: 1 new, 2 gone." in replaced
    assert "No longer: 2026-11-02 – 2026-11-08 (7 days) Herfstvakantie" in replaced
    listed = json.loads(printed(school, "holidays", "list", "--json"))
    assert listed == [{"first": "2027-05-07", "last": "2027-05-07", "name": ""}]
    assert "gone" in printed(school, "holidays", "clear")
    assert "No school holidays are known" in printed(school, "holidays", "list")


def test_a_bad_file_changes_nothing(school: Run, tmp_path):
    file = tmp_path / "holidays.csv"
    file.write_text(LIST)
    printed(school, "holidays", "import", str(file))
    file.write_text("first,last\n2026-11-09,2026-11-08\n")
    told = refused(school, "holidays", "import", str(file))
    assert "line 2: 2026-11-08 is before 2026-11-09" in told
    assert "Herfstvakantie" in printed(school, "holidays", "list")
