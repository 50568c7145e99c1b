"""What one update may cost, counted while it is done: who asks for more holds up everybody.

Statements and rows are the same on every machine, so they are what ends an update. Time is that
of this thread's own work, so that who waits for a lock or for a busy machine is not blamed.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, event

_METER = "meter"
_STEPS = 50_000
"""After so many steps of SQLite's own it is asked whether a statement has taken too long."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many statements, rows (read or written) and seconds of work an update may take."""

    statements: int = 3_000
    rows: int = 60_000
    seconds: float = 5.0


PER_UPDATE = Budget()
TOGETHER = Budget(statements=1_000, rows=10_000, seconds=0.25)
"""After how much work updates that share a commit are committed."""


class Exceeded(Exception):
    """An update asked for more than it may cost."""


class Meter:
    """Counts what one update costs, and ends it where that is more than its budget."""

    def __init__(self, budget: Budget) -> None:
        """Begin to count."""
        self._budget = budget
        self._until = time.thread_time() + budget.seconds
        self.statements = 0
        self.rows = 0

    @property
    def is_spent(self) -> bool:
        """Whether it has cost more than it may."""
        return (
            self.statements > self._budget.statements
            or self.rows > self._budget.rows
            or time.thread_time() > self._until
        )

    def ask(self, rows: int) -> None:
        """Count a statement that puts in so many rows. Raises Exceeded."""
        self.statements += 1
        self.rows += rows
        if self.is_spent:
            raise Exceeded

    def read(self, rows: int) -> None:
        """Count rows that were read. Raises Exceeded."""
        self.rows += rows
        if self.rows > self._budget.rows:
            raise Exceeded

    def add(self, other: "Meter") -> None:
        """Add what another has counted."""
        self.statements += other.statements
        self.rows += other.rows

    def _row(self, _cursor: Any, row: Any) -> Any:
        # Called for each row: no call more than this one.
        self.rows += 1
        if self.rows > self._budget.rows:
            raise Exceeded
        return row

    @contextmanager
    def counting(self, connection: Connection) -> Iterator[None]:
        """Count what is done on a connection meanwhile."""
        driver: Any = connection.connection.driver_connection
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            driver.meter = self
            driver.row_factory = self._row
            driver.set_progress_handler(lambda: self.is_spent, _STEPS)
        else:
            connection.info[_METER] = self
        try:
            yield
        finally:
            if sqlite:
                driver.meter = driver.row_factory = None
                driver.set_progress_handler(None, 0)
            else:
                del connection.info[_METER]


def watch(engine: Engine) -> None:
    """Let what is done on connections to PostgreSQL be counted, while a meter counts there.

    Our dialect of SQLite asks the meter by itself.
    """

    # Without `retval` the library calls it through a wrapper, for each statement.
    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def ask(
        connection: Connection, _cursor: Any, statement: str, given: Any, _context: Any, many: bool
    ) -> tuple[str, Any]:
        meter = connection.info.get(_METER)
        if meter is not None:
            meter.ask(len(given) if many else 0)
        return statement, given

    @event.listens_for(engine, "after_cursor_execute")
    def read(
        connection: Connection, cursor: Any, _statement: str, _given: Any, _context: Any, many: bool
    ) -> None:
        # All rows are here by now; SQLite's come one by one, and are counted as they come.
        meter = connection.info.get(_METER)
        if meter is not None and not many:
            meter.read(max(cursor.rowcount, 0))
