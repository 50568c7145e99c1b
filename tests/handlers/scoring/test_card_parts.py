"""A competence of any size is parted into what is seen at one sight."""

import pytest

from bot.domain.school.frameworks import Competence, Indicator
from handlers.scoring.card.state import MOST, part_with, parts_of


@pytest.mark.parametrize("size", [1, 7, 8, 13, 14, 15, 16, 21, 22, 40])
def test_parts_are_nearly_equal_and_in_order(size: int):
    indicators = tuple(Indicator(number, number, f"does {number}") for number in range(1, size + 1))
    competence = Competence(1, 1, "Does", indicators)
    parts = parts_of(competence)
    assert [own for part in parts for own in part] == list(indicators)
    assert max(map(len, parts)) <= MOST
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert len(parts) == -(-size // MOST)
    assert part_with(competence, {size}) == len(parts) - 1
    assert part_with(competence, set()) is None
