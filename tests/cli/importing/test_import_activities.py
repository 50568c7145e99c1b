"""Activity lists from a file: bad lines are named, the same file again changes nothing."""

import pytest

from bot.exchange.planning.activities_csv import read_activities
from tests.cli.importing.test_importing import folder, run

__all__ = ["folder", "run"]

HEAD = "Werkplek;Activiteit;Competenties;Erkend tot"
GOOD = "the oven;Bread;1;2031-08-31"


@pytest.fixture(autouse=True)
def known(folder, run):
    """The baker's framework, and a roster with one workplace."""
    for arguments in (("framework", "baker.json"), ("roster", "good.csv")):
        assert run(*arguments)[0] == 0

    def write(*lines: str) -> None:
        (folder / "lists.csv").write_text("\n".join((HEAD, *lines)) + "\n")

    return write


def test_a_list_is_new_once(known, run):
    known(GOOD, "The Oven;Cake;1-2;", "The Oven;Bread;2;")
    said = "1 activity list: 1 new, 0 changed\n2 activities: 2 new, 0 changed\n"
    code, out, err = run("activities", "lists.csv", "--dry-run")
    assert (code, out) == (0, said)
    assert "dry run" in err
    assert run("activities", "lists.csv") == (0, said, "")
    again = said.replace("1 new", "0 new").replace("2 new", "0 new")
    assert run("activities", "lists.csv") == (0, again, "")
    known("The Oven;Cake;2;2031-08-31")
    code, out, err = run("activities", "lists.csv")
    assert out == "1 activity list: 0 new, 1 changed\n1 activity: 0 new, 1 changed\n"
    assert err == "The Oven: the activity “Bread” is no longer in the file; it stays.\n"


BAD = {
    "Ovven;Bread;1;": "there is no workplace Ovven: import the roster first",
    ";Bread;1;": "the workplace is missing",
    "The Oven;Bread;9;": "Baker has no competence 9",
    "The Oven;Bread;one;": "“one” are no numbers such as 3 7",
    "The Oven;Bread;;": "the activity “Bread” names no competence or context",
    "The Oven;;1;": "the activity has no title",
    "The Oven;;;": "it says neither an activity nor until when the workplace is recognised",
    "The Oven;Bread;1;soon": "soon is no day such as 2031-08-31",
    "The Oven;Bread;1;;more": "it has more cells than the first line",
    "The Oven;Cake;1;2030-08-31": "a line above says that The Oven is recognised until 2031-08-31",
}


def test_bad_lines_are_named_and_the_others_taken_in(known, run):
    known(GOOD, *BAD)
    code, out, err = run("activities", "lists.csv", "--strict")
    assert (code, out) == (1, "")
    assert err.endswith("Nothing was taken in. Mend these lines and try again.\n")
    code, out, err = run("activities", "lists.csv")
    assert (code, out) == (0, "1 activity list: 1 new, 0 changed\n1 activity: 1 new, 0 changed\n")
    assert err.splitlines() == [
        f"Line {line}: {reason}." for line, reason in enumerate(BAD.values(), 3)
    ]
    known(*BAD)
    assert run("activities", "lists.csv")[0] == 0  # the last one is good by itself


def test_headers_in_english_with_what_is_not_read(known, folder, run):
    head = "workplace,programme,activity,contexts,recognised until,colour"
    (folder / "lists.csv").write_text(f"{head}\nThe Oven,BK-0999,,,31/8/2031,red\n")
    (row,) = read_activities(folder / "lists.csv")
    assert (row.framework, row.recognised_until) == ("BK-0999", "31/8/2031")
    code, out, err = run("activities", "lists.csv")
    assert (code, out) == (0, "1 activity list: 1 new, 0 changed\n")
    assert "colour" in err
