"""Periods, ticks and photos from the command line."""

import json
import sqlite3

import pytest

from tests.cli.conftest import Run

OPENED = "2026-10-02T09:00"
BEFORE = "2026-10-20T12:00"
PHOTO = "2026-10-30T16:00"
AFTER = "2026-11-10T12:00"


def printed(school: Run, *arguments: str) -> str:
    done = school(*arguments, KOMPAAN_LANGUAGE="en")
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(school: Run, *arguments: str) -> str:
    done = school(*arguments, KOMPAAN_LANGUAGE="en")
    assert done.returncode != 0, done.stdout
    return done.stderr


def add(school: Run, name: str, opens: str, photo: str) -> str:
    return printed(
        school, "periods", "add", "--programme", "TRADE", "--name", name,
        "--opens", opens, "--photo", photo, "--at", OPENED,
    )  # fmt: skip


def photograph(school: Run) -> None:
    """Take two photos; the mentor's colour of competence 8 went from red to green."""
    add(school, "Autumn", "2026-10-01", PHOTO)
    add(school, "Winter", "2026-11-01", "2026-12-11 16:00")
    school("say", "--as", "m1", "--at", BEFORE, "jonas 8 all x")
    printed(school, "tick", "--at", PHOTO)
    school("say", "--as", "m1", "--at", AFTER, "jonas 8 all v")
    printed(school, "tick", "--yes", "--at", "2026-12-11T16:00")


def test_periods_are_added_listed_moved_and_cancelled(school: Run):
    assert "Autumn: from 1 Oct, photo Fri 30 Oct, 16:00" in add(
        school, "Autumn", "2026-10-01", PHOTO
    )
    printed(
        school, "periods", "move", "--programme", "TRADE", "--name", "Autumn",
        "--photo", "2026-11-06 16:00", "--at", OPENED,
    )  # fmt: skip
    assert "photo Fri 6 Nov, 16:00" in printed(school, "periods", "list", "--at", OPENED)
    printed(school, "periods", "cancel", "--programme", "TRADE", "--name", "Autumn", "--at", OPENED)
    (row,) = json.loads(printed(school, "periods", "list", "--json", "--at", OPENED))
    assert (row["name"], row["cancelled"]) == ("Autumn", True)


def test_a_photo_is_said_to_be_the_last(school: Run):
    add(school, "Autumn", "2026-10-01", PHOTO)
    move = ("periods", "move", "--programme", "TRADE", "--name", "Autumn", "--at", OPENED)
    assert "· the last photo" in printed(school, *move, "--last")
    (row,) = json.loads(printed(school, "periods", "list", "--json", "--at", OPENED))
    assert (row["last"], row["photo_taken"]) == (True, False)
    assert "the last photo" not in printed(school, *move, "--not-last")


def test_the_usual_three_are_proposed_by_leaving_everything_out(school: Run):
    added = printed(school, "periods", "add", "--programme", "TRADE", "--at", OPENED)
    assert added.count("photo ") == 3


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--name", "A", "--opens", "2026-13-01", "--photo", PHOTO), "'2026-13-01' is not a day"),
        (("--name", "A", "--opens", "2026-10-01"), "either --photo or --no-deadline"),
        (("--name", "A", "--opens", "2026-11-01", "--photo", PHOTO), "photo"),
        (("--name", "A", "--opens", "2026-10-01", "--photo", "soon"), "soon"),
    ],
)
def test_what_is_no_period_gets_a_sentence_and_leaves_nothing(school: Run, options, says):
    told = refused(school, "periods", "add", "--programme", "TRADE", *options, "--at", OPENED)
    assert says in told
    assert "Traceback" not in told
    assert json.loads(printed(school, "periods", "list", "--json", "--at", OPENED)) == []


def test_what_is_due_is_told_to_who_has_no_chat_once_they_look(school: Run):
    add(school, "Autumn", "2026-10-01", PHOTO)
    assert printed(school, "tick", "--at", "2026-10-16T12:05") == "0 messages arrived here.\n"
    told = printed(school, "say", "--as", "m1", "--at", "2026-10-16T22:05")
    assert "8 indicators for this week: 8 “Marks out routes”" in told
    assert "for this week" not in printed(school, "say", "--as", "m1", "--at", "2026-10-16T22:25")


def test_a_photo_is_shown_by_the_names_of_its_colours(photographed: Run):
    shown = json.loads(
        printed(photographed, "photo", "show", "--student", "jonas", "--period", "autumn", "--json")
    )
    assert (shown["student"], shown["period"]) == ("Jonas Peeters", "Autumn")
    assert shown["agreed_at"] == shown["as_of"] == "2026-10-30T15:00:00+00:00"
    by_number = {row["number"]: row["colours"] for row in shown["competences"]}
    assert by_number[8] == {"student": "grey", "mentor": "red", "teacher": "grey"}


def test_two_photos_are_compared(photographed: Run):
    compared = json.loads(printed(photographed, "photo", "compare", "--student", "s1", "--json"))
    assert compared["earlier"]["period"] == "Autumn"
    assert compared["changed"] == [
        {"number": 8, "title": "Marks out routes", "colours": {"mentor": ["red", "dark_green"]}}
    ]
    assert "No colour changed." in printed(photographed, "photo", "compare", "--student", "s2")


def test_of_what_was_not_taken_there_is_a_sentence(photographed: Run):
    assert "there are: Autumn, Winter" in refused(
        photographed, "photo", "show", "--student", "s1", "--period", "Spring"
    )
    assert "Karim Haddad is not a student here." in refused(
        photographed, "photo", "show", "--student", "m1"
    )


def test_a_photo_that_was_touched_is_found_with_its_student(photographed: Run, sqlite_url: str):
    assert printed(photographed, "photo", "verify").count("untouched.") == 2
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        connection.execute(
            "UPDATE photo_colour SET acquired = 4 WHERE role = 'mentor' AND scored = 4"
            " AND acquired = 0"
        )
    done = photographed("photo", "verify", KOMPAAN_LANGUAGE="en")
    assert done.returncode == 1
    assert "CHANGED since it was taken, for 1 student: Jonas Peeters" in done.stdout
    assert "Winter: untouched." in done.stdout


def test_another_key_is_not_ours(photographed: Run, tmp_path):
    (tmp_path / "kompaan.key").unlink()
    done = photographed("photo", "verify", KOMPAAN_LANGUAGE="en")
    assert done.returncode == 1
    assert "another key" in done.stdout
