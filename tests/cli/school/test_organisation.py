"""What holds for the whole school is stored once, and changes everywhere at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run, write_files
from tests.cli.periods.test_periods import add, printed, refused

AT = ("--at", "2026-10-05T10:00")
AWAY = {
    "KOMPAAN_TIME_ZONE": "America/New_York",
    "KOMPAAN_ORGANISATION_LANGUAGE": "en",
    "KOMPAAN_ORGANISATION": "Another",
}


@pytest.fixture
def agreed(school: Run) -> Run:
    add(school, "One", "2026-10-01", "2026-12-18T16:00")
    return school


def test_settings_of_another_school_change_nothing_and_the_doctor_names_them(agreed: Run):
    listed = agreed("periods", "list", *AT, KOMPAAN_LANGUAGE="en", **AWAY).stdout
    assert "from 1 Oct, photo Fri 18 Dec, 16:00" in listed
    assert "vr 18 dec, 16:00" in agreed("say", "--as", "c1", "/periods", *AT, **AWAY).stdout
    done = agreed("doctor", *AT, KOMPAAN_LANGUAGE="en", **AWAY)
    assert done.returncode == 1
    for said in (
        "BAD  KOMPAAN_TIME_ZONE says America/New_York, and the school has Europe/Brussels",
        "BAD  KOMPAAN_ORGANISATION_LANGUAGE says en, and the school has nl",
        "BAD  KOMPAAN_ORGANISATION says Another, and the school has School",
        "'kompaan organisation --time-zone America/New_York'",
    ):
        assert said in done.stdout


def test_the_doctor_is_content_where_they_agree(agreed: Run):
    told = agreed("doctor", *AT, KOMPAAN_LANGUAGE="en", KOMPAAN_TIME_ZONE="Europe/Brussels").stdout
    assert "ok   The school: School, language nl, time zone Europe/Brussels." in told


SPOKEN = {
    "KOMPAAN_ORGANISATION_ADDRESS": "de=Sie",
    "KOMPAAN_ORGANISATION_ROLES": "nl:student=cursist",
}


def test_the_doctor_compares_how_the_school_speaks(agreed: Run):
    told = agreed("doctor", *AT, KOMPAAN_LANGUAGE="en", **SPOKEN).stdout
    assert "BAD  KOMPAAN_ORGANISATION_ADDRESS says de=Sie, and the school has nl=je, " in told
    assert "'kompaan organisation --address de=Sie'" in told
    assert "BAD  KOMPAAN_ORGANISATION_ROLES says nl:student=cursist, and the school has " in told
    assert "'kompaan organisation --role nl:student=cursist'" in told
    printed(agreed, "organisation", "--address", "de=Sie", "--role", "nl:student=cursist")
    told = agreed("doctor", *AT, KOMPAAN_LANGUAGE="en", **SPOKEN).stdout
    assert "ok   The school: School" in told
    wrong = {"KOMPAAN_ORGANISATION_ADDRESS": "de=Ihr"}
    told = agreed("doctor", *AT, KOMPAAN_LANGUAGE="en", **wrong).stdout
    assert "BAD  KOMPAAN_ORGANISATION_ADDRESS: de=Ihr is no address" in told


def test_a_change_holds_on_the_command_line_and_in_the_chat(agreed: Run):
    shown = printed(agreed, "organisation", "--time-zone", "America/New_York", "--language", "en")
    assert "Language of who chose none: English\nTime zone: America/New_York" in shown
    assert "Fri 18 Dec, 10:00" in printed(agreed, "periods", "list", *AT)
    assert "photo Fri 18 Dec, 10:00" in printed(agreed, "say", "--as", "c1", "/periods", *AT)
    assert "is not a time zone" in refused(agreed, "organisation", "--time-zone", "Mars/Base")
    assert "Time zone: America/New_York" in printed(agreed, "organisation")


def test_a_time_without_a_zone_is_by_the_stored_clock(agreed: Run):
    add_two = ("periods", "add", "--programme", "TRADE", "--name", "Two", "--opens", "2027-01-01")
    done = agreed(*add_two, "--photo", "2027-03-26T16:00", *AT, KOMPAAN_LANGUAGE="en", **AWAY)
    assert "photo Fri 26 Mar 2027, 16:00" in done.stdout
    assert "2027-03-26T15:00:00+00:00" in printed(agreed, "periods", "list", "--json")


def test_a_language_that_is_not_whole_is_not_offered_and_the_school_s_is_spoken(
    agreed: Run, sqlite_url: str, tmp_path
):
    roster = tmp_path / "roster.csv"
    roster.write_text(roster.read_text().replace("Lien Martens,en", "Lien Martens,es"))
    told = agreed("import", "roster", "roster.csv", KOMPAAN_LANGUAGE="en").stderr
    assert "es is not a language that we speak: nl, fr, de, en" in told
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection, connection:
        connection.execute("UPDATE person SET language = 'es', chosen_language = NULL")
    assert "Taal: Nederlands" in printed(agreed, "say", "--as", "s1", "/settings")


def test_what_roles_are_called_holds_in_the_chat_and_on_the_command_line(agreed: Run):
    shown = printed(agreed, "organisation", "--role", "student=cursist")
    assert "Roles in Nederlands: student=cursist, mentor=mentor" in shown
    assert "Roles in English: student=learner, mentor=mentor" in shown
    told = agreed("say", "--as", "c1", "/report", *AT).stdout
    assert "cursist" in agreed("say", "--as", "c1", "/hulp", *AT).stdout
    assert "leerling" not in told
    assert "chef is not a name" in refused(agreed, "organisation", "--role", "mentor=chef")
    back = printed(agreed, "organisation", "--role", "student=leerling")
    assert "student=leerling" in back
    assert "student=student" in back


def test_a_school_is_founded_with_its_names_and_a_wrong_one_founds_none(
    kompaan: Run, tmp_path: Path
):
    write_files(tmp_path)
    founds = ("import", "framework", "trade.csv")
    wrong = kompaan(*founds, KOMPAAN_ORGANISATION_ROLES="student=gast", KOMPAAN_LANGUAGE="en")
    assert wrong.returncode == 1
    assert "gast is not a name that our sentences know" in wrong.stderr
    assert kompaan("organisation").returncode == 1
    chosen = {
        "KOMPAAN_ORGANISATION_ROLES": "student=cursist",
        "KOMPAAN_ORGANISATION_ADDRESS": "de=Sie",
    }
    assert kompaan(*founds, **chosen).returncode == 0
    shown = printed(kompaan, "organisation")
    assert "People are addressed: nl=je, fr=vous, de=Sie" in shown
    assert "student=cursist" in shown
