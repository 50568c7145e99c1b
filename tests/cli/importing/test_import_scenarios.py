"""Lesson scenarios from a file: bad lines are named, and the rest is taken in."""

from tests.cli.conftest import Run

FILE = """\
Titel;Competenties;Link;Sessies
Boxes in a wall;8, 10.2;https://school.example/walls;2
Conduits;10;room 2;
Nothing;99;;
;8;;
"""


def test_a_file_is_taken_in_and_again_changes_nothing(school: Run, tmp_path):
    path = tmp_path / "scenarios.csv"
    school("say", "--as", "t1", "/language en")
    path.write_text(FILE)
    strict = school("import", "scenarios", str(path), "--strict")
    assert strict.returncode == 1
    assert "Nothing was taken in." in strict.stderr
    first = school("import", "scenarios", str(path))
    assert first.returncode == 0
    assert first.stdout == "2 lesson scenarios: 2 new, 0 changed\n"
    assert first.stderr.splitlines() == [
        "Line 4: there is no competence or indicator 99 in its programme.",
        "Line 5: it has no title.",
    ]
    assert "2 lesson scenarios: 0 new, 0 changed" in school("import", "scenarios", str(path)).stdout
    shown = school("say", "--as", "t1", "/scenarios").stdout
    assert "“Boxes in a wall” · 2 sessions · https://school.example/walls" in shown
    assert "for 8 Marks out routes and 10.2 Lays conduits" in shown
    assert "Every competence has one." in shown
    path.write_text("title,serves,sessions\nConduits,10,3\n")
    dry = school("import", "scenarios", str(path), "--dry-run")
    assert "1 lesson scenario: 0 new, 1 changed" in dry.stdout
    assert "“Conduits” · 1 session" in school("say", "--as", "t1", "/scenarios").stdout


TWICE = """\
title,competences,link
Conduits,10,room 2
Boxes,8,room 3
Conduits,10,room 4
Boxes,8,room 3
"""


def test_of_two_lines_with_one_title_the_first_is_taken_in_and_the_other_named(
    school: Run, tmp_path
):
    path = tmp_path / "scenarios.csv"
    path.write_text(TWICE)
    school("say", "--as", "t1", "/language en")
    taken = school("import", "scenarios", str(path))
    assert taken.stdout == "2 lesson scenarios: 2 new, 0 changed\n"
    assert taken.stderr == (
        "Line 4: line 2 has the title “Conduits” too, and says something else of it.\n"
    )
    assert "“Conduits” · 1 session · room 2" in school("say", "--as", "t1", "/scenarios").stdout
