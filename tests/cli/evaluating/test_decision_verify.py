"""What a class council decided, changed behind our back, is found by the command line."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.evaluating.decisions import DecisionKind, Ruling, digest_of_decision
from bot.storage.engine import connect
from bot.storage.tables import decision
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.evaluating.deciding.record_decision import Recording, record_decision
from tests.cli.conftest import Done, Once, Run
from tests.cli.periods.conftest import photographed
from tests.cli.periods.test_periods import printed
from tests.cli.periods.test_photo_chain import written

__all__ = ["photographed"]

AT = datetime(2026, 12, 12, 11, 0, tzinfo=UTC)
TICK = ("tick", "--at", "2026-12-12T12:10")
RULING = Ruling(DecisionKind.NOT_QUALIFIED, ("Lien Martens",), date(2026, 12, 12), "Too little.")


def decide(url: str) -> None:
    """Let the coach record a decision about Jonas and one about Noor, on the photo of Winter."""
    engine = connect(url)
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        winter = next(photo for photo in uow.photos.list_all() if photo.name == "Winter")
        period = uow.periods.find(winter.head.period_id)
        assert period is not None
        uow.periods.change(replace(period, last=True))
        (coach,) = (own for own in uow.people.list_all() if own.school_id == "c1")
        for track in uow.tracks.list_of(coach.id):
            if track.student != "Nicolas Maes":
                record_decision(uow, coach, track, Recording(winter, RULING), AT)
    engine.dispose()


def forge(url: str, number: int) -> None:
    """Put another decision in the place of one, with its own digest and not signed."""
    engine = connect(url)
    with engine.begin() as connection:
        row = connection.execute(decision.select().where(decision.c.number == number)).one()
        forged = {**row._mapping, "kind": "qualified"}
        digest = digest_of_decision(forged)
        values = {"kind": "qualified", "digest": digest, "public_key": "", "signature": ""}
        connection.execute(decision.update().where(decision.c.number == number).values(values))
    engine.dispose()


def verified(school: Run) -> Done:
    return school("decision", "verify", KOMPAAN_LANGUAGE="en")


@pytest.fixture
def decided(photographed: Run, sqlite_url: str, once: Once) -> Run:
    """Two decisions that the clock has signed."""

    def make() -> None:
        assert "No decision was recorded yet." in printed(photographed, "decision", "verify")
        decide(sqlite_url)
        assert printed(photographed, "decision", "verify").count("not signed yet") == 2
        printed(photographed, *TICK)

    once("decided", make)
    return photographed


def test_what_is_as_it_was_recorded_is_untouched(decided: Run, tmp_path: Path):
    assert printed(decided, "decision", "verify").splitlines() == [
        "1 · Winter · Jonas Peeters: untouched.",
        "2 · Winter · Noor Aziz: untouched.",
    ]
    listed = tmp_path / "kompaan.key.decisions"
    assert listed.stat().st_mode & 0o777 == 0o600
    assert "Jonas" not in listed.read_text()
    assert "class council" not in decided("doctor", KOMPAAN_LANGUAGE="en").stdout
    found = json.loads(printed(decided, "decision", "verify", "--json"))
    assert [own["good"] for own in found] == [True, True]


RESIGN = "public_key = '', signature = ''"


@pytest.mark.parametrize(
    ("done", "found"),
    [
        ("UPDATE decision SET kind = 'qualified' WHERE number = 1", "CHANGED"),
        (f"UPDATE decision SET kind = 'qualified', {RESIGN} WHERE number = 1", "CHANGED"),
        ("UPDATE photo SET digest = 'other' WHERE name = 'Winter'", "ANOTHER PHOTO"),
        ("DELETE FROM decision WHERE number = 1", "GONE"),
        ("DELETE FROM decision WHERE number = 2", "GONE"),
    ],
)
def test_what_was_changed_or_taken_away_is_found(
    decided: Run, sqlite_url: str, done: str, found: str
):
    written(sqlite_url, done)
    printed(decided, *TICK)
    said = verified(decided)
    assert found in said.stdout
    assert said.returncode == 1
    assert "not as it was recorded" in decided("doctor", KOMPAAN_LANGUAGE="en").stdout or (
        found == "ANOTHER PHOTO"  # which is two of them
    )


def test_a_signature_that_was_taken_away_is_made_again(decided: Run, sqlite_url: str):
    written(sqlite_url, f"UPDATE decision SET {RESIGN} WHERE number = 1")
    printed(decided, *TICK)
    assert printed(decided, "decision", "verify").count("untouched") == 2


def test_one_that_is_made_anew_in_its_place_is_not_signed_a_second_time(
    decided: Run, sqlite_url: str
):
    forge(sqlite_url, number=2)
    printed(decided, *TICK)
    assert "2 · Winter · Noor Aziz: REPLACED" in verified(decided).stdout


def test_one_that_another_key_has_signed_is_named(decided: Run, tmp_path: Path):
    (tmp_path / "kompaan.key").unlink()
    (tmp_path / "kompaan.key.decisions").unlink()
    said = verified(decided)
    assert said.stdout.count("signed by another key than this installation's.") == 2
    assert said.returncode == 1
    found = json.loads(decided("decision", "verify", "--json").stdout)
    assert [(own["state"], own["good"]) for own in found] == [("other key", False)] * 2


def test_one_that_follows_on_another_than_is_there_is_out_of_its_chain(
    decided: Run, sqlite_url: str, tmp_path: Path
):
    """Who holds the key as well can sign the first anew; the second still follows on the old."""
    (tmp_path / "kompaan.key.decisions").unlink()
    forge(sqlite_url, number=1)
    printed(decided, *TICK)
    said = verified(decided)
    assert "1 · Winter · Jonas Peeters: untouched." in said.stdout
    assert "2 · Winter · Noor Aziz: OUT OF ITS CHAIN" in said.stdout
    assert said.returncode == 1
