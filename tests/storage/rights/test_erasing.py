"""A canary in every column: an erasure leaves each gone, emptied or as it was, as declared."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Column, Connection, LargeBinary, String, Text, update

from bot.domain.rights.declared import Fate, Tie
from bot.domain.school.naming import ERASED
from bot.storage.named import kept_type
from bot.storage.rights.declared import DECLARED
from bot.storage.rights.mentions import SIGNED, WITHOUT
from bot.storage.tables import metadata
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.databases import connected
from tests.storage.rights.filled import (
    NAME,
    OTHER,
    OTHER_NAME,
    SOMEBODY,
    WHEN,
    end_of,
    ends,
    fill,
    read_all,
    read_rows,
)

PG = pytest.mark.postgresql
LATER = WHEN + timedelta(days=1)
Rows = dict[str, list[dict[str, Any]]]
NOTHING: tuple[Any, ...] = (None, "", {}, ERASED)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=PG)])
def filled_once(
    request: pytest.FixtureRequest, migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """One transaction for all tests here of a kind of database: to fill takes half of a test."""
    if request.param == "sqlite":
        copy = shutil.copy(migrated_file, tmp_path_factory.mktemp("erasing") / "kompaan.sqlite")
        url = f"sqlite:///{copy}"
    else:
        url = request.getfixturevalue("migrated_restored").restored()
    with connected(url) as engine, engine.connect() as connection, connection.begin():
        fill(connection)
        yield connection


@pytest.fixture(scope="module")
def rows_once(filled_once: Connection) -> Rows:
    """Every row as it was filled: most tables are so still when a test begins to erase."""
    return read_all(filled_once)


@pytest.fixture
def filled(filled_once: Connection) -> Iterator[Connection]:
    """What was filled; all that a test does to it is taken back."""
    with filled_once.begin_nested() as before:
        yield filled_once
        before.rollback()


def erase(connection: Connection) -> None:
    uow = StoredUnitOfWork(connection)
    known = uow.erasing.hold(SOMEBODY)
    assert known is not None
    uow.erasing.blank_mentions(known)
    uow.erasing.erase(SOMEBODY, LATER)


TOGETHER = {
    "page_session.person_id": ("push_subscription", "person_id"),
    "outbox.person_id": ("alert_message", "coach_id"),
}
"""Who is the same person in both rows: a device's, and who was told of an alert."""


def together(end: Column[Any]) -> list[Column[Any]]:
    more = TOGETHER.get(str(end))
    return [end, metadata.tables[more[0]].c[more[1]]] if more else [end]


def ties_by(name: str, ends: list[Column[Any]]) -> list[Tie]:
    """List the ties of a table that lead to somebody who stands in these columns."""
    return [tie for tie in DECLARED[name].ties if end_of(name, tie) in set(ends)]


IN_PLACE = {("chat_message", own) for own in ("text", "content", "edited")}


def check(name: str, ends: list[Column[Any]], before: list[Any], after: list[Any]) -> None:
    ties = ties_by(name, ends)
    if any(tie.fate is Fate.GOES for tie in ties):
        assert before
        assert not after, f"{name} stays"
        return
    assert len(after) == len(before), f"{name} went"
    for was, now in zip(before, after, strict=True):
        for own in DECLARED[name].columns.values():
            column = metadata.tables[name].c[own.name]
            if any(own.is_blanked_by(tie.path) for tie in ties):
                default = getattr(column.server_default, "arg", None)
                assert now[own.name] in NOTHING or str(now[own.name]) == str(default), column
            elif str(ends[0]) == "chat_message.about_id" and (name, own.name) in IN_PLACE:
                # About somebody alone: nothing is left of it, in the form of a message.
                left = {"text": WITHOUT, "edited": True}
                assert now[own.name] == left.get(own.name, now[own.name])
            elif column.foreign_keys and column.nullable and now[own.name] is None:
                continue  # what it pointed at is gone
            else:
                assert now[own.name] == was[own.name], column


@pytest.mark.parametrize("end", ends(), ids=str)
def test_a_row_goes_or_stays_and_a_column_is_emptied_as_it_declares(
    filled: Connection, rows_once: Rows, end: Column[Any]
):
    meant = together(end)
    abroad = {"called": NAME, "code_word": "kompas", "guardian": "agreed"}
    people = metadata.tables["person"]
    filled.execute(update(people).where(people.c.id == SOMEBODY).values(abroad))
    for own in meant:
        if own.table.name != "person":
            filled.execute(update(own.table).values({own.name: SOMEBODY}))
    changed = {"person", *(own.table.name for own in meant)}
    before = rows_once | {name: read_rows(filled, name) for name in changed}
    erase(filled)
    after = read_all(filled)
    for name in metadata.tables:
        if name != "person":
            check(name, meant, before[name], after[name])
    (somebody,) = (row for row in after["person"] if row["id"] == SOMEBODY)
    for name in ("name", "folded_name", "called", "code_word"):
        assert somebody[name] == ERASED, name
    assert somebody["school_id"] == f"erased-{SOMEBODY}"
    assert somebody["guardian"] == ""
    assert somebody["erased_at"] == LATER
    assert somebody["email"] is somebody["chosen_language"] is None
    (other,) = (row for row in after["person"] if row["id"] == OTHER)
    assert other == next(row for row in before["person"] if row["id"] == OTHER)


def worded() -> Iterator[Column[Any]]:
    """List the columns in which anybody may be named."""
    for name, declared in DECLARED.items():
        for own in declared.columns.values():
            column = metadata.tables[name].c[own.name]
            if own.mentions and name not in SIGNED and not isinstance(column.type, LargeBinary):
                yield column


@pytest.mark.parametrize("column", list(worded()), ids=str)
def test_a_name_in_anybodys_words_is_taken_out(filled: Connection, column: Column[Any]):
    assert isinstance(kept_type(column), JSON | String | Text)
    said = f"{NAME} and {OTHER_NAME} were there"
    kept: Any = {"said": [said], "files": []} if isinstance(column.type, JSON) else said
    filled.execute(update(column.table).values({column.name: kept}))
    if column.table.name == "chat_message":
        filled.execute(update(column.table).values(mine=True))
    erase(filled)
    (row,) = read_rows(filled, column.table.name)
    if column.table.name == "outbox" and column.name == "content":
        assert row["content"] == {}
        return
    assert "Canary" not in str(row[column.name])
    assert f"{WITHOUT} and {OTHER_NAME} were there" in str(row[column.name])


def test_of_our_own_words_nothing_is_left_that_names_somebody(filled: Connection):
    message = metadata.tables["chat_message"]
    content = {"buttons": [[{"label": "Ané", "code": "x"}]], "files": [], "picture": {"of": NAME}}
    filled.execute(update(message).values(mine=False, text=f"{NAME}: X", content=content))
    erase(filled)
    (row,) = read_rows(filled, "chat_message")
    assert row["text"] == WITHOUT
    assert row["content"]["buttons"] == []
    assert row["content"]["picture"] is None


def test_what_waits_for_another_and_names_somebody_is_not_sent(filled: Connection):
    waiting = metadata.tables["outbox"]
    said = {"state": "pending", "content": {"text": f"{NAME} scored"}}
    filled.execute(update(waiting).values(**said, lease_until=None))
    erase(filled)
    (row,) = read_rows(filled, "outbox")
    assert row["state"] == "dead"
    assert row["content"] == {}


def test_a_namesake_is_left_alone(filled: Connection):
    people = metadata.tables["person"]
    filled.execute(update(people).where(people.c.id == OTHER).values(name=NAME, folded_name="ane"))
    message = metadata.tables["chat_message"]
    filled.execute(update(message).values(mine=False, text=f"{NAME}: X", content={"files": []}))
    erase(filled)
    (row,) = read_rows(filled, "chat_message")
    assert row["text"] == f"{NAME}: X"


@pytest.mark.parametrize(
    "written",
    ["Émile d'Hondt", "émile d’hondt", "ÉMILE D'HONDT", "Emile d'Hondt", "E\u0301mile  d'Hondt"],
)
def test_a_name_is_found_however_its_accents_and_apostrophes_are_written(
    filled: Connection, written: str
):
    people = metadata.tables["person"]
    named = {"name": "Émile d'Hondt", "folded_name": "emile d'hondt"}
    filled.execute(update(people).where(people.c.id == SOMEBODY).values(named))
    message, waiting = metadata.tables["chat_message"], metadata.tables["outbox"]
    brother = {"mine": True, "text": f"{written} and Jules d'Hondt", "content": {"files": []}}
    filled.execute(update(message).values(brother))
    said = {"state": "pending", "content": {"text": f"{written} scored"}}
    filled.execute(update(waiting).values(**said, lease_until=None))
    erase(filled)
    (row,) = read_rows(filled, "chat_message")
    assert row["text"] == f"{WITHOUT} and Jules d'Hondt"
    (row,) = read_rows(filled, "outbox")
    assert (row["state"], row["content"]) == ("dead", {})
