"""`kompaan try`: what it says of the files, and that nothing of them stays behind."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import ClassVar

import pytest

from bot.exchange.roster_csv import REQUIRED
from bot.wiring.trying.throw_away import BEGINS, HELD, folder_to_try
from tests.cli.conftest import FRAMEWORK, ROSTER, Run

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
UNKNOWN = (
    "Framework TRADE does not come with Kompaan: give its file behind the roster, for instance "
    "TRADE.csv."
)


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """Where temporary folders are made: one of the test's own, which is empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
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


def test_nothing_stays_behind(kompaan: Run, temporary):
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


def test_what_a_killed_process_left_is_taken_away_by_the_next(temporary):
    left, foreign = temporary / f"{BEGINS}left", temporary / "kompaan-other"
    for folder in (left, foreign):
        folder.mkdir()
        (folder / HELD).touch()
    with folder_to_try() as first, folder_to_try() as second:
        assert not left.exists()
        assert first.exists()
        assert second.exists()
    assert list(temporary.iterdir()) == [foreign]


class Trying:
    """The command itself, as somebody starts it in a terminal."""

    needs: ClassVar = "process"

    def __init__(self, temporary: Path) -> None:
        environment = {**os.environ, "TMPDIR": str(temporary), "KOMPAAN_LANGUAGE": "en"}
        files = [str(EXAMPLES / name) for name in ("roster.csv", "BAKER.csv")]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "try", *files, "--port", "0"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def address(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:[0-9]+", line):
                return found[0]
        raise AssertionError("it ended without an address")

    def end(self, asked: int) -> int:
        self.process.send_signal(asked)
        self.process.communicate(timeout=30)
        return self.process.returncode


@pytest.mark.parametrize(
    ("asked", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)]
)
def test_however_it_is_ended_nothing_is_kept(temporary, asked, code):
    trying = Trying(temporary)
    address = trying.address()
    with urllib.request.urlopen(f"{address}/chat/people", timeout=30) as answer:
        assert b"Dries Aerts" in answer.read()
    assert len(list(temporary.iterdir())) == 1
    assert trying.end(asked) == code
    assert list(temporary.iterdir()) == []
