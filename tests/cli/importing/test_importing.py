"""The command line reads frameworks and rosters, and says shortly what came of it."""

import json
import shutil
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from bot.cli import kompaan
from bot.exchange.roster_csv import REQUIRED

BAKER: dict[str, Any] = {
    "bk": "BK-0999-2",
    "versie": 2,
    "titel": "Baker",
    "competenties": [
        {"nr": 1, "tekst": "Bakes", "vaardigheden": [{"tekst": "Kneads"}, {"tekst": "Weighs"}]},
        {"nr": 2, "tekst": "Sells", "vaardigheden": [{"tekst": "Smiles"}]},
    ],
}
JONAS = "BK-0999;6A;s1;Jonas Verlinde;The Oven;m1;Karim Haddad;t1;Els Goossens;c1;Lien Roels"
BAD = "BK-0999;6A;s2;Noor Peeters;;m1;;t1;;c1;"


@pytest.fixture(autouse=True)
def folder(migrated_file, tmp_path, monkeypatch):
    """A folder of its own, with files to import and an installation in which nobody is yet."""
    shutil.copy(migrated_file, tmp_path / "kompaan.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KOMPAAN_DATABASE_URL", f"sqlite:///{tmp_path / 'kompaan.db'}")
    monkeypatch.setenv("KOMPAAN_LANGUAGE", "en")
    (tmp_path / "baker.json").write_text(json.dumps(BAKER))
    (tmp_path / "good.csv").write_text(f"{';'.join(REQUIRED)}\n{JONAS}\n")
    (tmp_path / "some.csv").write_text(f"{';'.join(REQUIRED)}\n{JONAS}\n{BAD}\n")
    return tmp_path


@pytest.fixture
def nothing(folder):
    """No database yet either: whoever takes something in makes one, which takes a second."""
    (folder / "kompaan.db").unlink()


@pytest.fixture
def run(capsys):
    def run(*arguments):
        """Run a command; gives its exit code, and what it printed on both sides."""
        code = kompaan(["import", *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_a_framework_is_new_once(nothing, run):
    assert run("framework", "baker.json") == (
        0,
        "BK-0999-2 Baker\n2 competences: 2 new, 0 changed\n3 indicators: 3 new, 0 changed\n",
        "",
    )
    assert run("framework", "baker.json") == (
        0,
        "BK-0999-2 Baker\n2 competences: 0 new, 0 changed\n3 indicators: 0 new, 0 changed\n",
        "",
    )


def test_a_framework_as_json(run):
    code, out, err = run("framework", "--json", "baker.json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "new": {"competences": 2, "indicators": 3},
        "changed": {"competences": 0, "indicators": 0},
        "unchanged": {"competences": 0, "indicators": 0},
    }


def test_what_stays_and_what_changed_of_the_framework_itself_is_said(run, folder):
    run("framework", "baker.json")
    shorter = {**BAKER, "titel": "Master baker", "competenties": BAKER["competenties"][:1]}
    (folder / "baker.json").write_text(json.dumps(shorter))
    _code, out, _err = run("framework", "baker.json")
    assert out.splitlines()[2:] == [
        "2 indicators: 0 new, 0 changed",
        "The framework’s own title, version or source changed.",
        "1 competence is no longer in the file; it stays, with its scores.",
        "1 indicator is no longer in the file; it stays, with its scores.",
    ]


def test_a_csv_framework_takes_code_and_title(run, folder):
    (folder / "oven.csv").write_text("number,title,indicator\n1,Bakes,Kneads\n")
    _code, out, _err = run("framework", "oven.csv", "--code", "B-1", "--title", "Our baker")
    assert out.startswith("B-1 Our baker\n1 competence: 1 new, 0 changed\n")


def test_a_dry_run_of_a_framework_shows_old_and_new_and_writes_nothing(run, folder):
    run("framework", "baker.json")
    text = (folder / "baker.json").read_text().replace("Weighs", "Weighs it")
    (folder / "baker.json").write_text(text)
    before = (folder / "kompaan.db").read_bytes()
    code, out, err = run("framework", "baker.json", "--dry-run")
    assert (code, err) == (0, "This was a dry run: nothing was written.\n")
    assert out.splitlines()[-1] == "1.2: “Weighs” is now “Weighs it”"
    assert (folder / "kompaan.db").read_bytes() == before


@pytest.mark.parametrize(
    "name",
    ["BK-1 (1).csv", "BK-1(2).csv", "BK-1 - Copy.csv", "BK-1 - kopie.csv", "Copy of BK-1.csv",
     "Kopie van BK-1.csv", "bk-1_copy 2.csv", "BK-1 copy.csv", "BK-1 - Copy (3).csv"],
)  # fmt: skip
def test_a_copy_of_a_file_is_the_same_framework(run, folder, name):
    (folder / name).write_text("number,title,indicator\n1,Bakes,Kneads\n")
    assert run("framework", name)[1].startswith("BK-1 BK-1\n")


def test_a_name_of_a_file_that_is_no_code_asks_for_one(run, folder):
    (folder / "BK-1 (final).csv").write_text("number,title,indicator\n1,Bakes,Kneads\n")
    assert run("framework", "BK-1 (final).csv") == (
        1,
        "",
        "BK-1 (final).csv: its name is no code of a framework: give the code with --code.\n",
    )
    assert run("framework", "BK-1 (final).csv", "--code", "BK-1")[0] == 0


def test_a_framework_that_lost_its_letters_is_refused(run, folder):
    (folder / "oven.csv").write_text("number,title,indicator\n1,CafÃ©,Kneads\n")
    assert "the letters of line 2 cannot be read surely" in run("framework", "oven.csv")[2]


def test_columns_that_are_not_read_are_named(run, folder):
    run("framework", "baker.json")
    head = ";".join((*REQUIRED, "langauge", "e-mail adres", "mentor 2"))
    (folder / "good.csv").write_text(f"{head}\n{JONAS};fr;x@y.be;Piet Hein\n")
    assert run("roster", "good.csv")[2] == (
        "Not read, since no column is called so: langauge (language?), "
        "e-mail adres (email?), mentor 2.\n"
    )
    (folder / "oven.csv").write_text("number,title,indicator,level\n1,Bakes,Kneads,3\n")
    assert run("framework", "oven.csv")[2] == "Not read, since no column is called so: level.\n"


def test_several_people_in_a_cell_are_parted_by_line_breaks_and_semicolons(run, folder):
    run("framework", "baker.json")
    row = JONAS.replace(";", ",").replace("m1,Karim Haddad", '"m1\nm2;m3","Karim H\nPiet S;Ann A"')
    (folder / "good.csv").write_text(f"{','.join(REQUIRED)}\n{row}\n")
    assert run("roster", "good.csv")[1].startswith("6 people: 6 new")


def test_a_roster_says_what_came_of_it(run):
    run("framework", "baker.json")
    code, out, err = run("roster", "good.csv")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "4 people: 4 new, 0 changed",
        "1 programme: 1 new, 0 changed",
        "1 class group: 1 new, 0 changed",
        "1 workplace: 1 new, 0 changed",
        "1 track: 1 new, 0 changed",
        "1 placement: 1 new, 0 changed",
        "3 roles around them: 3 new, 0 changed",
    ]


def test_bad_rows_are_named_beside_the_report(run):
    run("framework", "baker.json")
    code, out, err = run("roster", "some.csv", "--json")
    assert (code, err) == (0, "Line 3: the workplace is missing.\n")
    report = json.loads(out)
    assert report["new"]["people"] == 4
    assert report["rejected"] == [{"line": 3, "reason": "the workplace is missing"}]


def test_a_roster_of_which_no_line_went_in_fails(run):
    code, _out, err = run("roster", "good.csv")  # its framework is not known yet
    assert (code, "Line 2" in err) == (1, True)


def test_strict_takes_in_nothing_and_says_so(run):
    run("framework", "baker.json")
    assert run("roster", "some.csv", "--strict") == (
        1,
        "",
        "Line 3: the workplace is missing.\n"
        "Nothing was taken in. Mend these lines and try again.\n",
    )
    _code, out, _err = run("roster", "good.csv")
    assert "4 people: 4 new" in out


def test_a_dry_run_writes_nothing_not_even_the_school(run, folder):
    code, _out, err = run("roster", "good.csv", "--dry-run")
    assert code == 1  # its framework is not known, so no line would go in
    assert err.endswith("This was a dry run: nothing was written.\n")
    with closing(sqlite3.connect(folder / "kompaan.db")) as database:
        assert database.execute("SELECT count(*) FROM organisation").fetchone() == (0,)
    run("framework", "baker.json")
    before = (folder / "kompaan.db").read_bytes()
    code, out, err = run("roster", "good.csv", "--dry-run")
    assert "4 people: 4 new" in out
    assert (folder / "kompaan.db").read_bytes() == before
    assert "4 people: 4 new" in run("roster", "good.csv")[1]


def test_who_leaves_a_row_is_counted(run, folder):
    run("framework", "baker.json")
    run("roster", "good.csv")
    text = (folder / "good.csv").read_text()
    (folder / "good.csv").write_text(text.replace("m1;Karim Haddad", "m2;Piet Hein"))
    _code, out, _err = run("roster", "good.csv")
    assert out.splitlines()[-1] == (
        "1 role has ended: that person no longer looks on, and what was scored stays."
    )


def test_a_time_may_lie_before_everything(run):
    assert run("framework", "baker.json", "--at", "1999-01-01T00:00")[0] == 0
    assert run("roster", "good.csv", "--at", "1980-01-01")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("framework", "none.json"), "There is no file none.json.\n"),
        (("framework", "."), ". is a folder: name a file in it.\n"),
        (("framework", "good.csv"), "good.csv: its first line lacks these columns: number"),
        (("roster", "baker.json"), "baker.json: its first line lacks these columns: framework"),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(nothing, run, folder, arguments, sentence):
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert err.startswith(sentence)
    assert not (folder / "kompaan.db").exists()


@pytest.mark.parametrize(
    "arguments",
    [("framework",), ("roster", "good.csv", "--at", "soon"), ("roster", "--fast", "good.csv")],
)
def test_a_wrong_use_is_shown(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Usage: kompaan import" in err
