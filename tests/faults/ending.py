"""The process ends before any statement or commit of what it does, and is started once more."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

Does = Callable[[Path, int], int]
"""Does its work once on a database, ending before a statement (0: none); gives how many it saw."""

State = Callable[[Path], dict[str, Any]]


class Crash(BaseException):
    """The process ends here."""


class Statements:
    """Counts statements and commits of an engine, and ends the process before one of them."""

    def __init__(self, engine: Engine, ends_before: int) -> None:
        self.seen = 0
        self.ends_before = ends_before
        event.listen(engine, "before_cursor_execute", self._reached)
        event.listen(engine, "commit", self._reached)

    def _reached(self, *_anything: Any) -> None:
        self.seen += 1
        if self.seen == self.ends_before:
            raise Crash


def end_anywhere(
    prepared: Path, tmp_path: Path, does: Does, state: State, every: int
) -> tuple[dict[str, Any], int]:
    """Check that wherever it ends, a second run leaves what one whole run does; gives that.

    It ends before each so many-th statement; gives how many there were, too.
    """
    whole = shutil.copyfile(prepared, tmp_path / "whole.db")
    total = does(whole, 0)
    wanted = state(whole)
    for statement in range(1, total + 1, every):
        path = shutil.copyfile(prepared, tmp_path / "one.db")
        does(path, statement)
        does(path, 0)
        assert state(path) == wanted, f"ended before statement {statement} of {total}"
        path.unlink()
    return wanted, total
