"""How much came up is told beside the colours alone: it would say of which colour they are."""

import pytest

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.domain.sector.totals.book import PROGRAMME, CountedPhoto, FrozenTotals, TotalsBook
from bot.domain.sector.totals.spread import Aspect, Cover, Measure, Standing


def freeze(standings: dict[Role, list[Standing]]) -> FrozenTotals:
    """Count ten students of one region, each with a standing in some perspectives."""
    scored = {
        student: {1: {role: own[student] for role, own in standings.items()}}
        for student in range(10)
    }
    photo = CountedPhoto(1, dict.fromkeys(range(10), ""), scored, [1])
    return TotalsBook({}).count(photo, lambda student: student, lambda _period: {})


def of(colours: dict[Colour, int], covers: dict[Cover, int]) -> list[Standing]:
    shown = [colour for colour, count in colours.items() for _each in range(count)]
    came_up = [cover for cover, count in covers.items() for _each in range(count)]
    return [*map(Standing, shown, came_up)]


SOME_CAME_UP = {Cover.PART: 3, Cover.ALL: 7}


@pytest.mark.parametrize("others", [0, 1])
def test_where_no_colour_is_told_nothing_is(others: int):
    """Of who have part of a short competence it would follow that none acquired it."""
    alike = {Colour.RED: 10 - others, Colour.DARK_GREEN: others}
    assert freeze({Role.MENTOR: of(alike, SOME_CAME_UP)}).numbers == {}


def test_each_perspective_stands_by_itself():
    mentor = of({Colour.RED: 8, Colour.ORANGE: 2}, SOME_CAME_UP)
    teacher = of({Colour.RED: 10}, SOME_CAME_UP)
    told = freeze({Role.MENTOR: mentor, Role.TEACHER: teacher}).numbers[1]
    (aspects,) = (sets for sets in told.values())
    assert [*aspects] == [
        Aspect(Role.MENTOR, Measure.COLOUR),
        Aspect(Role.MENTOR, Measure.COVERAGE),
    ]
    assert set(told) <= {"", PROGRAMME}
