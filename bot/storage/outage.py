"""Why a database did not do what it was asked, in words for whoever keeps it."""

import sqlite3
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError

from bot.messages import Text, _

BUSY = _(
    "Somebody else holds the database, and it did not come free in time. Nothing was stored: "
    "try again when the other has finished."
)
UNREACHED = _("The database cannot be reached. 'kompaan doctor' says more.")
UNWRITTEN = _("The database can be read but not written: is the disk full, or read-only?")
NO_DATABASE = _("KOMPAAN_DATABASE_URL names a file that is no database.")
DAMAGED = _(
    "The file of the database is damaged. Keep a copy of it as it is, and put the last good backup "
    "in its place."
)
FOREIGN = _(
    "KOMPAAN_DATABASE_URL names a database of another program: its tables are not ours. "
    "Nothing was changed; name an empty one."
)


def missing_folder(url: URL) -> Text | None:
    """Say that the folder of an SQLite database is missing; None where it is there."""
    folder = Path(url.database or "").parent
    if url.get_backend_name() != "sqlite" or not url.database or folder.is_dir():
        return None
    return _(
        "KOMPAAN_DATABASE_URL: there is no folder {folder}. Make it, or name another.",
        folder=str(folder),
    )


def explained(error: SQLAlchemyError) -> Text:
    """Say why; what was asked, with what people wrote, stays out of it."""
    original = getattr(error, "orig", None)
    code = getattr(original, "sqlite_errorcode", None)
    kind = None if code is None else code & 0xFF  # the rest of it says where
    if kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BUSY
    if kind in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return UNWRITTEN
    if kind == sqlite3.SQLITE_CORRUPT:
        return DAMAGED
    if kind == sqlite3.SQLITE_NOTADB:
        return NO_DATABASE
    if isinstance(error, OperationalError):
        return UNREACHED
    if isinstance(error, DatabaseError):
        name = type(original).__name__
        return _("The database refused this ({kind}). Nothing was stored.", kind=name)
    return UNREACHED
