"""Taking what was deleted out of SQLite's file and its log: freed pages keep their bytes."""

import sqlite3
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError


def clean_file(engine: Engine) -> bool:
    """Write the file anew without what was deleted, and empty its log; False while it is in use.

    PostgreSQL reuses its pages in its own time: what its operator does about that is documented.
    """
    if engine.dialect.name != "sqlite":
        return True
    try:
        connection = engine.raw_connection()
    except OperationalError:
        return False
    try:
        driver: Any = connection.driver_connection
        driver.execute("PRAGMA secure_delete = ON")
        driver.execute("VACUUM")
        found = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return found is None or found[0] == 0
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
