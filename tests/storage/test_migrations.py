"""The steps: up and down with rows in the tables, and up to exactly the tables of the code."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    event,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError

from bot.storage import upgrade as subject
from bot.storage.engine import connect
from bot.storage.tables import errand, metadata
from bot.storage.upgrade import current, downgrade, head, upgrade
from tests.storage.rows import ROWS

ROOT = Path(__file__).parents[2]
STEPS = sorted(path.name[:4] for path in (subject.STEPS / "versions").glob("*.py"))


@pytest.fixture(autouse=True, scope="module")
def steps_read_once() -> Iterator[None]:
    """Read the files of the steps once for each folder: each command would read all of them."""
    read: dict[str | None, ScriptDirectory] = {}
    from_config = ScriptDirectory.from_config

    def known(config: Config) -> ScriptDirectory:
        folder = config.get_main_option("script_location")
        return read.get(folder) or read.setdefault(folder, from_config(config))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ScriptDirectory, "from_config", known)
        yield


@pytest.fixture
def engine(apart_url):
    engine = connect(apart_url)
    yield engine
    engine.dispose()


@pytest.fixture
def empty(empty_url):
    engine = connect(empty_url)
    yield engine
    engine.dispose()


@pytest.fixture
def more_steps(tmp_path, monkeypatch):
    """Lets a test write a step after the last one."""
    folder = tmp_path / "migrations"
    shutil.copytree(subject.STEPS, folder)
    monkeypatch.setattr(subject, "STEPS", folder)

    def add(body: str) -> None:
        lines = ["from alembic import op", "revision = '9999'"]
        lines += [f"down_revision = '{STEPS[-1]}'", "def upgrade():"]
        lines += [f"    {line}" for line in body.splitlines()]
        (folder / "versions" / "9999_later.py").write_text("\n".join(lines))

    return add


def step_of(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return current(connection)


def put(engine: Engine, *steps: str) -> None:
    """Put a row in each table of some steps, as the database has it: the models are ahead of it."""
    rows = {name: row for step in steps for name, row in ROWS[step].items()}
    with engine.begin() as connection:
        insert(connection, tables_of(connection, rows), rows)


def insert(
    connection: Connection, tables: dict[str, Table], rows: dict[str, dict[str, Any]]
) -> None:
    for name, row in rows.items():
        connection.execute(tables[name].insert().values(row))


def tables_of(connection: Connection, names: Iterable[str]) -> dict[str, Table]:
    """Read of tables what an insert needs, their columns: reading all takes six times as long."""
    found = inspect(connection).get_multi_columns(filter_names=list(names))
    return {
        name: Table(
            name, MetaData(), *(Column(column["name"], column["type"]) for column in columns)
        )
        for (_schema, name), columns in found.items()
    }


def content(engine: Engine) -> dict[str, list[dict[str, object]]]:
    """Read all there is, as the driver gives it: by the library each table takes four times."""
    with engine.connect() as connection:
        names = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
        selects = [f"SELECT * FROM {name}" for name in names]
        cursor = connection.connection.cursor()
        if not names or engine.dialect.name == "sqlite":
            return {
                name: rows_of(cursor.execute(wanted))
                for name, wanted in zip(names, selects, strict=True)
            }
        cursor.execute("; ".join(selects))  # the server answers them all at once
        found = {}
        for name in names:
            found[name] = rows_of(cursor)
            cursor.nextset()
        return found


def rows_of(cursor: Any) -> list[dict[str, object]]:
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def known(
    rows: list[dict[str, object]], before: list[dict[str, object]]
) -> list[dict[str, object]]:
    """Rows with those columns only that a table had before a step, and has still."""
    if not before:
        return rows
    return [{name: row[name] for name in before[0] if name in row} for row in rows]


TENFOLD = {"0070": {"placement": "weekly_hours"}}
"""What a step counts by tenths from then on."""

MOVED = {"0074": {"activity_list": "recognised_until"}}
"""The column that a step takes out of a table, into another one."""


def reckoned(
    step: str, content: dict[str, list[dict[str, object]]]
) -> dict[str, list[dict[str, object]]]:
    """What rows of before a step say after it."""
    tenfold, moved = TENFOLD.get(step, {}), MOVED.get(step, {})
    return {
        name: [
            {
                key: 10 * int(str(value)) if key == tenfold.get(name) else value
                for key, value in row.items()
                if key != moved.get(name)
            }
            for row in rows
        ]
        for name, rows in content.items()
    }


def test_stairway_with_rows(empty):
    earlier: dict[str, list[dict[str, object]]] = {}
    for step, below in zip(STEPS, ["base", *STEPS], strict=False):
        assert upgrade(empty, step) == [step]
        with empty.begin() as connection:
            tables = tables_of(connection, ROWS[step])
            insert(connection, tables, ROWS[step])
        full = content(empty)
        assert [name for name, rows in full.items() if not rows] == []  # one for rows.py
        assert downgrade(empty, below) == [step]
        assert content(empty) == earlier
        assert upgrade(empty, step) == [step]
        again = content(empty)
        # A step may add columns to a table that was there; what was in it stays.
        stays = {name: known(again[name], rows) for name, rows in earlier.items()}
        assert stays == reckoned(step, earlier)
        assert all(again[name] == [] for name in full.keys() - earlier.keys())
        with empty.begin() as connection:
            insert(connection, tables, ROWS[step])
        assert content(empty) == full
        earlier = full
    assert step_of(empty) == STEPS[-1]


def test_all_the_way_down_nothing_is_left(engine):
    put(engine, *STEPS)
    assert downgrade(engine, "base") == STEPS[::-1]
    assert step_of(engine) is None
    assert inspect(engine).get_table_names() == ["alembic_version"]
    if engine.dialect.name == "postgresql":
        assert inspect(engine).get_sequence_names() == []


def test_lessons_that_wait_keep_since_when_they_tell(empty):
    upgrade(empty, "0010")
    put(empty, *STEPS[: STEPS.index("0011")])
    told = "1 2026-10-15T08:30:00+02:00 2026-10-12T13:00:00+02:00"
    lesson = {"id": 2, "kind": "lesson", "subject": told, "outbox_id": None}
    with empty.begin() as connection:
        row = {**ROWS["0006"]["errand"], **lesson}
        before = tables_of(connection, ["errand"])["errand"]
        connection.execute(before.insert().values(row))
    upgrade(empty, "0011")
    with empty.connect() as connection:
        rows = connection.execute(select(errand.c.id, errand.c.since))
        since = {row.id: row.since for row in rows}
    assert since == {1: None, 2: datetime(2026, 10, 12, 11, tzinfo=UTC)}


def test_what_is_shown_is_counted_as_come_up_and_photos_stay(empty):
    upgrade(empty, "0011")
    put(empty, *STEPS[: STEPS.index("0011") + 1])
    with empty.begin() as connection:
        connection.execute(text("UPDATE mark SET coverage = NULL"))  # L, and nothing said of it
        connection.execute(text("UPDATE colour SET covered = 0"))
        connection.execute(text("UPDATE photo_colour SET covered = 0"))
    counts = "SELECT covered, not_here FROM colour"
    upgrade(empty, "0016")
    with empty.begin() as connection:
        assert connection.execute(text(counts)).all() == [(1, 0)]
        assert connection.execute(text("SELECT covered FROM photo_colour")).all() == [(0,)]
    downgrade(empty, "0011")
    with empty.begin() as connection:
        assert connection.execute(text("SELECT covered FROM colour")).all() == [(0,)]
        mark = "UPDATE mark SET mastery = NULL, coverage = 'N', not_here = :here"
        connection.execute(text(mark), {"here": True})
    upgrade(empty, "0016")
    with empty.connect() as connection:
        assert connection.execute(text(counts)).all() == [(0, 1)]


def test_the_end_of_a_recognition_moves_out_of_activity_lists_and_back(engine):
    downgrade(engine, "0072")  # nearer to the last step than to none
    put(engine, *STEPS[: STEPS.index("0072") + 1])
    with engine.begin() as connection:
        connection.execute(text("UPDATE activity_list SET recognised_until = '2031-08-31'"))
    upgrade(engine, "0074")
    whose = "SELECT workplace_id, programme_id, recognised_until, said_by_id FROM recognition"
    with engine.begin() as connection:
        assert connection.execute(text(whose)).all() == [(1, 1, "2031-08-31", 1)]
        connection.execute(text("UPDATE recognition SET recognised_until = '2032-08-31'"))
    downgrade(engine, "0072")
    with engine.connect() as connection:
        until = text("SELECT recognised_until FROM activity_list")
        assert connection.execute(until).all() == [("2032-08-31",)]


def test_alembic_sees_no_difference(engine):
    # On SQLite Alembic takes the default '' for another one; the next test compares those.
    options = {"compare_server_default": engine.dialect.name == "postgresql"}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def options(item: Any) -> dict[str, Any]:
    """Write an item's options out: the condition of a partial index compares by identity."""
    found = item.get("dialect_options", {})
    return {"dialect_options": {name: str(value) for name, value in found.items()}}


def shape(engine: Engine) -> dict[tuple[str, str, str | None], dict[str, Any]]:
    """All that is known of each table; two databases of one engine say the same the same way."""
    inspector = inspect(engine)
    kinds: dict[str, Callable[[], dict[Any, Any]]] = {
        "column": inspector.get_multi_columns,
        "key": inspector.get_multi_pk_constraint,
        "link": inspector.get_multi_foreign_keys,
        "unique": inspector.get_multi_unique_constraints,
        "check": inspector.get_multi_check_constraints,
        "index": inspector.get_multi_indexes,
    }
    found = {
        (kind, table, item["name"]): {**item, "type": repr(item.get("type")), **options(item)}
        for kind, get in kinds.items()
        for (_, table), items in get().items()
        for item in ([items] if isinstance(items, dict) else items)
        if table != "alembic_version"
    }
    if engine.dialect.name == "sqlite":
        # That no id is given out twice, which the inspector does not say.
        with engine.connect() as connection:
            never = "SELECT name FROM sqlite_master WHERE sql LIKE '%PRIMARY KEY AUTOINCREMENT%'"
            found |= {("never twice", name, None): {} for name in connection.scalars(text(never))}
    return found


def test_steps_give_the_tables_of_the_code(engine, empty):
    metadata.create_all(empty)
    ours, wanted = shape(engine), shape(empty)
    assert {key: ours[key] for key in ours.keys() - wanted.keys()} == {}
    assert {key: wanted[key] for key in wanted.keys() - ours.keys()} == {}
    assert ours == wanted


def test_comparison_sees_every_constraint_of_the_code(engine):
    tables = metadata.tables.values()
    names = {(table.name, item.name) for table in tables for item in table.indexes} | {
        (table.name, item.name)
        for table in tables
        for item in table.constraints
        # SQLite forgets the name of a key that counts by itself.
        if not isinstance(item, PrimaryKeyConstraint)
    }
    seen = {key[1:] for key in shape(engine) if key[0] in ("link", "unique", "check", "index")}
    assert seen == names


def test_head_is_alembics(engine):
    config = Config()
    config.set_main_option("script_location", str(subject.STEPS))
    config.set_main_option("path_separator", "os")
    steps = ScriptDirectory.from_config(config)
    assert head() == steps.get_current_head() == step_of(engine)
    for step in steps.walk_revisions():
        assert Path(step.path).name.startswith(f"{step.revision}_")


def test_head_and_current_do_not_wait_for_alembic():
    code = (
        "import sys; from bot.storage.upgrade import current, head;"
        "head(); sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_steps_do_not_import_todays_tables():
    lines = [line for path in subject.STEPS.rglob("*.py") for line in path.read_text().splitlines()]
    ours = {line.split()[1] for line in lines if line.startswith(("from bot", "import bot"))}
    assert ours == {"bot.storage.migrations.shapes"}


def test_current_of_a_new_database(empty):
    assert step_of(empty) is None


def test_upgrade_twice_changes_nothing(engine):
    put(engine, *STEPS)
    before = shape(engine), content(engine)
    assert upgrade(engine) == []
    assert (shape(engine), content(engine)) == before


def test_failing_step_leaves_the_database_as_it_was(empty):
    upgrade(empty, STEPS[0])
    before = shape(empty)

    def fail(_connection, _cursor, statement, *_rest):
        if "CREATE TABLE quarantine" in statement:
            raise OSError("disk gone")

    event.listen(empty, "before_cursor_execute", fail)
    with pytest.raises(OSError, match="disk gone"):
        upgrade(empty)
    assert (step_of(empty), shape(empty)) == (STEPS[0], before)


def test_database_of_newer_code_is_left_alone(engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CommandError, match="9999"):
        upgrade(engine)
    assert step_of(engine) == "9999"


def test_later_step_may_rebuild_a_table_that_others_point_to(engine, more_steps):
    put(engine, *STEPS)
    before = content(engine)
    more_steps(
        "with op.batch_alter_table('person') as table:\n"
        "    table.create_check_constraint('called', \"name <> ''\")"
    )
    assert head() == "9999"
    assert upgrade(engine) == ["9999"]
    assert content(engine) == before
    assert ("check", "person", "ck_person_called") in shape(engine)


def test_step_that_cuts_rows_off_is_refused(engine, more_steps):
    put(engine, *STEPS)
    before = content(engine)
    more_steps("op.execute('DELETE FROM workplace')")
    with pytest.raises((RuntimeError, IntegrityError), match="placement"):
        upgrade(engine)
    assert (step_of(engine), content(engine)) == (STEPS[-1], before)


def test_only_one_thread_at_a_time(empty_url):
    """Both would find an empty database, if the second did not wait: the first waits for it.

    Some steps tell as much as all, which two processes take below.
    """
    together, some = Barrier(2), STEPS[:5]

    def one(_number) -> list[str]:
        engine = connect(empty_url)

        @event.listens_for(engine, "before_cursor_execute")
        def meet(_connection, _cursor, statement, *_rest):
            if "CREATE TABLE organisation" in statement:
                with pytest.raises(BrokenBarrierError):
                    together.wait(0.3)

        try:
            return upgrade(engine, some[-1])
        finally:
            engine.dispose()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(one, range(2))) == [[], some]


def test_processes_at_once(empty_url, empty):
    code = (
        "import sys; from bot.storage.engine import connect; from bot.storage.upgrade import *;"
        "engine = connect(sys.argv[1]); print(upgrade(engine)); engine.dispose()"
    )

    def one(_number: int) -> str:
        command = [sys.executable, "-c", code, empty_url]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        return done.stdout.strip()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(one, range(2))) == [str(STEPS), "[]"]
    assert step_of(empty) == STEPS[-1]
