"""The class map: for the teachers and coaches of a group, on their students alone."""

import io
from dataclasses import replace
from zipfile import ZipFile

import pytest

from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import PNG, XLSX, newest_file
from tests.dialogues.school import FRAMEWORK, School, roster
from tests.dialogues.slack import SlackSchool
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def scored(school: School) -> School:
    """Jonas is further than Noor; nothing of 11 came up at their workplaces."""
    for who, line in (
        ("t1", "jonas 8 all v"),
        ("t1", "noor 8 all x"),
        ("t1", "noor 10 all l"),
        ("m1", "jonas 8 all r"),
        ("m1", "noor 10: 1-3s"),
        ("s1", "8 all l"),
    ):
        school.say(who, line)
    return school


@both_ways
def test_every_platform_brings_the_map_and_the_spreadsheet(school: School):
    text = scored(school).text("t1", "/class 6E")
    assert text.startswith("1 collective gap, of 3\n6E · Electrician\n")
    assert text.splitlines()[2].endswith(" · teacher")
    gap = "\nCollective gap, at no workplace yet, say the mentors: 11 Sets boxes."
    silent = "\nNothing scored yet in this view: 1 competence."
    if isinstance(school, SlackSchool):  # as a table
        assert f"{gap}{silent}\ncompetence | ✅ acquired, autonomously | 🟩 acquired, with" in text
        assert text.endswith(
            "\n10 Lays conduits | 0 | 1 | 0 | 0 | 1\n8 Marks out routes | 1 | 0 | 0 | 1 | 0"
        )
    else:
        assert text.endswith(
            f"{gap}\n10 Lays conduits: 1 acquired, with support · 1 nothing scored yet"
            f"\n8 Marks out routes: 1 acquired, autonomously · 1 not acquired{silent}"
        )
    assert newest_file(school, "t1").startswith(PNG)
    (other,) = school.tap("t1", "student")
    assert other.edited
    assert other.text.splitlines()[2].endswith(" · student")
    seen = other.text.replace(
        ": 1 acquired, with support · 1 nothing scored yet", " | 0 | 1 | 0 | 0 | 1"
    )
    assert "8 Marks out routes | 0 | 1 | 0 | 0 | 1" in seen
    assert "as a spreadsheet" in school.tapped("t1", "as a spreadsheet")
    book = newest_file(school, "t1")
    assert book.startswith(XLSX)
    strings = ZipFile(io.BytesIO(book)).read("xl/sharedStrings.xml").decode()
    assert "Jonas Peeters" in strings
    assert "Nicolas" not in strings


def test_of_several_groups_it_asks_which(own_school: School):
    scored(own_school)
    assert "Which class group is this about?" in own_school.text("t1", "/class")
    assert own_school.buttons("t1")[:2] == ["6E", "7E"]
    assert own_school.tapped("t1", "7E").startswith(
        "nothing scored yet\n7E · Electrician\n14 October 2026 · teacher"
    )
    assert "nobody called '9Z'" in own_school.text("c1", "/class 9Z")


def test_a_group_in_two_programmes_is_two_maps(own_school: School):
    scored(own_school)
    with own_school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        here = OrganisationRow("School", "en", "Europe/Brussels", id=1)
        import_framework(catalogue, 1, replace(FRAMEWORK, code="ELEC-2", title="Other"))
        jonas = replace(roster()[0], framework="ELEC-2")
        assert not import_roster(catalogue, here, [jonas]).rejected
    maps = own_school.say("t1", "/class 6E")
    assert [shown.text.splitlines()[1] for shown in maps] == ["6E · Electrician", "6E · Other"]
    (again,) = own_school.tap_code("t1", maps[1].buttons[0][0]["code"])
    assert again.text.startswith("nothing scored yet\n6E · Other\n14 October 2026 · student")


@pytest.mark.parametrize("who", ["s1", "m1", "m2"])
def test_nobody_else_has_one(own_school: School, who: str):
    scored(own_school)
    assert own_school.text(who, "/class 6E") == "The class map is for teachers and coaches."
    for code in ("cl:1:t", "cs:1:t"):
        (answer,) = own_school.tap_code(who, code)
        assert (answer.files, "6E" in answer.text) == ([], False)


def test_a_teacher_sees_only_the_own_students(own_school: School):
    scored(own_school)
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql(
            "DELETE FROM involvement WHERE role = 'teacher' AND track_id IN "
            "(SELECT t.id FROM track t JOIN person p ON p.id = t.student_id "
            "WHERE p.school_id = 's2')"
        )
    (shown,) = own_school.say("t1", "/class 6E")
    assert "Noor" not in str(shown)
    assert shown.text.endswith(
        "8 Marks out routes: 1 acquired, autonomously\n"
        "Nothing scored yet in this view: 2 competences."
    )
    (refused,) = own_school.tap_code("t1", "cl:2:t")
    assert "Noor" not in str(refused)


def test_in_dutch(dutch_school: School):
    text = scored(dutch_school).text("c1", "/klas 6E")
    assert "\n14 oktober 2026 · leerkracht\n" in text
    assert "8 Marks out routes: 1 verworven, zelfstandig · 1 niet verworven" in text
