"""The log of acts, changed behind our back in each way, is found by the command line."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, func, insert, select

from bot.domain.administering.rights_acts import RightsAct, RightsActKind, digest_of_act
from bot.seal import Signet
from bot.storage.engine import connect
from bot.storage.tables import person, rights_act, rights_act_seal
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.cli.conftest import Done, Once, Run
from tests.cli.periods.test_periods import printed

TICK = ("tick", "--at", "2026-10-02T12:10")
LATER = ("tick", "--at", "2026-10-02T12:20")
AT = datetime(2026, 10, 2, 10, tzinfo=UTC)


def verified(school: Run) -> Done:
    return school("audit", "verify", KOMPAAN_LANGUAGE="en")


@pytest.fixture
def noted(school: Run, once: Once) -> Run:
    """A school in whose log stand its imports, two invitations and an end, signed twice."""

    def make() -> None:
        printed(school, "invite", "m1", "--at", "2026-10-02T10:00")
        printed(school, *TICK)
        printed(school, "invite", "c1", "--at", "2026-10-02T12:11")
        printed(school, "track", "end", "s1", "--at", "2026-10-02T12:12")
        printed(school, *LATER)

    once("noted", make)
    return school


def count(url: str) -> int:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        return int(connection.execute("SELECT max(number) FROM rights_act").fetchone()[0])


def test_a_log_that_nobody_touched_is_whole(noted: Run, sqlite_url: str, tmp_path: Path):
    lines = count(sqlite_url)
    assert lines >= 5
    said = f"School: whole: {lines} lines. The newest that is signed is line {lines}.\n"
    assert verified(noted) == Done(0, said, "")
    listed = tmp_path / "kompaan.key.acts"
    assert listed.stat().st_mode & 0o777 == 0o600
    assert len(listed.read_text().split(" .\n")) == 3
    assert "log of acts" not in noted("doctor", KOMPAAN_LANGUAGE="en").stdout
    (found,) = json.loads(printed(noted, "audit", "verify", "--json"))
    assert found["good"]
    assert found["lines"] == found["signed"] == lines


def remade(connection: Connection, until: int, at: datetime | None = None) -> None:
    """Write lines anew, each following on the one before it: one of them at another time."""
    rows = connection.execute(select(rights_act).order_by(rights_act.c.number)).all()
    connection.execute(delete(rights_act))
    before = ""
    for row in rows[:until]:
        kind = RightsActKind(row.kind)
        act = RightsAct(row.organisation_id, kind, row.at, row.by_id, row.about_id, row.ids)
        if at is not None and row.number == 2:
            act = replace(act, at=at)
        digest = digest_of_act(row.number, act, before)
        values = {**row._mapping, "at": act.at, "before": before, "digest": digest}
        connection.execute(insert(rights_act).values(values))
        before = digest


def signed_anew(connection: Connection, key: Path) -> None:
    last = connection.execute(
        select(rights_act).order_by(rights_act.c.number.desc()).limit(1)
    ).one()
    connection.execute(delete(rights_act_seal))
    seal = Signet(key).sign(last.digest)
    row = {"organisation_id": last.organisation_id, "number": last.number}
    sealed = {"public_key": seal.public_key, "signature": seal.signature}
    connection.execute(insert(rights_act_seal).values({**row, **sealed}))


def done(what: str) -> Callable[[Connection, Path], None]:
    def does(connection: Connection, _folder: Path) -> None:
        connection.exec_driver_sql(what)

    return does


def set_(what: str) -> Callable[[Connection, Path], None]:
    return done(f"UPDATE rights_act SET {what} WHERE number = 2")


def cut(connection: Connection, _folder: Path) -> None:
    newest = select(func.max(rights_act.c.number)).scalar_subquery()
    connection.execute(delete(rights_act).where(rights_act.c.number == newest))


def cut_with_its_seal(connection: Connection, folder: Path) -> None:
    cut(connection, folder)
    newest = select(func.max(rights_act_seal.c.number)).scalar_subquery()
    connection.execute(delete(rights_act_seal).where(rights_act_seal.c.number == newest))


def gone(connection: Connection, _folder: Path) -> None:
    connection.execute(delete(rights_act))
    connection.execute(delete(rights_act_seal))


def made_anew(connection: Connection, folder: Path) -> None:
    remade(connection, 99, AT)
    signed_anew(connection, folder / "other.key")


def made_anew_and_longer(connection: Connection, folder: Path) -> None:
    remade(connection, 3)
    acts = StoredUnitOfWork(connection).rights_acts
    for _number in range(9):
        acts.note(1, RightsActKind.SCHOOL_CHANGED, AT)
    signed_anew(connection, folder / "other.key")


def added(connection: Connection, _folder: Path) -> None:
    last = connection.execute(
        select(rights_act).order_by(rights_act.c.number.desc()).limit(1)
    ).one()
    values = {**last._mapping, "number": last.number + 1, "before": last.digest}
    connection.execute(insert(rights_act).values(values))


def signed_by_another(connection: Connection, folder: Path) -> None:
    signed_anew(connection, folder / "other.key")


CHANGED = "line 2 was CHANGED"
ATTACKS = {
    "a line changed": (set_("about_id = 9"), CHANGED),
    "a kind that is none": (set_("kind = 'x'"), CHANGED),
    "no instant": (set_("at = 'x'"), "was CHANGED"),
    "no JSON": (set_("ids = '{'"), "was CHANGED"),
    "a list of identities": (set_("ids = '[1]'"), CHANGED),
    "a digest changed": (set_("digest = 'x'"), CHANGED),
    "a line missing": (done("DELETE FROM rights_act WHERE number = 2"), "line 2 is MISSING"),
    "the first missing": (done("DELETE FROM rights_act WHERE number = 1"), "line 1 is MISSING"),
    "cut off": (cut, "CUT OFF"),
    "cut off with its seal": (cut_with_its_seal, "CUT OFF"),
    "all gone": (gone, "CUT OFF"),
    "made anew": (made_anew, "MADE ANEW"),
    "made anew and longer": (made_anew_and_longer, "MADE ANEW"),
    "one added": (added, "was ADDED"),
    "seals gone": (done("DELETE FROM rights_act_seal"), "is GONE"),
    "a seal changed": (done("UPDATE rights_act_seal SET signature = 'ab'"), "does NOT FIT"),
    "signed with another key": (signed_by_another, "ANOTHER KEY"),
    "a far seal": (done("INSERT INTO rights_act_seal VALUES (1, 999, 'a', 'b')"), "CUT OFF"),
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_each_attack_is_found_and_never_signed_over(
    noted: Run, sqlite_url: str, tmp_path: Path, attack: str
):
    does, said = ATTACKS[attack]
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        does(connection, tmp_path)
    engine.dispose()
    for _time in range(2):
        found = verified(noted)
        # What is written behind lines that were cut off makes them others.
        assert said in found.stdout or (said == "CUT OFF" and "MADE ANEW" in found.stdout)
        assert found.returncode == 1
        assert "log of acts is not whole" in noted("doctor", KOMPAAN_LANGUAGE="en").stdout
        # Neither a tick nor another line mends it.
        noted("invite", "m1", "--at", "2026-10-02T13:00")
        printed(noted, "tick", "--at", "2026-10-02T13:10")


def test_a_list_that_is_lost_is_noted_again_by_what_is_signed(noted: Run, tmp_path: Path):
    (tmp_path / "kompaan.key.acts").unlink()
    printed(noted, "tick", "--at", "2026-10-02T13:10")
    assert verified(noted).returncode == 0
    assert "1 " in (tmp_path / "kompaan.key.acts").read_text()


def test_a_backup_that_was_put_back_is_accepted_and_that_stands_in_the_log(
    noted: Run, sqlite_url: str
):
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        cut_with_its_seal(connection, Path())
    engine.dispose()
    assert verified(noted).returncode == 1
    lines = count(sqlite_url)
    printed(noted, "audit", "accept", "--at", "2026-10-02T14:00")
    assert verified(noted).returncode == 0
    assert count(sqlite_url) == lines + 1
    assert "accepted this log" in printed(noted, "audit", "show").splitlines()[-1]
    printed(noted, "tick", "--at", "2026-10-02T14:10")
    assert f"signed is line {lines + 1}" in verified(noted).stdout


def test_what_is_broken_inside_is_not_accepted(noted: Run, sqlite_url: str):
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE rights_act SET about_id = 9 WHERE number = 2")
    engine.dispose()
    lines = count(sqlite_url)
    assert noted("audit", "accept", KOMPAAN_LANGUAGE="en").returncode == 1
    assert count(sqlite_url) == lines
    assert verified(noted).returncode == 1


def test_a_person_who_is_forgotten_leaves_it_whole(noted: Run, sqlite_url: str):
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        erased = {"name": "—", "folded_name": "", "school_id": "erased-1", "erased_at": AT}
        connection.execute(person.update().where(person.c.school_id == "m1").values(erased))
    engine.dispose()
    assert verified(noted).returncode == 0
    assert "Karim" not in printed(noted, "audit", "show")


def test_it_is_shown_in_plain_words_of_some_day_and_of_somebody(noted: Run):
    every = printed(noted, "audit", "show").splitlines()
    assert any("somebody on the command line invited Karim Haddad (m1)" in line for line in every)
    assert any("read a roster in: 7 new people" in line for line in every)
    of_karim = printed(noted, "audit", "show", "--person", "karim").splitlines()
    assert len(of_karim) == 1
    assert printed(noted, "audit", "show", "--since", "2026-10-02", "--person", "m1") != ""
    since = printed(noted, "audit", "show", "--since", "2099-01-01")
    assert since == "Nothing of that stands in the log.\n"
    assert "nodigde Karim Haddad (m1) uit" in noted("audit", "show", KOMPAAN_LANGUAGE="nl").stdout


def test_its_table_holds_no_formula(noted: Run, sqlite_url: str, tmp_path: Path):
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        evil = {"name": "=HYPERLINK(1)"}
        connection.execute(person.update().where(person.c.school_id == "m1").values(evil))
    engine.dispose()
    printed(noted, "audit", "show", "--csv", str(tmp_path / "acts.csv"))
    table = (tmp_path / "acts.csv").read_text("utf-8-sig")
    assert (tmp_path / "acts.csv").stat().st_mode & 0o777 == 0o600
    assert "'=HYPERLINK" in table
    assert not any(cell.startswith("=") for line in table.splitlines() for cell in line.split(","))
