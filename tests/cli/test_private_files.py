"""What people said is its keeper's alone: the database, its companions, and every file written."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.engine import connect
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def open_handed() -> Iterator[None]:
    """Make files for everybody, as a careless shell does."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_database_and_its_companions_are_their_owners(kompaan: Run, tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'new.db'}"
    assert kompaan("migrate", KOMPAAN_DATABASE_URL=url).returncode == 0
    engine = connect(url, keeps_open=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
        files = [*tmp_path.glob("new.db*")]
        assert {mode(file) for file in files} == {0o600}
        assert len(files) > 1
    engine.dispose()
    told = kompaan("doctor", KOMPAAN_DATABASE_URL=url).stdout
    assert "ok   The database's files are their owner's alone." in told


def test_the_doctor_names_the_chmod_of_a_database_that_others_read(kompaan: Run, tmp_path: Path):
    file = tmp_path / "of all.db"
    url = f"sqlite:///{file}"
    kompaan("migrate", KOMPAAN_DATABASE_URL=url)
    file.chmod(0o640)
    done = kompaan("doctor", KOMPAAN_DATABASE_URL=url)
    assert done.returncode == 1
    assert f"BAD  Others can read what people said: chmod 600 '{file}'" in done.stdout
    assert mode(file) == 0o640  # who keeps it decides


def test_the_doctor_names_the_chmod_of_settings_with_secrets_that_others_read(
    kompaan: Run, tmp_path: Path
):
    file = Path(".env")
    file.write_text("KOMPAAN_LANGUAGE=nl\n")
    file.chmod(0o644)
    assert "chmod" not in kompaan("doctor", KOMPAAN_LANGUAGE="en").stdout
    file.write_text("KOMPAAN_METRICS_TOKEN=s3cret\n")
    done = kompaan("doctor")
    assert done.returncode == 1
    assert "BAD  Others can read the secrets among the settings: chmod 600 .env" in done.stdout
    assert "s3cret" not in done.stdout
    file.chmod(0o600)
    assert "chmod" not in kompaan("doctor").stdout


def test_the_doctor_names_a_folder_in_which_others_could_replace_the_key(
    kompaan: Run, tmp_path: Path
):
    folder = tmp_path / "keys"
    folder.mkdir()
    (folder / "of.key").write_text("")
    folder.chmod(0o775)
    key = {"KOMPAAN_SIGNING_KEY_FILE": str(folder / "of.key")}
    said = f"Others can replace the key that signs photos: chmod go-w {folder}"
    assert f"BAD  {said}" in kompaan("doctor", **key).stdout
    folder.chmod(0o1777)  # there nobody takes away what is another's
    assert said not in kompaan("doctor", **key).stdout
    folder.chmod(0o755)
    assert said not in kompaan("doctor", **key).stdout


def test_every_file_that_a_command_writes_is_its_owners(school: Run, tmp_path: Path):
    log = tmp_path / "log.csv"
    log.write_text("of before")
    log.chmod(0o666)
    assert school("interventions", "--out", str(log)).returncode == 0
    assert mode(log) == 0o600
    assert "of before" not in log.read_text()
    folder = tmp_path / "a" / "b"
    done = school("say", "--as", "c1", "--save", str(folder), "/class")
    assert done.returncode == 0, done.stderr
    done = school("say", "--as", "s1", "--save", str(folder), "/report")
    assert [mode(made) for made in (folder.parent, folder)] == [0o700, 0o700]
    written = [*folder.iterdir()]
    assert written
    assert {mode(file) for file in written} == {0o600}
    made, drawn = tmp_path / "list.csv", tmp_path / "one.png"
    bot = {"KOMPAAN_TELEGRAM_BOT_NAME": "kompaan_bot", "KOMPAAN_TELEGRAM_TOKEN": "1:a"}
    school("invite", "--class-group", "6E", "--out", str(made), **bot)
    school("invite", "s1", "--qr", str(drawn), **bot)
    codes = [*made.with_suffix("").iterdir()]
    assert codes
    assert {mode(file) for file in (made, drawn, *codes)} == {0o600}
    assert mode(made.with_suffix("")) == 0o700


def test_a_pipe_or_a_folder_in_the_way_is_said(school: Run, tmp_path: Path):
    (tmp_path / "taken").write_text("")
    done = school("say", "--as", "s1", "--save", str(tmp_path / "taken" / "x"), "/report")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert school("interventions", "--out", "/dev/full").returncode == 1
