"""A bad address of a database, and a damaged file, are one sentence each in every command."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

UNREADABLE = "KOMPAAN_DATABASE_URL is not a database address that I can read."
ADDRESSES = [
    "postgresql://u@h:abc/x", "postgresql://[::1/x", "postgresql://u:p:q@@h:1:2/x", "foo", "://",
    "sqlite:///a.db?timeout=abc", "mysql://h/x", "sqlite://h/x.db", "postgresql:///x?port=1,2&host=a",
    "postgresql://h: /x", "oracle",
]  # fmt: skip
COMMANDS = [("doctor",), ("outbox",), ("migrate",), ("organisation",), ("run",), ("tick",)]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("url", ADDRESSES)
def test_a_malformed_address_is_one_sentence(kompaan: Run, url: str, command: tuple[str, ...]):
    done = kompaan(*command, KOMPAAN_DATABASE_URL=url)
    assert done.returncode == 1
    assert done.stdout + done.stderr == f"{UNREADABLE}\n"


@pytest.mark.parametrize("how", ["cut", "torn", "scribbled"])
def test_a_damaged_file_is_said_in_words(school: Run, sqlite_url: str, how: str):
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    data = bytearray(file.read_bytes())
    if how == "cut":
        del data[len(data) // 2 :]
    elif how == "torn":
        data[100:200] = b"\xff" * 100
    else:
        data[4096 * 3 :: 7] = b"\x5b" * len(data[4096 * 3 :: 7])
    file.write_bytes(data)
    done = school("doctor")
    (bad,) = [line for line in done.stdout.splitlines() if line.startswith("BAD")]
    assert bad.startswith("BAD  The file of the database is damaged.")
    for command in (("outbox",), ("say", "--as", "s1", "/report")):
        done = school(*command)
        assert done.returncode == 1
        assert done.stderr.startswith("The file of the database is damaged.")


def test_what_no_version_wrote_is_said_in_words(school: Run, sqlite_url: str):
    import sqlite3

    connection = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE organisation SET time_zone = 'Nowhere/Atall'")
    connection.execute("UPDATE person SET name = CAST(x'ff00ff' AS TEXT)")
    connection.commit()
    connection.close()
    done = school("doctor")
    assert "Traceback" not in done.stdout + done.stderr
