"""The transactions of a tick: short ones, with a rest after each, so that nobody waits for it.

A database that lets in one writer at a time serves whoever happens to ask while nobody writes, and
a tick that begins its next transaction at once would leave no such moment.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, Self

from bot.ports import UnitOfWork

Transaction = Callable[[], AbstractContextManager[UnitOfWork]]

Rest = Callable[[], None]
"""Leaves the database to others for a moment."""


def no_rest() -> None:
    """Go on at once."""


LOOKS_FOR = 0.02
"""Seconds after which looks that follow each other take a new transaction."""


class Slices:
    """The transactions of a tick, one after the other; closed with it."""

    def __init__(
        self, transaction: Transaction, reading: Transaction | None = None, rest: Rest = no_rest
    ) -> None:
        """Slice with these transactions; where none is for reading alone, it is one like others."""
        self._transaction = transaction
        self._reading = reading or transaction
        self._rest = rest
        self._look = ExitStack()
        self._looking: UnitOfWork | None = None
        self._until = 0.0
        self.written = 0
        """How many transactions wrote by now."""

    def __enter__(self) -> Self:
        """Begin a tick."""
        return self

    def __exit__(self, *error: object) -> None:
        """End what is still open."""
        self._end_look()

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Open a transaction for some tenths of a second at most; after it others have their turn.

        What it did is kept once it ends: a process that dies loses one slice, and begins there.
        """
        self._end_look()
        self.written += 1
        with self._transaction() as uow:
            yield uow
        self._rest()

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Look; what follows within a moment, with nothing written between, shares a transaction.

        A tick mostly finds nothing: what it asks then costs less than to begin and to end so often.
        While SQLite reads nobody's commit is let in, so the moment is short.
        """
        if time.monotonic() > self._until:
            self._end_look()
        if self._looking is None:
            self._looking = self._look.enter_context(self._reading())
            self._until = time.monotonic() + LOOKS_FOR
        try:
            yield self._looking
        except BaseException:
            self._end_look(*sys.exc_info())
            raise

    def _end_look(self, *error: Any) -> None:
        look, self._look, self._looking = self._look, ExitStack(), None
        look.__exit__(*(error or (None, None, None)))
