"""A few to begin with: what is in focus, then in the order in which competences are asked."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.scoring.focus import A_FEW, begin_with

groups = st.lists(st.frozensets(st.integers(1, 200)), max_size=8)


def test_focus_comes_first_then_the_order_of_competences():
    waiting = [frozenset({11, 12, 13}), frozenset({1, 2, 3, 4}), frozenset({21, 22})]
    assert begin_with(waiting, frozenset({22, 3}), 5) == {22, 3, 11, 12, 13}


@given(groups, st.frozensets(st.integers(1, 200)))
def test_they_are_open_few_and_hold_the_focus(waiting, focus):
    everything = frozenset().union(*waiting)
    few = begin_with(waiting, focus)
    assert few <= everything
    assert len(few) <= A_FEW
    assert len(few) == A_FEW or few == everything
    assert few >= everything & focus or few <= focus
