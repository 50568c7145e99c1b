"""A photo that was taken away, replaced or taken anew is found, and the clock takes none again."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Done, Run
from tests.cli.periods.test_periods import add, printed, refused
from tests.cli.periods.test_photo_texts import forget_texts

LATER = "2026-12-12T12:00"

TABLES = (("photo_colour", "photo_id"), ("photo_track", "photo_id"), ("photo", "id"))
GONE = "; ".join(
    f"DELETE FROM {table} WHERE {column} ="
    " (SELECT photo.id FROM photo JOIN period ON period.id = period_id"
    " WHERE period.name = '%(name)s')"
    for table, column in TABLES
)
UNSEALED = (
    "UPDATE photo SET taken_at = NULL, digest = '', public_key = '', signature = '',"
    " number = NULL, before = NULL WHERE name = '%(name)s'"
)
FORGOTTEN = "UPDATE period SET photographed = NULL WHERE name = '%(name)s'"
"""What somebody would do who knows how it is kept, beside taking the photo away."""


def written(url: str, *statements: str) -> None:
    """Write to the database as somebody does who has nothing but it."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        connection.executescript(";".join(statements))


def verified(school: Run) -> Done:
    return school("photo", "verify", KOMPAAN_LANGUAGE="en")


@pytest.mark.parametrize(
    ("name", "done", "hidden"),
    [
        ("Autumn", GONE, False),
        ("Winter", GONE, True),
        ("Autumn", UNSEALED, True),
        ("Winter", UNSEALED, False),
    ],
)
def test_a_photo_that_is_gone_is_missed_and_not_taken_again(
    photographed: Run, sqlite_url: str, name: str, done: str, *, hidden: bool
):
    written(sqlite_url, done % {"name": name}, *([FORGOTTEN % {"name": name}] if hidden else []))
    printed(photographed, "tick", "--at", LATER)
    found = verified(photographed)
    assert found.returncode == 1
    assert f"{name}: GONE: its photo was taken, and is no longer there." in found.stdout
    doctor = photographed("doctor", "--at", LATER, KOMPAAN_LANGUAGE="en")
    assert f"is gone, or another one stands in its place: {name}." in doctor.stdout
    assert doctor.returncode == 1

    said = printed(photographed, "photo", "again", "--period", name)
    assert "of the instant that was agreed" in said
    printed(photographed, "tick", "--at", LATER)
    assert printed(photographed, "photo", "verify").count("untouched.\n") == 2
    assert "is gone" in refused(photographed, "photo", "again", "--period", name)
    # It is known as the one before it was, and is missed as that was.
    written(sqlite_url, done % {"name": name}, FORGOTTEN % {"name": name})
    assert f"{name}: GONE" in verified(photographed).stdout


def test_who_has_the_database_alone_cannot_take_all_photos_away(photographed: Run, sqlite_url: str):
    gone = (GONE % {"name": name} for name in ("Winter", "Autumn"))
    written(sqlite_url, *gone, "DELETE FROM planned", "DELETE FROM period")
    assert verified(photographed).stdout.count("GONE") == 2


def test_a_photo_of_another_database_is_not_the_one_that_was_taken(
    photographed: Run, sqlite_url: str, tmp_path: Path
):
    """Taken with the key, of a ledger that was changed: only the head outside tells of it."""
    heads = (tmp_path / "kompaan.key.photos").read_text()
    (tmp_path / "kompaan.key.photos").unlink()
    written(sqlite_url, GONE % {"name": "Winter"}, FORGOTTEN % {"name": "Winter"})
    printed(photographed, "tick", "--at", LATER)
    assert verified(photographed).returncode == 0
    (tmp_path / "kompaan.key.photos").write_text(heads)
    found = verified(photographed)
    assert found.returncode == 1
    assert "Winter: REPLACED: it is not the photo that was taken first." in found.stdout


def test_a_photo_without_the_one_before_it_is_out_of_its_chain(
    photographed: Run, sqlite_url: str, tmp_path: Path
):
    (tmp_path / "kompaan.key.photos").unlink()
    written(sqlite_url, GONE % {"name": "Autumn"}, FORGOTTEN % {"name": "Autumn"})
    found = verified(photographed)
    assert found.returncode == 1
    assert "Winter: OUT OF ITS CHAIN" in found.stdout


@pytest.mark.parametrize(
    ("change", "gives"),
    [
        ("UPDATE score SET mastery = 'V' WHERE mastery = 'X'", False),
        ("UPDATE entry SET undone_at = '2026-10-25 12:00:00.000000'", False),
        # What came later, or was undone later, the photo never showed.
        ("UPDATE entry SET undone_at = '2027-03-25 12:00:00.000000'", True),
    ],
)
def test_what_of_the_ledger_no_longer_gives_its_colours_is_named(
    photographed: Run, sqlite_url: str, change: str, *, gives: bool
):
    written(sqlite_url, change)
    found = verified(photographed)
    assert found.returncode == (0 if gives else 1)
    said = (
        "Autumn: untouched. The LEDGER no longer gives its colours for 1 student: Jonas Peeters\n"
    )
    assert (said in found.stdout) is not gives
    autumn, _winter = json.loads(photographed("photo", "verify", "--json").stdout)
    assert (autumn["untouched"], autumn["ledger_differs"]) == (True, 0 if gives else 1)


def test_what_is_said_late_is_in_no_photo_and_no_fault_of_the_ledger(photographed: Run):
    photographed("say", "--as", "t1", "--at", "2026-10-21T12:00", "noor 10 all v")
    photographed("say", "--as", "m1", "--at", LATER, "/undo")
    assert printed(photographed, "photo", "verify").count("untouched.\n") == 2


def test_the_next_photo_follows_on_the_last_of_before(
    photographed: Run, sqlite_url: str, tmp_path: Path
):
    forget_texts(sqlite_url, tmp_path / "kompaan.key")
    add(photographed, "Spring", "2027-01-01", "2027-03-12 16:00")
    printed(photographed, "tick", "--yes", "--at", "2027-03-12T16:00")
    (noted,) = (tmp_path / "kompaan.key.photos").read_text().split("\n")[1:-1]
    assert noted.endswith(" Spring .")
    said = printed(photographed, "photo", "verify")
    assert said.count("It was taken before photos stood in a chain") == 2
    assert "Spring: untouched.\n" in said
    written(sqlite_url, GONE % {"name": "Winter"})
    printed(photographed, "tick", "--at", "2027-03-13T16:00")
    found = verified(photographed).stdout
    assert "Winter: GONE" in found
    assert "Spring: OUT OF ITS CHAIN" in found


def copied(url: str, name: str, number: int) -> None:
    """Copy the photo of Autumn, with its signature, to a later period and place."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM photo WHERE name = 'Autumn'").fetchone())
        (period_id,) = connection.execute("SELECT id FROM period WHERE name = ?", [name]).fetchone()
        row |= {"id": 100, "period_id": period_id, "number": number, "before": row["digest"]}
        marks = ", ".join("?" * len(row))
        connection.execute(
            f"INSERT INTO photo ({', '.join(row)}) VALUES ({marks})", [*row.values()]
        )


@pytest.mark.parametrize("number", [2, 3])
def test_a_seal_that_was_copied_to_another_period_is_not_noted(
    photographed: Run, sqlite_url: str, tmp_path: Path, number: int
):
    noted = (tmp_path / "kompaan.key.photos").read_text()
    written(sqlite_url, GONE % {"name": "Winter"})
    copied(sqlite_url, "Winter", number)
    printed(photographed, "tick", "--at", LATER)
    assert (tmp_path / "kompaan.key.photos").read_text() == noted
    written(sqlite_url, GONE % {"name": "Winter"})
    printed(photographed, "photo", "again", "--period", "Winter")
    # Autumn's is still waited for.
    written(sqlite_url, GONE % {"name": "Autumn"}, FORGOTTEN % {"name": "Autumn"})
    printed(photographed, "tick", "--at", LATER)
    assert "Autumn: GONE" in verified(photographed).stdout


@pytest.fixture
def older(photographed: Run, sqlite_url: str) -> Run:
    """The database of before Winter's period was added, beside the key and list of after it."""
    written(
        sqlite_url,
        GONE % {"name": "Winter"},
        "DELETE FROM planned WHERE period_id = 2",
        "DELETE FROM period WHERE name = 'Winter'",
        "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'period'",
    )
    return photographed


def test_another_period_with_the_identity_of_one_that_is_known_gets_its_photo(
    older: Run, sqlite_url: str
):
    add(older, "Spring", "2027-01-01", "2027-03-12 16:00")
    printed(older, "tick", "--yes", "--at", "2027-03-12T16:00")
    said = verified(older).stdout
    assert "Spring: untouched.\n" in said
    assert "Winter: GONE" in said
    assert "No photo of a period Spring is gone." in refused(
        older, "photo", "again", "--period", "Spring"
    )
    printed(older, "photo", "accept", "--period", "Winter")
    assert printed(older, "photo", "verify").count("untouched.\n") == 2
    written(sqlite_url, GONE % {"name": "Spring"}, FORGOTTEN % {"name": "Spring"})
    assert "Spring: GONE" in verified(older).stdout


def test_a_photo_whose_period_is_gone_is_not_taken_again_and_not_given_up(
    older: Run, tmp_path: Path
):
    noted = (tmp_path / "kompaan.key.photos").read_text()
    told = refused(older, "photo", "again", "--period", "winter")
    assert "The period Winter is not in this database any more" in told
    assert (tmp_path / "kompaan.key.photos").read_text() == noted
    said = printed(older, "photo", "accept", "--period", "winter")
    assert "is no longer waited for" in said
    assert printed(older, "photo", "verify") == "Autumn: untouched.\n"
    assert "are the ones that were taken" in refused(older, "photo", "accept", "--period", "winter")


def test_the_right_database_comes_back_after_a_photo_was_taken_again(
    photographed: Run, sqlite_url: str, tmp_path: Path, shelf: Path
):
    written(sqlite_url, GONE % {"name": "Winter"}, FORGOTTEN % {"name": "Winter"})
    assert "photo again" in refused(photographed, "photo", "accept", "--period", "Winter")
    printed(photographed, "photo", "again", "--period", "Winter")
    printed(photographed, "tick", "--at", LATER)
    shutil.copyfile(shelf / "photographed" / "kompaan.sqlite", tmp_path / "kompaan.sqlite")
    printed(photographed, "tick", "--at", LATER)
    accepting = "kompaan photo accept --period Winter"
    assert f"To keep it as it stands: {accepting}\n" in verified(photographed).stdout
    assert accepting in refused(photographed, "photo", "again", "--period", "Winter")
    assert "counts as it stands now" in printed(
        photographed, "photo", "accept", "--period", "Winter"
    )
    printed(photographed, "tick", "--at", LATER)
    assert printed(photographed, "photo", "verify").count("untouched.\n") == 2
    written(sqlite_url, GONE % {"name": "Winter"}, FORGOTTEN % {"name": "Winter"})
    assert "Winter: GONE" in verified(photographed).stdout


def test_what_nobody_sealed_is_not_accepted(photographed: Run, sqlite_url: str):
    written(
        sqlite_url,
        GONE % {"name": "Winter"},
        "UPDATE photo SET name = 'Winter', period_id = 2 WHERE name = 'Autumn'",
    )
    assert "not sealed so" in refused(photographed, "photo", "accept", "--period", "Winter")


def test_a_track_that_became_another_students_is_found(photographed: Run, sqlite_url: str):
    path = sqlite_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as connection, connection:
        (first, one), (second, other) = connection.execute(
            "SELECT id, student_id FROM track ORDER BY id LIMIT 2"
        )
        for track_id, student_id in ((first, -1), (second, one), (first, other)):
            connection.execute(
                "UPDATE track SET student_id = ? WHERE id = ?", (student_id, track_id)
            )
    found = verified(photographed)
    assert found.returncode == 1
    assert found.stdout.count("CHANGED since it was taken, for 2 students") == 2
