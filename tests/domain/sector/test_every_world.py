"""Whoever knows the rule by heart, and tries every school that there can be, finds nobody out.

All ways in which the students of a small school can be coloured are played. Those in which the same
is told are one to the sector; so for each student there have to be two among them that differ. That
also takes in what can be learned from something not being told.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

import pytest

from bot.domain.scoring.colours import Colour
from tests.domain.sector.played import COLOURS, COMPETENCE, Played

TWO = (Colour.RED, Colour.DARK_GREEN)

Told = tuple[object, ...]
World = Sequence[Colour]
Photos = Sequence[Mapping[int, str]]


def everywhere(students: Sequence[int]) -> dict[int, str]:
    return dict.fromkeys(students, "")


def halves(students: Sequence[int], north: int) -> dict[int, str]:
    return {own: "North" if place < north else "South" for place, own in enumerate(students)}


TEN = range(10)
ELEVEN = range(11)
SCHOOLS: dict[str, list[Mapping[int, str]]] = {
    "one": [everywhere(ELEVEN)],
    "one leaves": [everywhere(ELEVEN), everywhere(TEN)],
    "one comes": [everywhere(TEN), everywhere(ELEVEN)],
    "one moves": [halves(ELEVEN, 6), halves(ELEVEN, 5)],
    "regions come": [everywhere(TEN), halves(TEN, 5)],
    "another cut": [halves(TEN, 5), {own: "NS"[own % 2] for own in TEN}],
    "a new name": [halves(TEN, 5), {own: at.upper() for own, at in halves(TEN, 5).items()}],
    "few in a region": [halves(ELEVEN, 3), halves(ELEVEN, 8)],
    "leaves and comes back": [everywhere(ELEVEN), everywhere(TEN), everywhere(ELEVEN)],
}


def tell(
    colours: Sequence[Colour], photos: Sequence[Mapping[int, str]], erased: int | None
) -> Told:
    """Play one school with colours that stay; gives everything that is told of it."""
    played = Played()
    for period, regions in enumerate(photos, 1):
        if period == 2 and erased is not None:
            played.erase(erased)
        here = {own: at for own, at in regions.items() if own != erased or period == 1}
        played.count(period, here, dict(enumerate(colours)))
    return tuple(
        (
            sorted(own.students.items()),
            sorted(
                (among, sorted(spreads.get(COLOURS, {}).items()))
                for among, spreads in own.numbers.get(COMPETENCE, {}).items()
            ),
        )
        for own in played.told
    )


def worlds(
    photos: Sequence[Mapping[int, str]], erased: int | None
) -> dict[str, list[Sequence[Colour]]]:
    count = len({own for regions in photos for own in regions})
    found: dict[str, list[World]] = defaultdict(list)
    for colours in product(TWO, repeat=count):
        found[str(tell(colours, photos, erased))].append(colours)
    return found


@pytest.mark.parametrize("erased", [None, 10], ids=["all known", "one erased"])
@pytest.mark.parametrize("name", SCHOOLS)
def test_nobody_is_the_same_in_all_schools_of_which_the_same_is_told(name: str, erased: int | None):
    photos = SCHOOLS[name]
    for told, same in worlds(photos, erased).items():
        for student in range(len(same[0])):
            assert len({colours[student] for colours in same}) == len(TWO), (student, told)


def test_something_is_told_in_most_of_them():
    found = worlds(SCHOOLS["one leaves"], None)
    told = sum(len(same) for told, same in found.items() if "dark_green" in told)
    again = sum(len(same) for told, same in found.items() if told.count("dark_green") > 1)
    everyone = sum(map(len, found.values()))
    assert told > 0.9 * everyone
    assert again > 0.4 * everyone
