"""The process ends before any statement or commit of what it does, and is started once more."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

Does = Callable[[Path, int], list[str]]
"""Does its work once on a database, ending before a statement (0: none); gives what it saw."""

Places = Callable[[list[str]], Sequence[int]]
"""Chooses before which statements it ends, by what a whole run sees; the first is 1."""

State = Callable[[Path], dict[str, Any]]

COMMIT = "COMMIT"
WRITES = ("INSERT", "UPDATE", "DELETE")


class Crash(BaseException):
    """The process ends here."""


class Statements:
    """Notes statements and commits of an engine, and ends the process before one of them."""

    def __init__(self, engine: Engine, ends_before: int) -> None:
        self.seen: list[str] = []
        self.ends_before = ends_before
        event.listen(engine, "before_cursor_execute", self._executes)
        event.listen(engine, "commit", self._commits)

    def _executes(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        self._reach(statement)

    def _commits(self, _connection: Connection) -> None:
        self._reach(COMMIT)

    def _reach(self, statement: str) -> None:
        self.seen.append(statement)
        if len(self.seen) == self.ends_before:
            raise Crash


def each_statement(seen: list[str]) -> Sequence[int]:
    return range(1, len(seen) + 1)


def each_kind_of_commit(seen: list[str]) -> Sequence[int]:
    """Choose the first three commits of each kind and the last, by what it writes where.

    Wherever a process ends in a transaction, it leaves what the commit before that left: of all
    the places in one, the last stands for the others.
    """
    commits: dict[frozenset[str], list[int]] = {}
    written: set[str] = set()
    for place, statement in enumerate(seen, 1):
        if statement.startswith(WRITES):
            written.add(" ".join(statement.split()[:3]))
        elif statement == COMMIT and written:
            commits.setdefault(frozenset(written), []).append(place)
            written = set()
    return sorted({place for found in commits.values() for place in (*found[:3], found[-1])})


def end_anywhere(
    prepared: Path, tmp_path: Path, does: Does, state: State, places: Places
) -> tuple[dict[str, Any], int]:
    """Check that wherever it ends, a second run leaves what one whole run does; gives that.

    Gives in how many places it ended, too.
    """
    whole = shutil.copyfile(prepared, tmp_path / "whole.db")
    seen = does(whole, 0)
    wanted = state(whole)
    chosen = places(seen)
    for place in chosen:
        path = shutil.copyfile(prepared, tmp_path / "one.db")
        assert len(does(path, place)) == place, "it ended there"
        does(path, 0)
        assert state(path) == wanted, f"ended before statement {place} of {len(seen)}"
        path.unlink()
    return wanted, len(chosen)
