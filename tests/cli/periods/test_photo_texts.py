"""What a photo says in words stays as it was, is signed, and of photos of before it is said."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.domain.periods.photos import digest_of_photo
from bot.seal import Signet
from bot.storage.engine import connect
from bot.storage.periods.photo_digests import _digest, written_rows
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.cli.conftest import FRAMEWORK, ROSTER, Run
from tests.cli.periods.test_periods import printed

REWORDED = {
    "roster.csv": ROSTER.replace("Jonas Peeters", "Piet Janssens"),
    "trade.csv": FRAMEWORK.replace("Marks out routes", "Sells shoes"),
}


@contextmanager
def database(url: str) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        yield connection


def reword(school: Run, folder: Path) -> None:
    """Rename the student and reword a competence, as next year's files do."""
    for name, content in REWORDED.items():
        (folder / name).write_text(content)
    framework = ("framework", "trade.csv", "--reword")
    for arguments in (framework, ("roster", "roster.csv", "--rename")):
        assert school("import", *arguments).returncode == 0
    assert "Sells shoes" in printed(school, "say", "--as", "m1", "/report piet")


def forget_texts(url: str, key: Path) -> None:
    """Make of the photos what they were before their texts and places were kept, sealed so."""
    with database(url) as connection:
        connection.execute("UPDATE photo_track SET texts = NULL, texts_digest = NULL")
        connection.execute(
            "UPDATE photo SET texts = NULL, name = NULL, number = NULL, before = NULL"
        )
    key.with_name("kompaan.key.photos").unlink()
    engine = connect(url)
    with engine.begin() as connection:
        for photo in StoredUnitOfWork(connection).photos.list_all():
            rows = written_rows(connection, photo.id, 0, 99)
            tracks = connection.exec_driver_sql(
                "SELECT track_id, upto_score, texts, texts_digest FROM photo_track"
                f" WHERE photo_id = {photo.id}"
            ).all()
            digests = [(row.track_id, _digest(row, rows.get(row.track_id, ""))) for row in tracks]
            whole = digest_of_photo(photo.head, photo.taken_at, digests)
            for track_id, digest in digests:
                connection.exec_driver_sql(
                    f"UPDATE photo_track SET digest = '{digest}'"
                    f" WHERE photo_id = {photo.id} AND track_id = {track_id}"
                )
            connection.exec_driver_sql(
                f"UPDATE photo SET digest = '{whole}',"
                f" signature = '{Signet(key).sign(whole).signature}' WHERE id = {photo.id}"
            )
        connection.exec_driver_sql(
            "UPDATE period SET photographed ="
            " (SELECT digest FROM photo WHERE photo.period_id = period.id)"
        )
    engine.dispose()


def test_a_photo_keeps_the_titles_and_names_of_its_day(photographed: Run, tmp_path: Path):
    reword(photographed, tmp_path)
    shown = printed(photographed, "photo", "show", "--student", "piet", "--period", "autumn")
    assert shown.startswith("Jonas Peeters · 6E · TRADE · Autumn\n")
    assert "Now called Piet Janssens." in shown
    assert "8 Marks out routes" in shown
    assert "Sells shoes" not in shown
    described = json.loads(
        printed(photographed, "photo", "show", "--student", "s1", "--period", "autumn", "--json")
    )
    assert (described["student"], described["texts_kept"]) == ("Jonas Peeters", True)
    compared = printed(photographed, "photo", "compare", "--student", "piet")
    assert "8 Marks out routes: mentor not acquired → acquired, autonomously" in compared
    assert printed(photographed, "photo", "verify").count("untouched.\n") == 2


def test_the_chat_shows_it_as_it_was(photographed: Run, tmp_path: Path):
    reword(photographed, tmp_path)
    shown = printed(photographed, "say", "--as", "m1", "/photo piet winter")
    assert "Jonas Peeters · TRADE" in shown
    assert "8 Marks out routes" in shown
    assert "Sells shoes" not in shown
    changed = printed(photographed, "say", "--as", "m1", "--tap", "what changed since Autumn")
    assert "Jonas Peeters: from Autumn to Winter\n8 Marks out routes\n" in changed


def test_a_competence_that_came_later_has_no_colour_in_a_photo_of_before(
    photographed: Run, tmp_path: Path
):
    (tmp_path / "trade.csv").write_text(FRAMEWORK + "11;Tests;Tests 1\n")
    assert photographed("import", "framework", "trade.csv").returncode == 0
    assert "11 Tests" in printed(photographed, "say", "--as", "c1", "/report jonas")
    assert "11 Tests" not in printed(photographed, "photo", "show", "--student", "s1")
    printed(photographed, "say", "--as", "c1", "/language en")
    overview = printed(photographed, "say", "--as", "c1", "/overview jonas")
    assert "11 Tests\n  Autumn ––– · Winter ––– · now nothing scored yet" in overview


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE photo_track SET texts = replace(texts, 'Jonas', 'Piet')", "Jonas Peeters"),
        ("UPDATE photo_track SET texts = replace(texts, '6E', '6F')", "for 3 students"),
        ("UPDATE photo_track SET texts = NULL, texts_digest = NULL", "for 3 students"),
        ("UPDATE photo SET texts = replace(texts, 'Marks', 'Sells')", "seal does not fit"),
        ("UPDATE photo SET texts = replace(texts, 'conduits 9', 'shoes')", "seal does not fit"),
        ("UPDATE photo SET name = 'Spring'", "seal does not fit"),
        ("UPDATE photo SET name = NULL, texts = NULL", "seal does not fit"),
    ],
)
def test_a_changed_text_is_found(photographed: Run, sqlite_url: str, change: str, says: str):
    with database(sqlite_url) as connection:
        connection.execute(change)
    done = photographed("photo", "verify", KOMPAAN_LANGUAGE="en")
    assert done.returncode == 1
    assert says in done.stdout


def test_photos_of_before_keep_their_seal_and_say_what_was_not_kept(
    photographed: Run, sqlite_url: str, tmp_path: Path
):
    forget_texts(sqlite_url, tmp_path / "kompaan.key")
    reword(photographed, tmp_path)
    said = "Names and titles were not kept with it: they are shown as they are today."
    assert printed(photographed, "photo", "verify").count(f"untouched. {said}") == 2
    shown = printed(photographed, "photo", "show", "--student", "s1")
    assert "Piet Janssens" in shown
    assert "Names and titles were not kept with this photo: they are those of today." in shown
    assert "not kept with this photo" in printed(photographed, "say", "--as", "m1", "/photo piet")


def test_texts_put_into_a_photo_of_before_do_not_pass(
    photographed: Run, sqlite_url: str, tmp_path: Path
):
    forget_texts(sqlite_url, tmp_path / "kompaan.key")
    with database(sqlite_url) as connection:
        connection.execute("UPDATE photo SET name = 'Spring'")
    assert photographed("photo", "verify").returncode == 1
