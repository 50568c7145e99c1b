"""A photo in the past, in another school year, on a day without a time, at no hour or at two."""

import json

import pytest

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import printed, refused

NOW = ("--at", "2026-09-07T10:00")
ADD = ("periods", "add", "--programme", "TRADE", "--name", "P1")


def dates(school: Run) -> list[tuple[str, str]]:
    listed = json.loads(printed(school, "periods", "list", "--json", *NOW))
    return [(period["opens"], period["photo"]) for period in listed]


@pytest.mark.parametrize(
    ("opens", "photo", "says"),
    [
        ("2025-09-01", "2025-12-18T16:00", "that time is past"),
        ("2026-09-01", "2026-09-07T10:00", "that time is past"),
        ("2028-01-08", "2028-03-26T16:00", "Sun 26 Mar 2028, 16:00 is in another school year"),
        ("2027-05-01", "2027-09-10T16:00", "is in another school year"),
        ("2026-09-01", "2027-03-28T02:30", "02:30 does not exist on 2027-03-28"),
    ],
)
def test_an_odd_photo_is_refused_and_nothing_is_stored(school: Run, opens, photo, says):
    assert says in refused(school, *ADD, "--opens", opens, "--photo", photo, *NOW)
    assert dates(school) == []


def test_another_school_year_is_taken_where_it_is_sure(school: Run):
    added = printed(
        school, *ADD, "--opens", "2028-01-08", "--photo", "2028-03-26T16:00", "--sure", *NOW
    )
    assert "from 8 Jan 2028, photo Sun 26 Mar 2028, 16:00" in added
    assert "2028" in printed(school, "say", "--as", "c1", "/periods", *NOW)


def test_a_day_without_a_time_is_its_end(school: Run):
    added = printed(
        school, *ADD, "--opens", "2026-11-01", "--photo", "2026-12-18",
        "--choose", "2026-11-02", "2026-11-20", *NOW,
    )  # fmt: skip
    assert "photo Fri 18 Dec, 23:59" in added
    (period,) = json.loads(printed(school, "periods", "list", "--json", *NOW))
    assert period["photo"] == "2026-12-18T22:59:59+00:00"
    assert period["choose_until"] == "2026-11-20T22:59:59+00:00"


def test_an_hour_that_comes_twice_is_the_first_and_said(school: Run):
    done = school(
        *ADD, "--opens", "2026-09-08", "--photo", "2026-10-25T02:30", *NOW, KOMPAAN_LANGUAGE="en"
    )
    assert "02:30 comes twice on 2026-10-25, when the clock is put back: I take the first." in (
        done.stderr
    )
    assert dates(school)[0][1] == "2026-10-25T00:30:00+00:00"


def test_a_move_is_held_against_the_same(school: Run):
    printed(school, *ADD, "--opens", "2026-09-08", "--photo", "2026-12-18T16:00", *NOW)
    move = ("periods", "move", "--programme", "TRADE", "--name", "P1", "--photo")
    before = dates(school)
    for photo in ("2026-09-01T16:00", "2028-03-26T16:00", "2027-03-28T02:30"):
        refused(school, *move, photo, *NOW)
    assert dates(school) == before
    assert "23:59" in printed(school, *move, "2026-12-11", *NOW)


def test_an_act_at_an_hour_that_does_not_exist_is_refused(school: Run):
    told = refused(school, "periods", "list", "--at", "2027-03-28T02:30")
    assert "02:30 does not exist on 2027-03-28" in told


@pytest.mark.parametrize(
    ("at", "names", "first"),
    [
        ("2026-10-01T10:00", 3, "from 1 Sep, photo Fri 18 Dec, 16:00"),
        ("2027-02-01T10:00", 2, "Period 2: from 7 Jan, photo Fri 26 Mar, 16:00"),
        ("2027-06-20T10:00", 3, "from 1 Sep, photo Fri 17 Dec, 16:00"),
    ],
)
def test_of_the_usual_three_none_has_a_photo_that_is_past(school: Run, at, names, first):
    added = printed(school, "periods", "add", "--programme", "TRADE", "--at", at)
    assert added.count("photo ") == names
    assert first in added
