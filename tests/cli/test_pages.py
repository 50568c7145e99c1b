"""The pages are tried: each command in them runs, and what is shown is what came out.

A page runs from top to bottom, on the sample as it is loaded at half past nine on a Wednesday in a
folder of its own; a page that begins with `kompaan migrate` has nothing there yet. A command
that reads the time gets the page's: a minute later each, until one of them names another. An `…` in
what is shown stands for what differs each time or was left out, alone on a line for whole lines.
`cat FILE` shows what stands in a file, and makes one that is not there yet; `examples` are there.

`KOMPAAN_PAGES=write .venv/bin/pytest tests/cli/test_pages.py` shows anew what comes out.
"""

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import click
import pytest

from bot.cli import kompaan_
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
TRIED = "```console"
PAGES = sorted(
    page
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    if TRIED in page.read_text()
)
LOADED = datetime.fromisoformat("2026-10-14T09:30")
WRITE = os.environ.get("KOMPAAN_PAGES") == "write"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
PROMPT = "$ "


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_comes_out(
    page: Path, kompaan: Run, migrated_file: Path, shelf: Path, tmp_path: Path
):
    written = page.read_text()
    reader = Reader(kompaan, tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    if f"{TRIED}\n$ kompaan migrate" not in written:
        if not shelf.exists():
            shutil.copy(migrated_file, reader.database)
            reader.answer("kompaan sample", "")
            shutil.copy(reader.database, shelf)
        shutil.copy(shelf, reader.database)
        reader.at = LOADED
    tried = BLOCK.sub(lambda block: "".join(reader.tried(block[0])), written)
    if WRITE:
        page.write_text(tried)
    else:
        assert tried == written


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the database with the sample is kept, once a page has loaded it."""
    return tmp_path_factory.mktemp("sample") / "kompaan.db"


class Reader:
    """Somebody who types what a page says, a minute after the other."""

    def __init__(self, kompaan: Run, folder: Path) -> None:
        self.kompaan = kompaan
        self.folder = folder
        self.database = folder / "kompaan.db"
        self.at = LOADED

    def tried(self, block: str) -> Iterator[str]:
        """The block as it would stand with what came out."""
        for asked, shown in re.findall(r"^\$ (.*\n)((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            came = self.answer(asked.strip(), shown)
            yield f"{PROMPT}{asked}{shown if fits(shown, came) else came}"

    def answer(self, line: str, shown: str) -> str:
        words = shlex.split(line)
        environment = {"KOMPAAN_DATABASE_URL": f"sqlite:///{self.database.name}"}
        while "=" in words[0]:
            name, value = words.pop(0).split("=", 1)
            environment[name] = value
        if words[0] == "cat":
            return self.file(self.folder / words[1], shown)
        done = self.kompaan(*self.timed(words[1:]), **environment)
        # Ends of lines are cut, so that no page holds spaces that nobody sees.
        return re.sub(r"\s+$", "\n", re.sub(r"[ \t]+\n", "\n", done.stdout + done.stderr))

    def file(self, path: Path, shown: str) -> str:
        if not path.exists():
            path.write_text(shown)
        return path.read_text()

    def timed(self, words: list[str]) -> list[str]:
        """The words with the page's time, where the command reads it and they name none."""
        if "--at" in words:
            self.at = datetime.fromisoformat(words[words.index("--at") + 1])
            return words
        self.at += timedelta(minutes=1)
        command: click.Command | None = kompaan_
        depth = 0
        while isinstance(command, click.Group) and words[depth:]:
            command = command.get_command(click.Context(command), words[depth])
            depth += 1
        assert command is not None, words
        if all(option.name != "at" for option in command.params):
            return words
        return [*words[:depth], "--at", self.at.isoformat(), *words[depth:]]


def fits(shown: str, came: str) -> bool:
    pattern = re.escape(shown)
    pattern = re.sub(r"^…\n", r"(?:.*\\n)*?", pattern.replace("\\\n", "\n"), flags=re.MULTILINE)
    return re.fullmatch(pattern.replace("…", ".*"), came) is not None
