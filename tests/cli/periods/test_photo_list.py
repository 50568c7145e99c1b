"""What is wrong with the key, or the list beside it, is said by the doctor and by verify."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import add, printed
from tests.cli.periods.test_photo_chain import (
    FORGOTTEN,
    GONE,
    LATER,
    verified,
    written,
)

NEXT = "2027-03-12T16:00"


def examined(school: Run, at: str = LATER) -> str:
    return school("doctor", "--at", at, KOMPAAN_LANGUAGE="en").stdout


def test_a_key_that_was_made_after_the_old_one_was_lost_is_said(photographed: Run, tmp_path: Path):
    (tmp_path / "kompaan.key").unlink()
    add(photographed, "Spring", "2027-01-01", "2027-03-12 16:00")
    printed(photographed, "tick", "--yes", "--at", NEXT)
    (said,) = [line for line in examined(photographed, NEXT).splitlines() if "another key" in line]
    assert said.startswith("BAD  2 photos were sealed by another key")
    assert "Autumn, Winter" in said


@pytest.mark.parametrize(
    ("cut", "says"),
    [
        (lambda autumn, winter: [winter], "lacks photos that came before others: number 1."),
        (lambda autumn, winter: [autumn[:30], winter], "1 line of the list of photos is cut off"),
        (lambda autumn, winter: [autumn.replace("1 1", "1 x"), winter], "is not a list of photos"),
    ],
)
def test_a_list_that_was_cut_is_said(
    photographed: Run, sqlite_url: str, tmp_path: Path, cut, says: str
):
    heads = tmp_path / "kompaan.key.photos"
    lines = heads.read_text().split("\n")[1:-1]
    lines = [line for line in lines if line]
    heads.write_text("".join(f"\n{line}" for line in cut(*lines)) + "\n")
    written(sqlite_url, GONE % {"name": "Autumn"}, FORGOTTEN % {"name": "Autumn"})
    found = verified(photographed)
    assert found.returncode == 1
    assert says in found.stdout + found.stderr
    assert says in examined(photographed)


@pytest.mark.parametrize("kept", [0, 1])
def test_a_photo_that_the_list_no_longer_holds_is_said_until_it_is_noted_again(
    photographed: Run, tmp_path: Path, kept: int
):
    heads = tmp_path / "kompaan.key.photos"
    lines = [line for line in heads.read_text().split("\n") if line]
    heads.write_text("".join(f"\n{line}\n" for line in lines[:kept]))
    found = verified(photographed)
    assert found.returncode == 1
    assert "does not hold the photo of" in found.stdout
    assert "does not hold the photo of" in examined(photographed)
    printed(photographed, "tick", "--at", LATER)
    assert verified(photographed).returncode == 0


@pytest.mark.parametrize("shown", [True, False])
def test_what_was_given_up_on_one_machine_is_so_on_all(
    photographed: Run, sqlite_url: str, tmp_path: Path, *, shown: bool
):
    """Only a photo that was sealed in the stead of the first says so, and nobody writes that in."""
    other = tmp_path / "other.key"
    for suffix in ("", ".photos"):
        shutil.copyfile(tmp_path / f"kompaan.key{suffix}", tmp_path / f"other.key{suffix}")
    written(sqlite_url, GONE % {"name": "Winter"}, FORGOTTEN % {"name": "Winter"})
    if not shown:
        (tmp_path / "kompaan.key.photos").unlink()
    else:
        printed(photographed, "photo", "again", "--period", "Winter")
    printed(photographed, "tick", "--at", LATER)
    elsewhere = {"KOMPAAN_SIGNING_KEY_FILE": str(other), "KOMPAAN_LANGUAGE": "en"}
    photographed("tick", "--at", LATER, **elsewhere)
    found = photographed("photo", "verify", **elsewhere)
    assert (found.stdout.count("untouched.\n"), "REPLACED" in found.stdout) == (
        (2, False) if shown else (1, True)
    )
