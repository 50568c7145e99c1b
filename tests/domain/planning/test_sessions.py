"""What a teacher does to the groups of a session: nobody is lost, and nobody is in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.sessions import (
    CampusGroup,
    CampusPlace,
    CampusSession,
    Outcome,
    SessionState,
    add_group,
    move,
    say_what_came,
    swap,
)
from tests.dialogues.school import MORNING

STUDENTS = range(1, 6)


def session(*groups: tuple[int, ...]) -> CampusSession:
    made = tuple(
        CampusGroup(GroupKind.TOGETHER, tuple(map(CampusPlace, students)), number)
        for number, students in enumerate(groups, 1)
    )
    return CampusSession(1, 1, 1, 1, MORNING, groups=made)


@given(st.lists(st.tuples(st.sampled_from(STUDENTS), st.integers(0, 3)), max_size=8))
def test_whoever_is_moved_stays_in_one_group(moves):
    now = session((1, 2), (3, 4, 5))
    for student, to in moves:
        now = move(now, student, to) if to < len(now.groups) else add_group(now, student)
        placed = [track for group in now.groups for track in group.tracks]
        assert sorted(placed) == list(STUDENTS)
        assert all(group.places for group in now.groups)
        assert sum(group.kind is GroupKind.OWN for group in now.groups) <= 1


def test_a_move_to_where_somebody_is_changes_nothing():
    now = session((1, 2), (3,))
    assert move(now, 1, 0) == now
    with pytest.raises(IndexError):
        move(now, 1, 2)


def test_what_counts_as_had_is_what_was_reached():
    given_ = say_what_came(session((1, 2), (3,)), {1: Outcome.AWAY, 3: Outcome.NOT_REACHED})
    assert given_.state is SessionState.GIVEN
    assert [*given_.learned()] == [(2, 1)]
    assert [group.was_missed for group in given_.groups] == [False, True]
    again = say_what_came(given_, {1: Outcome.REACHED})
    assert [*again.learned()] == [(1, 1), (2, 1)]
    assert not [*session((1, 2)).learned()]


def test_a_group_that_works_on_something_else_has_its_scenario():
    (first, second) = swap(session((1, 2), (3,)), 1, 9, 4).groups
    assert (second.competence_id, second.scenario_id, second.tracks) == (9, 4, (3,))
    assert first == session((1, 2), (3,)).groups[0]
