"""Contexts from a file: bad lines are named, and the rest is taken in."""

from tests.cli.conftest import Run

FILE = """\
Nummer;Titel;Begint;Groeit verder
2;Renovation;8, 10;
3;At a customer’s;;8 99
;Nothing;;
2;Renovation again;8;
1;Rough work;8;10
x;Odd;8;
;Service;;10
5;No number;;8 ²
"""


def test_a_file_is_taken_in_and_again_changes_nothing(school: Run, tmp_path):
    path = tmp_path / "contexts.csv"
    path.write_text(FILE)
    school("say", "--as", "c1", "/language en")
    strict = school("import", "contexts", str(path), "--strict")
    assert strict.returncode == 1
    assert "Nothing was taken in." in strict.stderr
    first = school("import", "contexts", str(path))
    assert first.returncode == 0
    assert first.stdout == "3 contexts: 3 new, 0 changed\n"
    assert first.stderr.splitlines() == [
        "Line 3: programme TRADE has no competence 99.",
        "Line 4: context 3 trains no competence.",
        "Line 5: there are two contexts with number 2.",
        "Line 7: x cannot be the number of a context: use a whole number from 1 to 9999.",
        "Line 9: programme TRADE has no competence ².",
    ]
    again = school("import", "contexts", str(path))
    assert again.stdout == "3 contexts: 0 new, 0 changed\n"
    shown = school("say", "--as", "c1", "/contexts").stdout
    assert "2 Renovation" in shown
    assert "starts: 8 “Marks out routes” and 10 “Lays conduits”" in shown
    assert "3 Service\n   develops: 10 “Lays conduits”" in shown
    path.write_text("title,starts\nRenovation,10\n")
    dry = school("import", "contexts", str(path), "--dry-run")
    assert "1 context: 0 new, 1 changed" in dry.stdout
    assert "8 “Marks out routes” and 10" in school("say", "--as", "c1", "/contexts").stdout
    path.write_text("title,starts\nRenovation," + "9" * 5000 + "\n")
    far = school("import", "contexts", str(path))
    assert "Line 2: programme TRADE has no competence 999" in far.stderr
