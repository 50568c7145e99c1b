"""Whether feedback helped, in a sum: from five answers on, and none of them can be told from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reflecting.helping import LEAST, Bound, HelpedSum, sum_of


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        ([], None),
        ([True] * 4, None),
        ([True] * 5, HelpedSum(Bound.AT_LEAST, 4, 5)),
        ([True] * 4 + [False], HelpedSum(Bound.AT_LEAST, 4, 5)),
        ([True] * 3 + [False] * 2, HelpedSum(Bound.EXACTLY, 3, 5)),
        ([True] * 2 + [False] * 3, HelpedSum(Bound.EXACTLY, 2, 5)),
        ([True] + [False] * 4, HelpedSum(Bound.AT_MOST, 1, 5)),
        ([False] * 5, HelpedSum(Bound.AT_MOST, 1, 5)),
        ([True] * 7 + [False] * 2, HelpedSum(Bound.EXACTLY, 7, 9)),
    ],
)
def test_what_is_said(judged, said):
    assert sum_of(judged) == said


@given(st.lists(st.booleans(), min_size=LEAST, max_size=12), st.integers(0, 11))
def test_whatever_is_said_each_answer_could_have_been_the_other(judged, which):
    which %= len(judged)
    otherwise = [
        [*others[:which], not judged[which], *others[which:]]
        for count in range(len(judged))
        for others in [[True] * count + [False] * (len(judged) - 1 - count)]
    ]
    assert sum_of(judged) in [sum_of(other) for other in otherwise]
