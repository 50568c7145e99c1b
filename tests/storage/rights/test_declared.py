"""The privacy table is whole: each table, each column, and each way to a person."""

from itertools import chain

import pytest
from sqlalchemy import Boolean, Column, Engine, ForeignKey, Table, func, insert, select, update

from bot.domain.rights.declared import EVERY_TIE, By, DeclaredTable, Fate, Kind, Tie
from bot.storage.columns import Identity
from bot.storage.rights.declared import DECLARED, EACH
from bot.storage.rights.tied import PERSON, rows_tied
from bot.storage.tables import metadata
from tests.storage.rows import ROWS

TIES = [(table, tie) for table in DECLARED.values() for tie in table.ties]
POINTING = [
    (table, column, key)
    for table in metadata.tables.values()
    for column in table.columns
    for key in column.foreign_keys
]
SAME_PERSON = {
    ("alert_message", "outbox_id"),
    ("errand", "outbox_id"),
    ("asked", "errand_id"),
    ("tip_told", "errand_id"),
    ("mirror_told", "errand_id"),
    ("page_session", "invitation_id"),
    ("push_subscription", "session_id"),
    ("feedback", "outbox_id"),
    ("prior_outcome", "outbox_id"),
    ("goal", "taken_up_id"),
    ("involvement", "substitute_id"),
    ("former_involvement", "substitute_id"),
}
"""What points at a row of the very person to whom its own row leads."""


def own_name(value: object) -> str:
    if isinstance(value, DeclaredTable):
        return value.name
    return value.path if isinstance(value, Tie) else ""


def last_column(table: str, tie: Tie) -> Column[object]:
    """Follow a path; every step points on, or back, to where the next one is."""
    here = metadata.tables[table]
    *steps, last = tie.path.split(".")
    for step in steps:
        name, _, back = step.partition("<")
        if back:
            other, pointing = back.split("/")
            (key,) = metadata.tables[other].c[pointing].foreign_keys
            assert key.column is here.c[name]
            here = metadata.tables[other]
        else:
            (key,) = here.c[name].foreign_keys
            here = key.column.table
    return here.c[last]


def test_each_table_and_each_column_has_its_line_and_each_line_its_column():
    assert set(DECLARED) == set(metadata.tables)
    assert len(EACH) == len(DECLARED), "a table is declared twice"
    for name, declared in DECLARED.items():
        assert set(declared.columns) == set(metadata.tables[name].columns.keys()), name
        assert declared.about, name


@pytest.mark.parametrize(("table", "tie"), TIES, ids=own_name)
def test_each_path_leads_to_a_person(table: DeclaredTable, tie: Tie):
    column = last_column(table.name, tie)
    if table.name == "person":
        assert tie.path == "id"
    elif tie.by is By.KEY:
        assert [key.column for key in column.foreign_keys] == [metadata.tables["person"].c.id]
    elif tie.by is By.IDENTITY:
        assert not column.foreign_keys
        assert isinstance(column.type, type(Identity))
    elif tie.by is By.ADDRESS:
        assert "platform" in column.table.c
    assert tie.why or (tie.fate is Fate.GOES and tie.exported)


def test_whatever_points_at_a_person_or_a_track_leads_to_somebody():
    for table, column, key in POINTING:
        if key.column.table.name in {"person", "track"}:
            ties = DECLARED[table.name].ties
            assert any(tie.path.split(".")[0] == column.name for tie in ties), column


@pytest.mark.parametrize(("table", "column", "key"), POINTING, ids=str)
def test_nothing_points_at_what_went(table: Table, column: Column[object], key: ForeignKey):
    """Where a row goes, what points at it goes too, or what points is emptied."""
    pointing, met = DECLARED[table.name], DECLARED[key.column.table.name]
    if (pointing.name, column.name) in SAME_PERSON:
        return
    for tie in met.ties:
        if tie.fate is Fate.GOES:
            through = f"{column.name}.{tie.path}"
            own = [own for own in pointing.ties if own.path == through]
            short = [own for own in pointing.ties if own.path == tie.path and own.fate is tie.fate]
            assert short or own, f"{column} points at {met.name}, which goes by {tie.path}"
            for one_more in own:
                emptied = column.nullable and pointing.columns[column.name].is_blanked_by(through)
                assert one_more.fate is Fate.GOES or emptied


def test_what_is_out_of_the_ordinary_says_why_and_names_ties():
    for declared in DECLARED.values():
        paths = {EVERY_TIE, *(tie.path for tie in declared.ties)}
        staying = [tie for tie in declared.ties if tie.fate is not Fate.GOES]
        table = metadata.tables[declared.name]
        for column in declared.columns.values():
            assert column.to <= paths, column
            assert column.blanked_by <= paths, column
            assert bool(column.to) is not bool(column.why), column
            assert not column.blanked_by or staying, column
            if column.own_where:
                assert isinstance(table.c[column.own_where].type, Boolean)
            if table.c[column.name].foreign_keys:
                assert column.kind is Kind.KEY, column
        assert not declared.called or declared.columns[declared.called].kind is Kind.WORDS


def test_a_tie_finds_the_rows_of_its_person_and_nobody_elses(engine: Engine):
    with engine.begin() as connection:
        for name, row in chain.from_iterable(rows.items() for rows in ROWS.values()):
            connection.execute(insert(metadata.tables[name]), row)
        for name in ("wrong_code", "resting_chat"):
            chat = {"platform": "telegram", "address": "1001"}
            connection.execute(update(metadata.tables[name]).values(chat))
        connection.execute(update(metadata.tables["handled"]).values(key="telegram:1001:8"))
        connection.execute(update(metadata.tables["dialogue"]).values(about_track=1))
        for declared, tie in TIES:
            if tie.by is By.IDENTITY or tie.path == "author_id":
                table = metadata.tables[declared.name]
                connection.execute(update(table).values({tie.path: 1}))
        for declared, tie in TIES:
            counted = select(func.count()).select_from(metadata.tables[declared.name])
            found = counted.where(rows_tied(declared.name, tie))
            assert connection.execute(found, {PERSON: 1}).scalar_one() == 1, (declared.name, tie)
            assert connection.execute(found, {PERSON: 2}).scalar_one() == 0, tie
