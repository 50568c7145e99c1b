"""The seven methods and the mastery that each fits."""

import pytest

from bot.domain.coaching.methods import OFFERED, Method, distance
from bot.domain.scoring.scales import Mastery

X, L, V = Mastery

FAR = {
    Method.MODELLING: (0, 1, 2),
    Method.SCAFFOLDING: (0, 1, 2),
    Method.ARTICULATION: (1, 0, 1),
    Method.COACHING: (1, 0, 1),
    Method.REFLECTION: (0, 0, 0),
    Method.EXPLORATION: (2, 1, 0),
    Method.GENERALISATION: (2, 1, 0),
}


@pytest.mark.parametrize("method", Method)
def test_how_far_a_method_lies_from_each_mastery(method):
    assert tuple(distance(method, mastery) for mastery in (X, L, V)) == FAR[method]
    assert distance(method, None) == 0


def test_each_method_is_offered_at_one_mastery_and_reflection_at_all():
    offered = [method for methods in OFFERED.values() for method in methods]
    assert sorted([*offered, Method.REFLECTION]) == sorted(Method)
    assert tuple(OFFERED) == (X, L, V)
