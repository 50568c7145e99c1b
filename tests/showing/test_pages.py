"""A picture that is too long for one is parted, and every part says what all of them found."""

from dataclasses import replace
from typing import Any

import pytest

from bot.i18n import Voice
from bot.showing.files import name_of
from bot.showing.finding import finding_of
from bot.showing.pages import PERIODS, ROWS, STUDENTS, pages_of
from tests.pictures import samples
from tests.pictures.samples import of_rows

ENGLISH = Voice("en", "UTC")
EVERY: dict[str, Any] = dict(samples.EVERY)


def parts_of(picture: Any) -> Any:
    """Part a picture, of which kind every test knows."""
    return pages_of(picture)


@pytest.mark.parametrize("name", EVERY)
def test_every_row_stands_on_one_part_and_no_part_has_too_many(name):
    whole = of_rows(name, 23)
    parts = parts_of(whole)
    assert [row.number for part in parts for row in part.rows] == list(range(1, 24))
    most = max(len(part.rows) for part in parts)
    assert most <= ROWS[type(whole)]
    assert most - min(len(part.rows) for part in parts) <= 1
    assert {ENGLISH.say(finding_of(part)) for part in parts} == {ENGLISH.say(finding_of(whole))}
    assert len({name_of(part, ENGLISH.say) for part in parts}) == len(parts)


def test_a_report_of_23_competences_is_two_pictures():
    assert [len(part.rows) for part in parts_of(of_rows("report", 23))] == [12, 11]
    assert [part.part for part in parts_of(of_rows("report", 23))] == ["1/2", "2/2"]


def test_what_fits_is_left_as_it_is():
    assert parts_of(EVERY["report"]) == (EVERY["report"],)
    nobody = replace(EVERY["heat_map"], students=(), rows=())
    assert parts_of(nobody) == (nobody,)


def test_many_students_and_periods_are_parted_too():
    heat_map = EVERY["heat_map"]
    rows = tuple(replace(row, colours=row.colours * 8) for row in heat_map.rows)
    parts = parts_of(replace(heat_map, students=heat_map.students * 8, rows=rows))
    assert [len(part.students) for part in parts] == [16, 16]
    assert all(len(row.colours) == 16 <= STUDENTS for part in parts for row in part.rows)
    overview = EVERY["overview"]
    rows = tuple(replace(row, moments=row.moments * 2) for row in overview.rows)
    parts = parts_of(replace(overview, periods=overview.periods * 2, rows=rows))
    assert [len(part.periods) for part in parts] == [3, 3]
    assert all(len(row.moments) <= PERIODS for part in parts for row in part.rows)
