"""Everything that is kept of somebody, written into a file."""

import json
import stat
import zipfile
from pathlib import Path

from sqlalchemy import create_engine, select

from bot.storage.tables import outbox, rights_act
from tests.cli.conftest import Run

AT = ("--at", "2026-10-14T10:00")
LOADED = ["framework_imported", "roster_imported"]
"""The acts of loading the school, before anybody asks for anything."""


def test_it_is_written_for_its_owner_alone_and_those_who_decide_are_told(
    school: Run, sqlite_url: str, tmp_path: Path
):
    school("say", "--as", "m1", *AT, 'jonas 8 vvll "keeps asking"')
    out = tmp_path / "jonas.zip"
    done = school("mydata", "--as", "s1", "--out", str(out), *AT)
    assert done.returncode == 0, done.stderr
    assert f"Everything that is kept of Jonas Peeters: {out}" in done.stdout
    assert "Told that it was asked for: Lien Martens." in done.stdout
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob(".*zip*")] == []
    with zipfile.ZipFile(out) as archive:
        data = json.loads(archive.read("data.json"))
        assert any("report" in name for name in archive.namelist())
    assert [row["text"] for row in data["tables"]["note"]] == ["keeps asking"]
    with create_engine(sqlite_url).connect() as connection:
        noted = select(rights_act.c.kind, rights_act.c.by_id).order_by(rights_act.c.number)
        acts = connection.execute(noted).all()
        asks = connection.execute(select(outbox.c.asks)).scalars().all()
    assert [tuple(act) for act in acts] == [(kind, None) for kind in (*LOADED, "exported")]
    assert [asked.partition(":")[0] for asked in asks].count("own data asked") == 1


def test_what_cannot_be_written_tells_nobody(school: Run, sqlite_url: str):
    done = school("mydata", "--as", "s1", "--out", "nowhere/at/all.zip", *AT)
    assert done.returncode == 1
    assert "nowhere/at/all.zip cannot be written." in done.stderr
    unknown = school("mydata", "--as", "nobody", "--out", "mine.zip", *AT)
    assert unknown.returncode == 1
    assert "Nobody is known as 'nobody'." in unknown.stderr
    with create_engine(sqlite_url).connect() as connection:
        noted = select(rights_act.c.kind).order_by(rights_act.c.number)
        assert connection.execute(noted).scalars().all() == LOADED
