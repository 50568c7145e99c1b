"""A few to begin with: what matters most, then in the order in which competences are asked."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.scoring.focus import A_FEW, begin_with

groups = st.lists(st.frozensets(st.integers(1, 200)), max_size=8)


def test_what_matters_comes_first_then_the_order_of_competences():
    waiting = [frozenset({11, 12, 13}), frozenset({1, 2, 3, 4}), frozenset({21, 22})]
    assert begin_with(waiting, (22, 3), 5) == (22, 3, 11, 12, 13)


@given(groups, st.lists(st.integers(1, 200), unique=True))
def test_they_are_open_few_and_hold_what_matters(waiting, first):
    everything = frozenset().union(*waiting)
    few = set(begin_with(waiting, first))
    assert few <= everything
    assert len(few) == min(A_FEW, len(everything))
    matter = [indicator for indicator in first if indicator in everything][:A_FEW]
    assert few.issuperset(matter)
