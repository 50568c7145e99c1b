"""Who sees what: the method's table, cell by cell."""

import pytest

from bot.domain.school.tracks import PERSPECTIVES, Person, Role, Track
from bot.domain.school.visibility import SIGHT, Level, Sight, sight_of

C, INDICATORS = Level.COLOURS, Level.INDICATORS

# viewer → (student's, mentor's, teacher's), all notes
TABLE = {
    Role.STUDENT: (INDICATORS, C, C, False),
    Role.MENTOR: (INDICATORS, INDICATORS, INDICATORS, False),
    Role.TEACHER: (INDICATORS, INDICATORS, INDICATORS, False),
    Role.COACH: (INDICATORS, INDICATORS, INDICATORS, True),
}


@pytest.mark.parametrize("viewer", list(Role))
def test_the_table_of_the_method(viewer):
    *levels, notes = TABLE[viewer]
    for perspective, level in zip(PERSPECTIVES, levels, strict=True):
        assert SIGHT[viewer, perspective] == Sight(level, notes)


def test_every_cell_is_decided():
    assert set(SIGHT) == {(viewer, seen) for viewer in Role for seen in PERSPECTIVES}


def test_without_a_role_there_is_nothing_to_see():
    assert sight_of(frozenset(), Role.STUDENT) == Sight(Level.NOTHING)


def test_two_roles_see_the_most_of_each():
    both = frozenset({Role.TEACHER, Role.COACH})
    assert sight_of(both, Role.MENTOR) == Sight(INDICATORS, all_notes=True)


def test_the_coach_does_not_score():
    assert not Role.COACH.scores
    track = Track(1, 2, "Jonas", 3, 4, "6E", frozenset({Role.COACH}))
    assert track.scoring_role is None
    assert Person(1, 1, "x", "Jonas Peeters", "nl", "Europe/Brussels").first_name == "Jonas"
