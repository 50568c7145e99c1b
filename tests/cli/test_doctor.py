"""What the doctor says of periods, people, days off and the key, and what it calls bad."""

import sys
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.telling.errands import ErrandKind
from bot.i18n import Voice
from bot.messages import MessageKind
from bot.ports.telling.errands import NewErrand
from bot.ports.telling.outbox import Posted
from bot.ports.worlds import World
from bot.settings import Settings
from bot.wiring import House
from bot.wiring.pages.address import examined_address
from tests.cli.conftest import Run

PHOTO = datetime(2026, 12, 18, 15, tzinfo=UTC)
TELEGRAM = {"KOMPAAN_TELEGRAM_TOKEN": "1:a"}


@pytest.fixture
def house(sqlite_url):
    house = House(Settings(database_url=sqlite_url, _env_file=None))
    yield house
    house.engine.dispose()


@pytest.fixture
def agreed(school: Run) -> Run:
    """A school with a period whose photo is taken on 18 December at 16:00."""
    done = school(
        "periods", "add", "--programme", "TRADE", "--name", "One", "--opens", "2026-09-01",
        "--photo", "2026-12-18T16:00", "--at", "2026-09-01T08:00",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return school


def said(run: Run, at: datetime, **settings: str) -> list[str]:
    """What the doctor says: a line for each sentence, the first of each with its verdict."""
    done = run("doctor", "--at", at.isoformat(), **settings)
    lines = done.stdout.splitlines()
    assert done.returncode == int(any(line.startswith("BAD") for line in lines))
    return lines


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({}, "ok   There is no page for real people: KOMPAAN_PUBLIC_URL is its address."),
        (
            {"public_url": "https://school.example/k/"},
            "ok   People open the page at https://school.example/k; "
            "a proxy brings them to http://127.0.0.1:8080.",
        ),
        (
            {"public_url": "http://localhost:9000"},
            "BAD  The links lead to http://localhost:9000, and Kompaan listens on port 8080: "
            "set both KOMPAAN_PUBLIC_URL and KOMPAAN_HTTP_PORT to the same port.",
        ),
        (
            {"public_url": "http://localhost", "http_host": "127.0.0.1"},
            "BAD  The links lead to http://localhost, and Kompaan listens on port 8080: "
            "set both KOMPAAN_PUBLIC_URL and KOMPAAN_HTTP_PORT to the same port.",
        ),
        (
            {"public_url": "http://localhost:9000", "http_port": 9000},
            "ok   The page is open at http://localhost:9000, on this machine alone: to try it.",
        ),
        (
            {"public_url": "http://localhost:9000", "http_host": "::"},
            "ok   The page is open at http://localhost:9000, on this machine alone: to try it.",
        ),
    ],
)
def test_links_that_lead_past_what_listens_are_bad(settings, line):
    finding = examined_address(Settings(_env_file=None, **settings))
    assert f"{'ok  ' if finding.good else 'BAD '} {Voice('en', 'UTC').say(finding.text)}" == line


def test_the_doctor_tells_where_the_page_is(school: Run):
    told = said(school, PHOTO, KOMPAAN_PUBLIC_URL="http://localhost:9000")
    assert any(line.startswith("BAD  The links lead to http://localhost:9000") for line in told)


def test_the_next_photo_is_named_and_nothing_is_late(agreed: Run):
    told = said(agreed, PHOTO - timedelta(days=3))
    assert "ok   No photo is late. The next is that of One: Fri 18 Dec, 16:00." in told


def test_a_photo_that_nobody_takes_is_late_after_some_minutes(agreed: Run):
    late = "The photo of One was due on Fri 18 Dec, 16:00, and is not taken yet."
    assert f"ok   {late}" in said(agreed, PHOTO + timedelta(minutes=10))
    told = said(agreed, PHOTO + timedelta(minutes=11))
    assert f"BAD  {late}" in told
    assert "Is 'kompaan run' running? It is then still taken as of that instant." in told
    assert agreed("tick", "--at", (PHOTO + timedelta(hours=1)).isoformat()).returncode == 0
    assert "ok   In the school no photo is late, and none is to come." in said(
        agreed, PHOTO + timedelta(hours=2)
    )


def test_a_photo_that_waits_for_a_platform_says_for_which(agreed: Run, house):
    told = said(agreed, PHOTO + timedelta(hours=1), **TELEGRAM)
    waits = "It waits for telegram, which may still hold something that was said before. "
    assert f"{waits}After a day it is taken without." in told
    with house.transaction() as uow:
        uow.looks.record("telegram", PHOTO - timedelta(hours=2))
    told = said(agreed, PHOTO + timedelta(hours=1), **TELEGRAM)
    assert any("Nothing waited there on Fri 18 Dec, 14:00." in line for line in told)
    with house.transaction() as uow:
        uow.looks.record("telegram", PHOTO + timedelta(minutes=1))
    told = said(agreed, PHOTO + timedelta(hours=1), **TELEGRAM)
    assert not any("It waits for" in line for line in told)


def test_a_week_in_which_more_came_late_than_in_time_is_bad(agreed: Run, house):
    at = PHOTO - timedelta(days=30)
    with house.transaction() as uow:
        mentor = uow.people.list_by_school_id("m1")[0]
        uow.accounts.join(mentor, "telegram", "1", at)
        given = [
            NewErrand(
                mentor.organisation_id, mentor.id, ErrandKind.OPENED, str(number), at, at, None
            )
            for number in range(3)
        ]
        uow.errands.give(given)
    waiting = "told 0, too late to be of use 0; waiting 3."
    assert f"ok   Unasked in the last week: {waiting}" in said(agreed, at)
    with house.transaction() as uow:
        uow.errands.close_expired(World(False, at))
    told = said(agreed, at + timedelta(days=1))
    late = "told 0, too late to be of use 3; waiting 0."
    assert f"BAD  Unasked in the last week: {late}" in told
    assert "Was 'kompaan run' not running? It tells them in time." in told
    assert not any(line.startswith("BAD") for line in said(agreed, at + timedelta(days=8)))


def test_what_expired_unseen_for_who_has_no_chat_is_counted_and_not_bad(agreed: Run, house):
    at = PHOTO - timedelta(days=30)
    with house.transaction() as uow:
        mentor = uow.people.list_by_school_id("m1")[0]
        kind = ErrandKind.OPENED
        uow.errands.give([NewErrand(mentor.organisation_id, mentor.id, kind, "1", at, at, None)])
        uow.errands.close_expired(World(False, at))
    told = said(agreed, at + timedelta(days=1))
    late = "told 0, too late to be of use 1; waiting 0."
    assert f"ok   Unasked in the last week: {late}" in told
    assert "Of these, 1 was for somebody without a chat, who did not look here in time." in told


def test_what_waits_for_who_has_no_chat_is_not_overdue(agreed: Run, house):
    with house.transaction() as uow:
        mentor = uow.people.list_by_school_id("m1")[0]
        asked = Posted(mentor.id, MessageKind.QUESTION, "1", "question")
        assert uow.outbox.post(asked, PHOTO - timedelta(days=30)) is not None
    told = said(agreed, PHOTO - timedelta(days=3))
    assert "ok   Messages to others: 0 waiting, 0 under way, 0 sent, 0 given up." in told
    assert "1 more waits for somebody without a chat, until they look here." in told


def test_who_never_joined_and_who_is_out_of_reach_are_counted(agreed: Run, house):
    with house.transaction() as uow:
        for number, who in enumerate(("m1", "t1", "c1")):
            person = uow.people.list_by_school_id(who)[0]
            uow.accounts.join(person, "telegram", str(number), PHOTO)
        uow.accounts.join(uow.people.list_by_school_id("m1")[0], "slack", "D1", PHOTO)
        for address in ("0", "1"):
            uow.accounts.mark_unreachable("telegram", address, PHOTO)
    told = said(agreed, PHOTO - timedelta(days=3))
    # m1 still is on Slack.
    assert "ok   People around students: in a chat 2, never joined 4, out of reach 1." in told
    assert "'kompaan invite' brings them in." in told


def test_the_key_is_watched_over(agreed: Run, tmp_path):
    key = tmp_path / "kompaan.key"
    after = PHOTO + timedelta(hours=1)
    assert any("is made when the first is taken" in line for line in said(agreed, PHOTO))
    agreed("tick", "--at", PHOTO.isoformat())
    assert "ok   The key that signs photos is its owner's alone: kompaan.key" in said(agreed, after)
    key.chmod(0o640)
    assert any("BAD  Others can read the key" in line for line in said(agreed, after))
    key.chmod(0o600)
    kept = key.read_text()
    key.write_text("00" * 32)
    assert any("sealed by another key" in line for line in said(agreed, after))
    key.write_text("nonsense")
    assert "BAD  kompaan.key is not a key that signs photos." in said(agreed, after)
    key.unlink()
    assert any("BAD  The key that signed photos is gone" in line for line in said(agreed, after))
    key.mkdir()
    assert any(
        "BAD  The key that signs photos cannot be used" in line for line in said(agreed, after)
    )
    key.rmdir()
    key.write_text(kept)
    key.chmod(0o600)
    assert not any(line.startswith("BAD") for line in said(agreed, after))


def test_the_days_off_are_named_and_a_country_without_is_refused(agreed: Run):
    for country, words in (
        ("BE", "holidays of BE; the next is 25 Dec."),
        ("nl", "holidays of NL; the next is 25 Dec."),
        ("none", "Saturday and Sunday alone."),
    ):
        told = said(agreed, PHOTO - timedelta(days=3), KOMPAAN_HOLIDAYS=country)
        assert any(line.endswith(words) for line in told), country
    refused = "KOMPAAN_HOLIDAYS: no holidays are known of XX."
    assert f"BAD  {refused}" in said(agreed, PHOTO, KOMPAAN_HOLIDAYS="XX")
    tick = agreed("tick", KOMPAAN_HOLIDAYS="XX")
    assert (tick.returncode, tick.stderr) == (1, refused + "\n")
    assert "country code" in agreed("doctor", KOMPAAN_HOLIDAYS="Belgium").stderr


def test_the_sample_is_left_out(kompaan: Run):
    kompaan("sample", "--at", "2026-10-14T10:00")
    told = said(kompaan, PHOTO)
    assert "ok   In the school no photo is late, and none is to come." in told
    assert not any("People around" in line for line in told)


def test_the_doctor_speaks_dutch(agreed: Run):
    told = said(agreed, PHOTO + timedelta(hours=1), KOMPAAN_LANGUAGE="nl", **TELEGRAM)
    assert "BAD  De foto van One was voorzien op vr 18 dec, 16:00 en is nog niet genomen." in told


def test_pages_that_cannot_be_written_are_said_and_nothing_bad(house: House, monkeypatch):
    def of_pages():
        (said,) = [
            (finding.good, house.say(finding.text))
            for finding in house.examined(PHOTO)
            if "Pages to print" in house.say(finding.text)
        ]
        return said

    assert of_pages() == (True, "Pages to print can be made.")
    monkeypatch.setitem(sys.modules, "typst", None)
    good, said = of_pages()
    assert good
    assert "cannot be made here" in said
    assert "make pages" in said
