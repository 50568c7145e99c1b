"""One row, durably: what every peer stores per tap, with the journal that we use, too."""

import sqlite3

from bot.storage.engine import journal_mode


def opened(database: str) -> sqlite3.Connection:
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {journal_mode()}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS tap (id INTEGER PRIMARY KEY, code TEXT)")
    return connection


def store(connection: sqlite3.Connection, code: str) -> None:
    connection.execute("INSERT INTO tap (code) VALUES (?)", (code,))
