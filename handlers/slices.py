"""The transactions of a tick: short ones, with a rest after each, so that nobody waits for it.

A database that lets in one writer at a time serves whoever happens to ask while nobody writes, and
a tick that begins its next transaction at once would leave no such moment.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from bot.ports import UnitOfWork

Transaction = Callable[[], AbstractContextManager[UnitOfWork]]

Rest = Callable[[], None]
"""Leaves the database to others for a moment."""


def no_rest() -> None:
    """Go on at once."""


class Slices:
    """The transactions of a tick, one after the other."""

    def __init__(
        self, transaction: Transaction, reading: Transaction | None = None, rest: Rest = no_rest
    ) -> None:
        """Slice with these transactions; where none is for reading alone, it is one like others."""
        self._transaction = transaction
        self._reading = reading or transaction
        self._rest = rest

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Open a transaction for some tenths of a second at most; after it others have their turn.

        What it did is kept once it ends: a process that dies loses one slice, and begins there.
        """
        with self._transaction() as uow:
            yield uow
        self._rest()

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Open a transaction that only looks: whoever writes need not wait for it to end."""
        with self._reading() as uow:
            yield uow
