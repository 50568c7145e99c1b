"""`kompaan try`: what it says of the files, and that nothing of them stays behind."""

import shutil
import signal
import tempfile
import urllib.request

import pytest

from bot.exchange.roster_csv import REQUIRED
from bot.wiring.trying.throw_away import BEGINS, HELD, folder_to_try
from tests.cli.conftest import FRAMEWORK, ROSTER, Run
from tests.faults.trying import EXAMPLES, Trying

UNKNOWN = (
    "Framework TRADE does not come with Kompaan: give its file behind the roster, for instance "
    "TRADE.csv."
)


@pytest.fixture
def temporary(tmp_path):
    """A folder of the test's own for what is temporary, empty as yet."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(tmp_path, migrated_file):
    """A folder to keep a class in, with a database in it already: to make one takes seconds."""
    folder = tmp_path / "kept"
    folder.mkdir()
    shutil.copy(migrated_file, folder / "kompaan.db")
    return folder


@pytest.fixture
def dry(kompaan: Run, kept, tmp_path):
    (tmp_path / "roster.csv").write_text(ROSTER)
    (tmp_path / "our competences, 2nd version.csv").write_text(FRAMEWORK)
    (tmp_path / "ELSE.csv").write_text(FRAMEWORK)

    def dry(*arguments, **environment):
        said = kompaan("try", *arguments, "--keep", str(kept), "--dry-run", **environment)
        return said.returncode, said.stdout, said.stderr

    return dry


@pytest.mark.parametrize(
    ("roster", "framework"), [("roster.csv", "BAKER.csv"), ("nl/klas.csv", "nl/BAKKER.csv")]
)
def test_the_examples_are_taken_in_whole(dry, roster, framework):
    code, out, err = dry(str(EXAMPLES / roster), str(EXAMPLES / framework))
    assert (code, err) == (0, "")
    assert "13 people: 13 new, 0 changed" in out


def test_nothing_stays_behind(kompaan: Run, temporary, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    said = kompaan("try", str(EXAMPLES / "roster.csv"), str(EXAMPLES / "BAKER.csv"), "--dry-run")
    assert (said.returncode, said.stderr) == (0, "")
    assert list(temporary.iterdir()) == []


def test_a_framework_that_is_missing_is_asked_for_by_name(dry):
    assert dry("roster.csv") == (1, "", f"{UNKNOWN}\n")


def test_a_table_of_competences_is_the_one_that_the_roster_names(dry):
    code, out, err = dry("roster.csv", "our competences, 2nd version.csv")
    assert (code, err) == (0, "")
    assert "3 tracks: 3 new, 0 changed" in out


def test_of_several_files_each_is_called_as_the_roster_names_it(dry, tmp_path):
    (tmp_path / "OTHER.csv").write_text(FRAMEWORK)
    _code, _out, err = dry("roster.csv", "ELSE.csv", "OTHER.csv")
    assert err == f"{UNKNOWN} The files given hold: ELSE, OTHER.\n"


def test_what_comes_with_kompaan_needs_no_file(dry, tmp_path):
    (tmp_path / "ours.csv").write_text(ROSTER.replace("TRADE", "ELECTRICIAN"))
    assert dry("ours.csv")[0] == 0


def test_a_file_of_the_school_brings_contexts_and_periods(dry, tmp_path):
    (tmp_path / "school.toml").write_text(
        '[[framework]]\ncode = "TRADE"\ntitle = "Trade"\n'
        '[[framework.competence]]\nnumber = 1\ntitle = "Works"\nindicators = ["Does it"]\n'
        '[[programme]]\nframework = "TRADE"\n'
        '[[programme.period]]\nname = "Autumn"\nopens_in_days = -3\nphoto_in_days = 9\n'
        '[[programme.context]]\nnumber = 1\ntitle = "A shop"\nstarts = [1]\n'
    )
    code, out, _err = dry("roster.csv", "school.toml")
    assert code == 0
    assert "1 context: 1 new, 0 changed" in out
    assert "Autumn: added." in out


@pytest.mark.parametrize("cells", ["", "TRADE;6E;s1;;;m1;;t1;;c1;"])
def test_a_wrong_roster_is_refused_in_the_words_of_the_import(kompaan, dry, tmp_path, cells):
    (tmp_path / "wrong.csv").write_text(f"{';'.join(REQUIRED)}\n{cells}\n")
    (tmp_path / "TRADE.csv").write_text(FRAMEWORK)
    kompaan("import", "framework", "TRADE.csv")
    imported = kompaan("import", "roster", "wrong.csv")
    code, out, err = dry("wrong.csv", "TRADE.csv")
    assert (code, out, err) == (1, imported.stdout, imported.stderr)
    assert err


def test_what_is_kept_goes_on(dry):
    assert "7 people: 7 new, 0 changed" in dry("roster.csv", "ELSE.csv")[1]
    assert "7 people: 0 new, 0 changed" in dry("roster.csv", "ELSE.csv")[1]


def test_a_school_is_never_taken_for_a_class_to_try(dry, kompaan, kept, tmp_path):
    real = {"KOMPAAN_DATABASE_URL": f"sqlite:///{kept}/kompaan.db"}
    (tmp_path / "TRADE.csv").write_text(FRAMEWORK)
    assert kompaan("import", "framework", "TRADE.csv", **real).returncode == 0
    sorry = "There is a school in this folder already: keep the class in another one.\n"
    assert dry("roster.csv", "ELSE.csv") == (1, "", sorry)


def test_what_a_killed_process_left_is_taken_away_by_the_next(temporary, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    left, foreign = temporary / f"{BEGINS}left", temporary / "kompaan-other"
    for folder in (left, foreign):
        folder.mkdir()
        (folder / HELD).touch()
    with folder_to_try() as first, folder_to_try() as second:
        assert not left.exists()
        assert first.exists()
        assert second.exists()
    assert list(temporary.iterdir()) == [foreign]


@pytest.mark.parametrize(
    ("asked", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 143)]
)
def test_however_it_is_ended_nothing_is_kept(tmp_path, temporary, asked, code):
    # The first is the command itself, the others are forked: loading all takes seconds.
    trying = Trying(tmp_path, temporary, forked=asked is not signal.SIGTERM)
    with urllib.request.urlopen(f"{trying.address()}/chat/people", timeout=30) as answer:
        assert b"Dries Aerts" in answer.read()
    assert len(list(temporary.iterdir())) == 1
    assert trying.end(asked) == code
    assert list(temporary.iterdir()) == []
