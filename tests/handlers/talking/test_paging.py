"""A list in pages: what each shows, and where its buttons lead."""

import pytest

from handlers.talking.paging import OnePage, open_page
from handlers.visiting.taps import ListVisits


def leads(page: OnePage[int]) -> list[str]:
    (row,) = page.turns(ListVisits) or [()]
    return [own.code for own in row]


def to(*pages: int) -> list[str]:
    return [ListVisits(page).written() for page in pages]


@pytest.mark.parametrize(
    ("count", "asked", "shown", "page", "beside"),
    [
        (0, 0, [], 0, []),
        (3, 0, [0, 1, 2], 0, []),
        (4, 0, [0, 1, 2], 0, [1]),
        (7, 1, [3, 4, 5], 1, [0, 2]),
        (7, 2, [6], 2, [1]),
        (7, 9, [6], 2, [1]),
        (0, 4, [], 0, []),
    ],
)
def test_a_page_shows_its_part_and_leads_to_those_beside_it(
    count: int, asked: int, shown: list[int], page: int, beside: list[int]
):
    opened = open_page(range(count), 3, asked)
    assert [*opened.things] == shown
    assert opened.page == page
    assert leads(opened) == to(*beside)
