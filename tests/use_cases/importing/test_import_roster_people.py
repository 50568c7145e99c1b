"""Whom and what a row of a roster means: people by id or name, frameworks by code or number."""

from dataclasses import replace

import pytest

from tests.use_cases.importing.imports import BAKER, JONAS, NOOR, counts, in_memory, school


@pytest.fixture
def oven():
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        yield own


@pytest.mark.parametrize(
    ("ids", "said", "expected"),
    [
        ("m1|m2", "Karim Haddad|Piet Hein", {"m1", "m2"}),
        (" m1 | m2 | ", "Karim Haddad|Piet Hein", {"m1", "m2"}),
        ("m1|m1", "Karim Haddad|Karim Haddad", {"m1"}),
        ("m1", "", {"m1"}),
        ("m1|m2", "|Piet Hein", {"m1", "m2"}),
        ("", "karim haddád", {"m1"}),
        ("|m2", "Karim Haddad|Piet Hein", {"m1", "m2"}),
        ("", "", set()),
        ("|", "", set()),
    ],
)
def test_ids_and_names_pair_up_and_one_is_enough_once_known(oven, ids, said, expected):
    oven.enrol(NOOR)
    report = oven.enrol(replace(JONAS, mentor_id=ids, mentor=said))
    assert report.rejected == ()
    mentors = {one for student, one, role in oven.around() if (student, role) == ("s1", "mentor")}
    assert mentors == expected


def test_a_line_above_makes_known(oven):
    report = oven.enrol(JONAS, replace(NOOR, mentor="", teacher_id="", coach=""))
    assert report.rejected == ()
    assert counts(report)["new"]["people"] == 5


def test_a_teacher_may_also_be_coach(oven):
    report = oven.enrol(replace(JONAS, coach_id="t1", coach="Els Goossens"))
    assert report.rejected == ()
    assert {role for _student, teacher, role in oven.around() if teacher == "t1"} == {
        "teacher",
        "coach",
    }


def test_a_student_may_be_mentor_of_another(oven):
    report = oven.enrol(JONAS, replace(NOOR, mentor_id="s1", mentor="Jonas Verlinde"))
    assert report.rejected == ()


@pytest.mark.parametrize(
    ("cell", "programme"),
    [
        ("BK-0999-2", "BK-0999-2"),
        ("bk-0999-2", "BK-0999-2"),
        ("BK-0999", "BK-0999-10"),
        ("bk-0999-10", "BK-0999-10"),
        ("OVEN", "OVEN"),
    ],
)
def test_a_framework_is_found_by_code_or_by_number_in_its_newest_version(oven, cell, programme):
    oven.learn(replace(BAKER, code="BK-0999-10", version="10"))
    oven.learn(replace(BAKER, code="BK-0999-9", version="9"))
    oven.learn(replace(BAKER, code="OVEN", version=""))
    oven.learn(replace(BAKER, code="OVEN-1", version="1"))
    assert oven.enrol(replace(JONAS, framework=cell)).rejected == ()
    assert oven.rows("SELECT code FROM programme") == [(programme,)]
