"""The locks name every package by version and hash, and no place to fetch it from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RUNNING = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
PAGES = ROOT / "requirements-pages.lock"
LOCKS = (RUNNING, DEVELOPMENT, PAGES)
PLACES = ("://", "@", "index-url", "find-links", "trusted-host", "file:", "git+", "--no-index")


def entries(lock: Path) -> list[str]:
    """One string per requirement, its hashes on the same line, comments gone."""
    lines = [line for line in lock.read_text().splitlines() if not line.lstrip().startswith("#")]
    return [entry for entry in "\n".join(lines).replace("\\\n", " ").splitlines() if entry.strip()]


def pins(lock: Path) -> dict[str, set[str]]:
    """Versions by package; a universal lock may hold several, for different systems."""
    found: dict[str, set[str]] = {}
    for entry in entries(lock):
        wanted = Requirement(entry.split(" --hash")[0])
        found.setdefault(canonicalize_name(wanted.name), set()).add(str(wanted.specifier))
    return found


def wanted_by_project(*groups: str) -> set[str]:
    """Names in pyproject.toml: dependencies, what builds, and the given groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    texts = project["project"]["dependencies"] + project["build-system"]["requires"]
    texts += [text for group in groups for text in project["dependency-groups"][group]]
    return {canonicalize_name(Requirement(text).name) for text in texts if isinstance(text, str)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_one_version_with_hashes(lock):
    assert entries(lock)
    for entry in entries(lock):
        assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==[^ *]+ ", entry), entry
        assert re.search(r" --hash=sha256:[0-9a-f]{64}\b", entry), entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_place_is_named(lock):
    text = lock.read_text()
    assert [place for place in PLACES if place in text] == []


@pytest.mark.parametrize("other", [RUNNING, PAGES], ids=lambda lock: lock.name)
def test_development_takes_the_same_versions(other):
    others, development = pins(other), pins(DEVELOPMENT)
    shared = others.keys() & development.keys()
    assert shared
    assert {name: development[name] for name in shared} == {name: others[name] for name in shared}


def test_the_extra_for_pages_is_what_its_lock_was_made_of():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["optional-dependencies"]["pages"]
    assert project["dependency-groups"]["pages"] == wanted
    assert pins(PAGES).keys() == {Requirement(text).name for text in wanted}


def test_running_lock_holds_what_runs_and_builds():
    assert wanted_by_project("build") - pins(RUNNING).keys() == set()


def test_development_lock_holds_the_tools():
    locked = pins(RUNNING).keys() | pins(DEVELOPMENT).keys()
    assert wanted_by_project("build", "dev", "pages") - locked == set()
