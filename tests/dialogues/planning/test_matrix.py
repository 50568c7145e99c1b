"""The class matrix: what the workplaces train, planned and in reality, for teachers and coaches."""

import io
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest

from bot.domain.planning.training_plans import Where
from bot.use_cases.planning.matrix.see_matrix import see_matrix
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import PNG, XLSX, newest_file
from tests.dialogues.planning.planned import offer, plan
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]

ELSEWHERE = {8: Where.CAMPUS, 11: Where.CAMPUS}


def planned(school: School) -> School:
    """Both are at Elektro: 10 is planned for both, and came up with Jonas alone; 11 for nobody."""
    plan(school, "s1", "m1", {10: Where.WORKPLACE, **ELSEWHERE})
    plan(school, "s2", "m1", {10: Where.BOTH, **ELSEWHERE})
    for line in ("jonas 10 all v", "jonas 10: 1-4r", "noor 8: 1ls"):
        school.say("m1", line)
    return school


def test_every_platform_brings_the_matrix_and_the_spreadsheet(school: School):
    text = planned(school).text("t1", "/plan 6E")
    assert text.startswith("1 collective gap, of 3 · 1 covered at work\n6E · Electrician\n")
    assert text.endswith(
        "\nCollective gap, which no workplace trains: 11 Sets boxes."
        "\n8 Marks out routes: came up sometimes 1"
        "\n10 Lays conduits: planned at work 2 of 2 · came up regularly 1 · shown alone 1 · "
        "collectively covered"
        "\nNeither planned at work nor come up: 1 competence."
    )
    assert newest_file(school, "t1").startswith(PNG)
    assert "as a spreadsheet" in school.tapped("t1", "as a spreadsheet")
    book = newest_file(school, "t1")
    assert book.startswith(XLSX)
    strings = ZipFile(io.BytesIO(book)).read("xl/sharedStrings.xml").decode()
    assert "Elektro bv" in strings
    assert "Volta" not in strings
    waiting = school.tapped("t1", "planned, and nothing yet")
    assert "Noor: planned at Elektro bv, nothing yet: 10 “Lays conduits”" in waiting
    assert waiting.endswith("All that is planned came up: Jonas.")


def test_a_class_is_read_by_as_many_statements_as_one_student(own_school: School):
    teacher = planned(own_school).people["t1"].person_id
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        tracks = uow.tracks.list_of(teacher)
        with own_school.statements() as asked:
            (matrix,) = see_matrix(uow, teacher, tracks)
        alone = see_matrix(own_school.unit(connection), teacher, tracks[:1])
        assert see_matrix(uow, own_school.people["m1"].person_id, tracks) == []
    assert [column.track.student for column in matrix.columns] == [
        track.student for track in tracks
    ]
    assert alone[0].columns == matrix.columns[:1]
    assert len(asked) <= 12


def test_a_plan_is_held_against_the_weeks_of_the_period(own_school: School):
    school = own_school
    school.at = datetime(2026, 9, 7, 8, tzinfo=UTC)
    school.say("c1", "/periods add Period 1; 2026-09-07; 2026-12-18 16:00")
    plan(school, "s1", "m1", {8: Where.WORKPLACE, 10: Where.WORKPLACE, 11: Where.BOTH})
    school.later(weeks=2)
    school.say("m1", "jonas 8.1 l")
    undone = school.say("m1", "jonas 11.1 l")
    assert undone
    school.tap("m1", "undo")
    school.later(weeks=6)
    school.say("m1", "jonas 10.1 l")
    school.say("t1", "/plan 6E")
    assert school.tapped("t1", "planned, and nothing yet").splitlines()[1:] == [
        "Planned at work, for all students together: 3. Come up by week 3: 1, week 9: 2.",
        "Jonas: planned at Elektro bv, nothing yet in week 9: 11 “Sets boxes”",
    ]
    assert school.tapped("t1", "the whole plan").startswith("No collective gaps")


def test_what_a_workplace_lists_is_planned_until_a_plan_decides_otherwise(own_school: School):
    offer(own_school, "m1", {8, 11})
    assert "1 collective gap, of 3 · 2 covered at work" in own_school.text("c1", "/plan 6E")
    plan(own_school, "s1", "m1", {11: Where.CAMPUS})
    plan(own_school, "s2", "m1", {11: Where.CAMPUS})
    text = own_school.text("c1", "/plan 6E")
    assert "2 collective gaps, of 3 · 1 covered at work" in text


def test_the_class_map_has_the_gaps_of_the_matrix(own_school: School):
    assert "no plan yet, nothing came up" in own_school.text("t1", "/plan 6E")
    assert "nothing scored yet" in own_school.text("t1", "/class 6E")
    plan(own_school, "s1", "m1", {8: Where.WORKPLACE, 10: Where.CAMPUS})
    for line in ("/plan 6E", "/class 6E"):
        text = own_school.text("t1", line)
        assert text.startswith("2 collective gaps, of 3")
        assert "10 Lays conduits; 11 Sets boxes." in text
    for name in ("jonas", "noor"):
        own_school.say("t1", f"{name} 10 all l")
    for line in ("/plan 6E", "/class 6E"):
        assert "1 collective gap, of 3" in own_school.text("t1", line)


@pytest.mark.parametrize("who", ["s1", "m1", "m2"])
def test_nobody_else_has_one(own_school: School, who: str):
    planned(own_school)
    refused = own_school.text(who, "/plan 6E")
    assert refused == "The plan of a class group is for teachers and coaches."
    for code in ("mx:1", "mb:1", "my:1"):
        (answer,) = own_school.tap_code(who, code)
        assert (answer.files, "Elektro" in answer.text) == ([], False)


def test_a_teacher_sees_only_the_own_students(own_school: School):
    planned(own_school)
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql(
            "DELETE FROM involvement WHERE role = 'teacher' AND track_id IN "
            "(SELECT t.id FROM track t JOIN person p ON p.id = t.student_id "
            "WHERE p.school_id = 's2')"
        )
    (shown,) = own_school.say("t1", "/plan 6E")
    assert "Noor" not in str(shown)
    assert "10 Lays conduits: planned at work 1 of 1" in shown.text
    (refused,) = own_school.tap_code("t1", "mx:2")
    assert "Noor" not in str(refused)


def test_in_dutch(dutch_school: School):
    (shown,) = planned(dutch_school).say("c1", "/planning 6E")
    assert "11 Sets boxes" in shown.text
    assert "8 Marks out routes: soms aan bod 1" in shown.text
    assert buttons_of([shown])[1:3] == ["gepland, en nog niets", "als rekenblad"]
    waiting = dutch_school.tapped("c1", "gepland, en nog niets")
    assert "Noor: gepland bij Elektro bv, nog niets: 10 “Lays conduits”" in waiting
