"""A school of which two photos were taken: once, by the commands, and copied for each test."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import photograph

KEPT = ("kompaan.sqlite", "kompaan.key", "kompaan.key.photos")


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is kept, once the first test has taken them."""
    return tmp_path_factory.mktemp("photographed")


@pytest.fixture
def photographed(school: Run, tmp_path: Path, shelf: Path) -> Run:
    """Two periods with a photo each, between which a colour changed."""
    if not any(shelf.iterdir()):
        photograph(school)
        for name in KEPT:
            shutil.copyfile(tmp_path / name, shelf / name)
    for name in KEPT:
        shutil.copyfile(shelf / name, tmp_path / name)
    return school
