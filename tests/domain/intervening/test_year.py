"""A year in numbers: none below five is shown, and none can be computed from the others."""

from collections import defaultdict
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
    YearCount,
)
from bot.domain.intervening.year import (
    FEWEST,
    YearPart,
    leave_out_small,
    overview_of,
    whole_months,
)
from bot.domain.school.tracks import Role

MOST = 30


@pytest.mark.parametrize("parts", [2, 3, 4])
def test_no_small_number_is_computed_from_the_sum_and_the_others(parts: int):
    """Somebody who knows the rule lists all years that would look the same."""
    looks = defaultdict(list)
    for counts in product(range(MOST + 1), repeat=parts):
        if sum(counts) > MOST:
            continue
        shown = leave_out_small(dict(enumerate(counts)))
        looks[sum(counts), tuple(shown.values())].append(counts)
    for (total, seen), alike in looks.items():
        if total < FEWEST:
            continue  # of such a whole nothing is shown at all
        left_out = total - sum(count or 0 for count in seen)
        assert left_out == 0 or left_out >= FEWEST
        for place, count in enumerate(seen):
            possible = {counts[place] for counts in alike}
            if count is None:
                assert len(possible) > 1, (total, seen)
            else:
                assert possible == {count}
                assert count == 0 or count >= FEWEST


counted = some.builds(
    YearCount,
    some.sampled_from(InterventionLevel),
    some.sampled_from(InterventionAbout),
    some.sampled_from([*ActsOn, None]),
    some.sampled_from(Role),
    some.sampled_from([*Helped, None]),
    some.integers(1, 9),
)


@given(some.lists(counted, max_size=12))
def test_every_number_is_none_or_five_at_least(counts):
    lines = overview_of(counts)
    assert all(line.count in (None, 0) or line.count >= FEWEST for line in lines)
    total = sum(own.count for own in counts)
    (whole,) = [line for line in lines if line.part is YearPart.ALL]
    assert whole.count == (total if total >= FEWEST or not total else None)
    if total < FEWEST:
        assert {line.count for line in lines} == {whole.count}
    for level in InterventionLevel:
        within = sum(own.count for own in counts if own.level is level)
        own = [line for line in lines if line.level is level]
        (head,) = [line for line in own if line.part is YearPart.LEVEL]
        if not head.count:
            assert own == [head]  # nothing of a level that is not shown
        else:
            assert head.count == within


def test_a_year_ends_with_the_last_whole_month():
    assert whole_months(date(2026, 11, 30)) == (date(2025, 11, 1), date(2026, 11, 1))
    assert whole_months(date(2026, 3, 1)) == (date(2025, 3, 1), date(2026, 3, 1))
