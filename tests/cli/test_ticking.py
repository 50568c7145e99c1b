"""A tick far after the last one is asked about; what the clock holds is said, and released."""

import sqlite3
from contextlib import closing

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import PHOTO, add, printed, refused

FAR = "2026-12-11T16:00"


def photos(school: Run) -> int:
    return printed(school, "photo", "verify").count("untouched.")


def test_a_tick_far_after_the_last_is_not_done_without_yes(school: Run):
    add(school, "Autumn", "2026-10-01", PHOTO)
    add(school, "Winter", "2026-11-01", "2026-12-11 16:00")
    printed(school, "tick", "--at", PHOTO)
    said = refused(school, "tick", "--at", FAR)
    assert "is far after the last tick, Fri 30 Oct 2026, 16:00" in said
    assert "Nothing was done." in said
    assert photos(school) == 1
    done = school("tick", "--at", FAR, KOMPAAN_CLOCK_JUMP_HOURS="2000")
    assert done.returncode == 0
    assert photos(school) == 2


def test_with_yes_it_is_done_and_what_follows_is_not_far(school: Run):
    add(school, "Winter", "2026-11-01", "2026-12-11 16:00")
    printed(school, "tick", "--at", PHOTO)
    printed(school, "tick", "--at", FAR, "--yes")
    printed(school, "tick", "--at", "2026-12-12T15:00")
    assert photos(school) == 1
    assert "The last tick was on Sat 12 Dec 2026, 15:00." in printed(school, "clock", "show")


def test_what_the_clock_holds_is_said_and_released(school: Run, sqlite_url: str):
    printed(school, "tick")
    assert "The last tick was on" in printed(school, "clock", "show")
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection, connection:
        connection.execute("UPDATE tick SET at = '2001-01-01', clock_at = '2001-01-01', boot = ''")
    assert "is far after the last tick, Mon 1 Jan 2001" in refused(school, "tick")
    held = school("clock", "show", KOMPAAN_LANGUAGE="en")
    assert held.returncode == 1
    assert "Photos and messages are held: the clock jumped to" in held.stdout
    assert "kompaan clock release" in school("doctor", KOMPAAN_LANGUAGE="en").stdout
    assert "The clock is believed" in printed(school, "clock", "release")
    printed(school, "tick")
    assert "held" not in school("doctor", KOMPAAN_LANGUAGE="en").stdout


def test_a_tick_of_a_named_instant_leaves_the_clock_held(school: Run, sqlite_url: str):
    printed(school, "tick")
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection, connection:
        connection.execute("UPDATE tick SET at = '2001-01-01', clock_at = '2001-01-01', boot = ''")
    refused(school, "tick")
    printed(school, "tick", "--at", "2001-01-01T12:00")
    assert school("clock", "show").returncode == 1
    refused(school, "tick")


def test_the_sample_alone_goes_through_time_as_it_likes(kompaan: Run):
    printed(kompaan, "sample")
    for at in ("2026-10-20T12:00", "2031-01-01T12:00", "2040-01-01T12:00"):
        printed(kompaan, "tick", "--at", at)
