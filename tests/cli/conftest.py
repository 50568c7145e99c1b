"""The command line as somebody types it, on a database of its own."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import kompaan as kompaan_command

ROSTER = """\
framework,class_group,student_id,student,workplace,mentor_id,mentor,teacher_id,teacher,coach_id,coach,language
TRADE,6E,s1,Jonas Peeters,Elektro bv,m1,Karim Haddad,t1,Els Wouters,c1,Lien Martens,en
TRADE,6E,s2,Noor Aziz,Elektro bv,m1,Karim Haddad,t1,Els Wouters,c1,Lien Martens,
TRADE,6E,s3,Nicolas Maes,Volta nv,m2,An Claes,t1,Els Wouters,c1,Lien Martens,
"""
FRAMEWORK = "competence;title;indicator\n" + "".join(
    f"{number};{title};{title} {indicator}\n"
    for number, title, total in ((8, "Marks out routes", 4), (10, "Lays conduits", 13))
    for indicator in range(1, total + 1)
)


@dataclass(frozen=True)
class Done:
    """What a command gave back and printed."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]
Once = Callable[[str, Callable[[], object]], None]


@pytest.fixture
def kompaan(
    sqlite_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run a command as the console script does, in this process: starting one takes a second."""
    settle(monkeypatch, tmp_path)

    def run(*arguments: str, **environment: str) -> Done:
        capsys.readouterr()
        with monkeypatch.context() as patched:
            patched.setenv("KOMPAAN_DATABASE_URL", sqlite_url)
            for name, value in environment.items():
                patched.setenv(name, value)
            code = kompaan_command(list(arguments))
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run


@pytest.fixture
def school(kompaan: Run, sqlite_url: str, tmp_path: Path, imported_file: Path) -> Run:
    """The same, with a framework and a roster imported."""
    write_files(tmp_path)
    shutil.copy(imported_file, sqlite_url.removeprefix("sqlite:///"))
    return kompaan


@pytest.fixture(scope="session")
def imported_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file that is copied for each test of the school: imported by the commands."""
    folder = tmp_path_factory.mktemp("imported")
    file = Path(shutil.copy(migrated_file, folder / "kompaan.sqlite"))
    write_files(folder)
    with pytest.MonkeyPatch.context() as patched:
        settle(patched, folder)
        patched.setenv("KOMPAAN_DATABASE_URL", f"sqlite:///{file}")
        for arguments in (
            ("import", "framework", "trade.csv"),
            ("import", "roster", "roster.csv"),
            ("say", "--as", "m1", "/language en"),
        ):
            assert kompaan_command([*arguments]) == 0
    return file


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where is kept what the first test that asks for it makes with commands."""
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture
def once(shelf: Path, tmp_path: Path) -> Once:
    """Make a database, by its name, with what is beside it, where none did; copy it for others."""

    def made(name: str, make: Callable[[], object]) -> None:
        kept = shelf / name
        if kept.exists():
            shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
        else:
            make()
            shutil.copytree(tmp_path, kept)

    return made


def settle(patched: pytest.MonkeyPatch, folder: Path) -> None:
    """Go into a folder, with no settings but those of a test."""
    for name in [name for name in os.environ if name.startswith("KOMPAAN_")]:
        patched.delenv(name)
    patched.chdir(folder)


def write_files(folder: Path) -> None:
    (folder / "trade.csv").write_text(FRAMEWORK)
    (folder / "roster.csv").write_text(ROSTER)


def messages(done: Done) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    listed: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return listed
