"""Lesson times from a roster: replaced where a line has them, left alone where it has none."""

from dataclasses import replace

import pytest

from tests.use_cases.importing.imports import BAKER, JONAS, NOOR, counts, in_memory, school

ALL = "SELECT weekday, starts FROM lesson_time ORDER BY weekday, starts"


@pytest.fixture
def oven():
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        yield own


def test_the_times_of_a_line_are_its_teachers(oven):
    report = oven.enrol(replace(JONAS, lessons="ma 8:30, do 13u00"))
    assert counts(report)["new"]["lessons"] == 2
    assert oven.rows(ALL) == [(0, "08:30"), (3, "13:00")]
    assert oven.rows(
        "SELECT DISTINCT school_id FROM lesson_time JOIN person ON id = teacher_id"
    ) == [("t1",)]


def test_an_empty_cell_leaves_them_and_another_one_replaces_them(oven):
    oven.enrol(replace(JONAS, lessons="mon 8:30, thu 13:00"))
    assert "ended" not in counts(oven.enrol(JONAS))
    assert oven.rows(ALL) == [(0, "08:30"), (3, "13:00")]
    report = oven.enrol(replace(JONAS, lessons="mon 8:30, fri 9:00"))
    assert counts(report)["ended"] == {"lessons": 1}
    assert oven.rows(ALL) == [(0, "08:30"), (4, "09:00")]


def test_what_is_no_time_refuses_the_line(oven):
    report = oven.enrol(replace(JONAS, lessons="mon 8:30, noon"), NOOR)
    (bad,) = report.rejected
    assert bad.line == JONAS.line
    assert bad.reason.args["time"] == "noon"
    assert oven.rows(ALL) == []
