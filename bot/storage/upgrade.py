"""Bring a database to the step that this code needs, and back."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, inspect, text

from bot.messages import _

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.runtime.migration import MigrationInfo

STEPS = Path(__file__).parent / "migrations"

NEWER = _("The database belongs to a newer Kompaan than this one; install that one instead.")

OURS = {"organisation", "person", "entry"}
"""Tables by which ours would be in the way of another program's, or the other way round."""

ONE_AT_A_TIME = 0x6B6F6D7061616E
"""The advisory lock of whoever migrates a PostgreSQL database: "kompaan" in ASCII."""


def head() -> str:
    """Name the last step there is, by the names of the files: Alembic takes long to import."""
    return max(path.name for path in STEPS.glob("versions/[0-9]*.py")).partition("_")[0]


def current(connection: Connection) -> str | None:
    """Name the step at which a database is; None where no step was taken."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    step: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return step


def is_foreign(connection: Connection) -> bool:
    """Say whether a database is another program's: it has tables, and not those of our steps.

    A server's database may hold tables of others beside ours, unless they are called the same.
    """
    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        return bool(names & OURS if connection.dialect.name != "sqlite" else names)
    step = current(connection)
    return step is not None and re.fullmatch(r"[0-9]{4}", step) is None


def upgrade(engine: Engine, to: str = "head") -> list[str]:
    """Take all steps up to this one, an empty database included, and name those taken.

    Raises alembic.util.CommandError where the database is at a step that this code lacks.
    """
    from alembic import command  # not for every command: its import takes long

    return _walk(engine, lambda config: command.upgrade(config, to))


def downgrade(engine: Engine, to: str) -> list[str]:
    """Take steps back to this one, or to "base" for all, and name those taken back.

    Raises alembic.util.CommandError where the database is at a step that this code lacks.
    """
    from alembic import command

    return _walk(engine, lambda config: command.downgrade(config, to))


def _walk(engine: Engine, run: "Callable[[Config], None]") -> list[str]:
    """Run an Alembic command in one transaction: all of its steps are taken, or none."""
    from alembic.config import Config

    taken: list[str] = []

    def note(*, step: "MigrationInfo", **_: object) -> None:
        taken.append(str(step.up_revision_id))

    with _alone(engine) as connection:
        config = Config(attributes={"connection": connection, "on_version_apply": note})
        # Config expands %(names)s in its values.
        config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        run(config)
        if taken and engine.dialect.name == "sqlite":
            _refuse_loose_ends(connection)
    return taken


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """Open a transaction in which nobody else migrates this database."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # A step may have to rebuild a table, and dropping the old one would delete what points
            # to it. Inside a transaction this says nothing, so it comes first. Engines of ours pool
            # no SQLite connections, so it goes when we do.
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():  # IMMEDIATE on SQLite: a second one waits here
            if engine.dialect.name == "postgresql":
                connection.execute(
                    text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME}
                )
            yield connection


def _refuse_loose_ends(connection: Connection) -> None:
    """Check what SQLite did not check meanwhile: that every row points to one that is there."""
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if loose:
        tables = ", ".join(sorted({row[0] for row in loose}))
        raise RuntimeError(f"rows that point to nothing in: {tables}")
