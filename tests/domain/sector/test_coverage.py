"""How much came up is told beside the colours alone: it would say of which colour they are."""

from collections import Counter
from collections.abc import Iterable

import pytest

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.domain.sector.totals.book import PROGRAMME, CountedPhoto, FrozenTotals, TotalsBook
from bot.domain.sector.totals.spread import (
    ASPECTS,
    Aspect,
    Cover,
    Measure,
    Standing,
    Standings,
    spread_of,
)


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


def test_what_is_told_is_counted_once(monkeypatch):
    """By region and of all together the same may be asked, and to be told as well as noted."""
    counted = []

    def noting(standings: Iterable[Standings], aspect: Aspect) -> Counter[str]:
        counted.append(aspect)
        return spread_of(standings, aspect)

    monkeypatch.setattr("bot.domain.sector.totals.book.spread_of", noting)
    mentor = of({Colour.RED: 7, Colour.ORANGE: 3}, SOME_CAME_UP)
    assert freeze({Role.MENTOR: mentor}).numbers
    assert sorted(counted, key=ASPECTS.index) == [*ASPECTS]
