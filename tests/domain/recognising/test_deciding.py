"""Who decides on a claim, and when it is decided."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.recognising.claims import DECIDES, ClaimVerdict
from bot.domain.recognising.deciding import roles_needed, roles_to_say, settle
from bot.domain.school.tracks import Role

TEACHER, COACH = Role.TEACHER, Role.COACH
YES, NO = ClaimVerdict.CONFIRMED, ClaimVerdict.REFUSED
PEOPLE = some.sets(some.integers(1, 3), min_size=1)
holders_of = some.dictionaries(some.sampled_from(DECIDES), PEOPLE)


@pytest.mark.parametrize(
    ("said", "again", "outcome"),
    [
        ({}, False, None),
        ({TEACHER: YES}, False, None),
        ({TEACHER: YES, COACH: YES}, False, YES),
        ({COACH: NO}, False, NO),
        ({TEACHER: YES, COACH: NO}, False, NO),
        ({COACH: NO}, True, None),
        ({TEACHER: YES, COACH: NO}, True, NO),
        ({TEACHER: YES, COACH: YES}, True, YES),
    ],
)
def test_when_it_is_decided(said, again: bool, outcome):
    assert settle(DECIDES, said, again=again) is outcome


def test_where_nobody_has_one_of_the_roles_the_other_decides():
    assert settle((TEACHER,), {TEACHER: YES}, again=False) is YES
    assert settle((TEACHER,), {TEACHER: NO}, again=True) is NO
    assert settle((), {}, again=False) is None


@pytest.mark.parametrize(
    ("holders", "person", "said", "roles"),
    [
        ({TEACHER: {1}, COACH: {2}}, 1, (), (TEACHER,)),
        ({TEACHER: {1}, COACH: {2}}, 1, (TEACHER,), ()),
        ({TEACHER: {1}, COACH: {2}}, 3, (), ()),
        ({TEACHER: {1}, COACH: {1}}, 1, (), (TEACHER, COACH)),
        # Somebody else is teacher as well, so who is both speaks as the only coach.
        ({TEACHER: {1, 2}, COACH: {1}}, 1, (), (COACH,)),
        ({TEACHER: {1, 2}, COACH: {1, 3}}, 1, (), (TEACHER,)),
        ({TEACHER: {1, 2}, COACH: {1, 3}}, 1, (TEACHER,), (COACH,)),
        # It is open, so the coach who was waited for has gone: a teacher says it for good.
        ({TEACHER: {1, 2}}, 2, (TEACHER,), (TEACHER,)),
    ],
)
def test_for_which_roles_somebody_speaks(holders, person, said, roles):
    assert roles_to_say(holders, person, said) == roles


@given(holders_of, some.sampled_from([YES, NO]), some.booleans())
def test_everybody_in_turn_always_comes_to_an_outcome(holders, verdict, again):
    """However roles are spread, those who have them can decide, and only they."""
    said: dict[Role, ClaimVerdict] = {}
    people = sorted({person for own in holders.values() for person in own})
    for person, _turn in product(people, DECIDES):
        for role in roles_to_say(holders, person, said):
            assert person in holders[role]
            said[role] = verdict
    needed = roles_needed(holders)
    assert settle(needed, said, again=again) is (verdict if needed else None)
