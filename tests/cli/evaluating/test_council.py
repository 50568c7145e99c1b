"""The pages for a class council, written into a folder."""

import io
import stat
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.showing import documents
from tests.cli.conftest import Once, Run

PHOTO = "2026-10-30T16:00"
AFTER = ("--at", "2026-10-30T17:00")


@pytest.fixture
def council(school: Run, once: Once) -> Run:
    """A school whose last photo was taken; the coach reads English, the teacher Dutch."""
    once("council", lambda: photograph(school))
    return school


def photograph(school: Run) -> None:
    dates = ("--name", "Autumn", "--opens", "2026-09-01", "--photo", PHOTO, "--last")
    at = ("--at", "2026-10-14T10:00")
    assert school("periods", "add", "--programme", "TRADE", *dates, *at).returncode == 0
    school("say", "--as", "m1", *at, 'jonas 8 vvll "of the mentor"')
    school("say", "--as", "c1", *at, "/language en")
    school("say", "--as", "t1", *at, "/language nl")
    assert school("tick", "--yes", "--at", "2026-10-30T16:01").returncode == 0


def text_of(path: str) -> str:
    reader = PdfReader(io.BytesIO(Path(path).read_bytes()))
    return "\n".join(page.extract_text() for page in reader.pages)


def test_a_class_is_written_as_its_reader_may_read_it(council: Run):
    done = council("council", "--as", "c1", "--class-group", "6e", "--out", "c", *AFTER)
    *paths, said = done.stdout.splitlines()
    assert (done.returncode, said.startswith("4 documents.")) == (0, True), done.stderr
    assert [Path(path).name.split("-page")[0] for path in paths] == [
        "6e", "jonas-peeters", "nicolas-maes", "noor-aziz",
    ]  # fmt: skip
    assert all(stat.S_IMODE(Path(path).stat().st_mode) == 0o600 for path in paths)
    assert "of the mentor" in text_of(paths[1])
    round_ = council(
        "council", "--as", "c1", "--student", "jonas", "--hand-round", "--out", "c", *AFTER
    )
    (path,) = round_.stdout.splitlines()[:-1]
    assert path not in paths  # nothing is overwritten
    assert "of the mentor" not in text_of(path)


def test_whose_track_has_ended_is_still_written_as_it_can_be_handed_round(council: Run):
    assert council("track", "end", "s1").returncode == 0
    done = council("council", "--as", "c1", "--student", "jonas", "--out", "c", *AFTER)
    (path,) = done.stdout.splitlines()[:-1]
    text = text_of(path)
    assert "Marks out routes" in text
    assert "of the mentor" not in text
    assert "Goals that are shared" not in text
    for asked in (("--as", "c1", "--student", "jonas", "--end-views"), ("--as", "m1")):
        assert council("council", *asked, "--out", "none", *AFTER).returncode == 1


def test_end_views_are_in_the_language_of_who_writes_them(council: Run):
    done = council("council", "--as", "t1", "--end-views", "--out", "e", *AFTER)
    paths = done.stdout.splitlines()[:-1]
    assert Path(paths[0]).name == "jonas-peeters-eindbeeld-30-oktober-2026.pdf"
    assert "alleen werkplek" in " ".join(text_of(paths[0]).split())


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("--as", "m1"), "Karim Haddad is nobody's teacher or coach."),
        (("--as", "c1", "--class-group", "7X"), "is teacher or coach of nobody there"),
        (("--as", "c1", "--period", "Spring"), "There is no such photo of any of them yet"),
    ],
)
def test_what_cannot_be_written_is_said(council: Run, asked: tuple[str, ...], why: str):
    done = council("council", *asked, "--out", "none", *AFTER)
    assert (done.returncode, done.stdout, why in done.stderr) == (1, "", True), done.stderr
    assert not Path("none").exists()


def test_what_writes_pages_may_be_missing(council: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(documents, "WRITER", "no_such_library")
    done = council("council", "--as", "c1", "--out", "none", *AFTER)
    assert (done.returncode, "make pages" in done.stderr) == (1, True)
    said = council("say", "--as", "c1", *AFTER, "/council jonas").stdout
    assert "Pages to print cannot be made here" in said
    assert "Acquired, of 2:" in said
    assert "File:" not in said.split("Acquired")[1]
