"""Forgetting from the command line: photos and decisions still verify, the bytes are gone."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.engine import connect
from bot.storage.scoring.system_reads import disagreements
from tests.cli.conftest import ROSTER, Run
from tests.cli.evaluating.test_decision_verify import decided, verified
from tests.cli.periods.conftest import photographed
from tests.cli.periods.test_periods import printed, refused
from tests.cli.periods.test_photo_texts import forget_texts

__all__ = ["decided", "photographed"]

LATER = "2026-12-12T12:30"
CANARY = "canaryword"
BRIEF = ("--at", LATER)


def at(minutes: int) -> tuple[str, str]:
    return "--at", f"2026-12-12T13:{minutes:02}"


def forget(school: Run, who: str = "jonas") -> None:
    """Erase somebody by the command, with the ticks that do and clean it."""
    printed(school, "forget", who, "--now", *BRIEF)
    printed(school, "tick", *at(0))
    printed(school, "tick", *at(2))


def query(url: str, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        return connection.execute(statement).fetchall()


def bytes_of(url: str) -> bytes:
    file = Path(url.removeprefix("sqlite:///"))
    beside = [file, *(file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal"))]
    return b"".join(own.read_bytes() for own in beside if own.exists())


@pytest.fixture
def noted(decided: Run) -> Run:
    """The same, with words of a mentor and of the student."""
    decided("say", "--as", "m1", "--at", LATER, f"jonas 8.1 x “{CANARY} of the mentor”")
    decided("say", "--as", "s1", "--at", LATER, f"8.1 l “{CANARY} of the student”")
    return decided


def test_a_student_goes_and_photos_and_decisions_still_verify(noted: Run, sqlite_url: str):
    assert CANARY.encode() in bytes_of(sqlite_url)
    forget(noted)
    told = printed(noted, "photo", "verify")
    assert (
        told.count("untouched. 1 student was erased lawfully, and the sums are as they were") == 2
    )
    done = verified(noted)
    assert done.returncode == 0
    assert "its student was erased lawfully" in done.stdout
    assert "Jonas" not in told + done.stdout
    (sums,) = query(sqlite_url, "SELECT count(*) FROM photo_colour WHERE track_id = 1")[0]
    assert sums
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        assert not disagreements(connection)
    engine.dispose()
    left = bytes_of(sqlite_url)
    for word in (CANARY, "Jonas", "Peeters"):
        assert word.encode() not in left, word
    assert b"Noor Aziz" in left


def test_a_row_without_words_that_the_list_does_not_name_is_not_excused(noted: Run, tmp_path: Path):
    forget(noted)
    (tmp_path / "kompaan.key.erased").unlink()
    assert "CHANGED since it was taken" in noted("photo", "verify", KOMPAAN_LANGUAGE="en").stdout
    done = verified(noted)
    assert done.returncode == 1
    assert "CHANGED since it was recorded." in done.stdout


def test_a_line_with_another_seal_excuses_nothing(noted: Run, tmp_path: Path):
    forget(noted)
    file = tmp_path / "kompaan.key.erased"
    file.write_text(file.read_text().replace(",true,true,", ",true, true,"))
    assert noted("photo", "verify").returncode == 1


def test_what_stays_of_who_was_erased_is_still_checked(noted: Run, sqlite_url: str):
    forget(noted)
    query(sqlite_url, "UPDATE photo_colour SET acquired = acquired + 1 WHERE track_id = 1")
    assert noted("photo", "verify").returncode == 1
    query(sqlite_url, "UPDATE decision SET kind = 'qualified' WHERE track_id = 1")
    assert verified(noted).returncode == 1


def test_photos_of_before_keep_their_sums_by_the_list(noted: Run, sqlite_url: str, tmp_path: Path):
    forget_texts(sqlite_url, tmp_path / "kompaan.key")
    forget(noted)
    assert noted("photo", "verify", KOMPAAN_LANGUAGE="en").stdout.count("untouched.") == 2


def test_a_mentor_goes_and_the_students_record_stays(noted: Run, sqlite_url: str):
    forget(noted, "m1")
    assert "untouched." in printed(noted, "photo", "verify")
    assert query(sqlite_url, "SELECT text FROM note WHERE role = 'mentor'") == [
        (f"{CANARY} of the mentor",)
    ]
    assert b"Karim" not in bytes_of(sqlite_url)


def test_who_comes_back_with_the_roster_is_a_new_person(
    noted: Run, sqlite_url: str, tmp_path: Path
):
    forget(noted)
    (tmp_path / "roster.csv").write_text(ROSTER)
    printed(noted, "import", "roster", "roster.csv")
    people = query(sqlite_url, "SELECT id, school_id, erased_at FROM person WHERE id IN (1, 2)"
                   " OR school_id = 's1' ORDER BY id")  # fmt: skip
    new = [row for row in people if row[1] == "s1"]
    assert len(new) == 1
    assert new[0][2] is None
    assert any(str(row[1]).startswith("erased-") for row in people)
    printed(noted, "tick", *at(10))
    printed(noted, "forget", "again", *at(11))
    assert query(sqlite_url, "SELECT erased_at FROM person WHERE school_id = 's1'") == [(None,)]


def test_a_backup_that_is_put_back_is_erased_by_the_next_tick(
    noted: Run, sqlite_url: str, tmp_path: Path
):
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as one, closing(sqlite3.connect(tmp_path / "b")) as other:
        one.backup(other)
    forget(noted)
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    shutil.copy(tmp_path / "b", file)
    (tmp_path / "b").unlink()
    assert CANARY.encode() in bytes_of(sqlite_url)
    printed(noted, "tick", *at(20))
    printed(noted, "tick", *at(22))
    left = bytes_of(sqlite_url)
    assert b"Jonas" not in left
    assert CANARY.encode() not in left
    assert "erased lawfully" in printed(noted, "photo", "verify")
    assert "Nobody who was erased is back." in printed(noted, "forget", "again", *at(23))


def test_a_command_erases_again_as_well(noted: Run, sqlite_url: str, tmp_path: Path):
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as one, closing(sqlite3.connect(tmp_path / "b")) as other:
        one.backup(other)
    forget(noted)
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    shutil.copy(tmp_path / "b", file)
    assert "Erased anew: 1 person." in printed(noted, "forget", "again", *at(23))
    assert query(sqlite_url, "SELECT count(*) FROM person WHERE name = 'Jonas Peeters'") == [(0,)]


def test_wishes_are_listed_and_put_off(school: Run):
    assert "Nobody waits" in printed(school, "forget", "list", *BRIEF)
    said = printed(school, "forget", "s1", *BRIEF)
    assert "Jonas Peeters · is erased from Mon 11 Jan 2027, 12:30 on" in said
    waits = printed(school, "forget", "s1", "--reason", "An appeal runs.", *BRIEF)
    assert "waits: “An appeal runs.”" in waits
    (listed,) = json.loads(printed(school, "forget", "list", "--json", *BRIEF))
    assert (listed["person"], listed["waits"]) == ("s1", "An appeal runs.")
    printed(school, "tick", "--yes", "--at", "2027-03-01T12:00")
    assert "Jonas Peeters" in printed(school, "people")
    assert "Nobody is known as" in refused(school, "forget", "nobody", *BRIEF)
    assert "--now" in refused(school, "forget", "s1", "--now", "--reason", "x", *BRIEF)


def test_the_days_and_the_months_are_set(school: Run):
    assert "have 10 days" in printed(school, "organisation", "--forget-days", "10")
    said = printed(school, "programme", "TRADE", "--retention", "12", "--photo-retention", "36")
    assert "kept 12 months, photos 36" in said
    assert "no shorter" in refused(school, "programme", "TRADE", "--photo-retention", "6")
    assert "is erased from Tue 22 Dec 2026" in printed(school, "forget", "s1", *BRIEF)


def test_the_doctor_names_a_wish_that_nobody_decides_about_and_counts_what_waits(
    school: Run, sqlite_url: str
):
    query(sqlite_url, "DELETE FROM involvement WHERE role = 'coach'")
    printed(school, "forget", "s1", *BRIEF)
    said = school("doctor", *BRIEF, KOMPAAN_LANGUAGE="en").stdout
    assert "s1 wants to be forgotten, and nobody decides about that" in said
    assert "0 ended tracks wait" in said
    assert "Jonas" not in said
    late = school("doctor", "--at", "2027-02-01T12:00", KOMPAAN_LANGUAGE="en").stdout
    assert "s1 should have been erased: does the clock run?" in late


def test_the_doctor_says_that_somebody_is_back(noted: Run, sqlite_url: str):
    forget(noted)
    query(sqlite_url, "UPDATE person SET school_id = 's1', name = 'Jonas Peeters',"
          " erased_at = NULL WHERE name = '—'")  # fmt: skip
    said = noted("doctor", *at(30), KOMPAAN_LANGUAGE="en").stdout
    assert "1 person who was erased is back" in said


def test_an_empty_or_a_far_too_long_reason_puts_nothing_off_and_erases_nobody(school: Run):
    for reason, said in (("", "is empty"), ("  ", "is empty"), ("x" * 501, "500 characters")):
        assert said in refused(school, "forget", "s1", "--reason", reason, *BRIEF)
    assert "--reason" in refused(school, "forget", "s1", "--now", "--reason", "", *BRIEF)
    assert "Nobody waits" in printed(school, "forget", "list", *BRIEF)
