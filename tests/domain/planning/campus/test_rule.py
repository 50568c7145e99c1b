"""The rule of the groups: the sources' example, and what a teacher would ask of it."""

from dataclasses import replace

import pytest

from bench.campus.classes import after
from bot.domain.planning.campus.model import (
    CampusSituation,
    GroupKind,
    GroupLimits,
    Lack,
    Need,
    PlannedSession,
    Student,
)
from bot.domain.planning.campus.rule import plan
from tests.domain.planning.campus.classes import GAP, NOWHERE, A, B, C, D, the_example


def shown(session):
    return {(group.competence, group.students) for group in session.groups}


def groups(situation):
    return [shown(session) for session in plan(situation).sessions]


EXAMPLE = [
    {(2, (A, B, C, D))},
    {(1, (A, C)), (6, (B, D))},
    {(1, (A, C)), (6, (B, D))},
    {(3, (A, C)), (6, (B, D))},
]


def test_the_sources_example_exactly():
    assert groups(the_example()) == EXAMPLE
    first = plan(the_example()).sessions[0].groups
    assert [group.kind for group in first] == [GroupKind.GAP]


def test_each_week_planned_anew_gives_the_same():
    situation = the_example()
    for expected in EXAMPLE:
        session = plan(situation).sessions[0]
        assert shown(session) == expected
        situation = after(situation, session)
    assert plan(situation).sessions == ()


def test_who_was_away_is_planned_again_and_the_group_goes_on():
    situation = after(the_example(), plan(the_example()).sessions[0])
    situation = after(situation, plan(situation).sessions[0], away=frozenset({B}))
    then = plan(situation).sessions
    # D needs two more and B three: the last one is for B, and D, who has had it all, joins.
    given = [group.given for session in then for group in session.groups if group.competence == 6]
    assert given == [{B, D}, {B, D}, {B}]
    assert (6, (B, D)) in shown(then[2])


def test_who_missed_what_everybody_had_begins_with_it():
    situation = after(the_example(), plan(the_example()).sessions[0], away=frozenset({D}))
    first = plan(situation).sessions[0]
    assert any(group.competence == 2 and D in group.given for group in first.groups)


def test_who_shows_it_alone_drops_out_and_the_others_go_on():
    situation = after(the_example(), plan(the_example()).sessions[0])
    situation = after(situation, plan(situation).sessions[0])
    students = [replace(s, lacks={}) if s.track == B else s for s in situation.students]
    then = plan(replace(situation, students=tuple(students))).sessions
    assert [(6, (D,)) in shown(session) for session in then] == [True, True]
    assert all((None, (B,)) in shown(session) for session in then)


def test_a_block_goes_on_where_another_order_would_be_shorter():
    # Begun with C alone, 6 would otherwise wait for A, B and D.
    situation = the_example()
    begun = PlannedSession(plan(situation).sessions[1].groups[:1])
    then = plan(after(situation, begun)).sessions
    assert (1, (A, C)) in shown(then[0])
    # Only then is 2 given to everyone.
    assert shown(then[1]) == {(2, (A, B, C, D))}


def test_a_locked_session_stays_and_counts():
    own = plan(the_example()).sessions[3]
    situation = the_example(locked={1: own})
    then = plan(situation).sessions
    assert then[1] == replace(own, locked=True)
    assert [3 in {group.competence for group in session.groups} for session in then] == [
        False, True, False, False,
    ]  # fmt: skip
    assert len(then) == 4


def test_a_gap_is_given_to_everyone_whatever_the_size_of_a_group():
    assert groups(the_example(limits=GroupLimits(2, 2)))[0] == {(2, (A, B, C, D))}
    # What three of four lack needs no session with everyone where it fits in the groups.
    few = CampusSituation(
        (*(Student(track, {2: GAP}) for track in (A, B, C)), Student(D, {6: NOWHERE}))
    )
    assert groups(few)[0] == {(2, (A, B, C)), (6, (D,))}
    assert groups(replace(few, limits=GroupLimits(2, 2)))[0] == {
        (2, (A, B)),
        (2, (C,)),
        (None, (D,)),
    }
    assert groups(replace(few, limits=GroupLimits(1, 2)))[0] == {(2, (A, B, C)), (None, (D,))}


def test_everybody_present_has_work():
    lacks = {1: Lack(Need.NOWHERE)}
    situation = CampusSituation(
        (
            Student(A, lacks),
            Student(B, supported=frozenset({1, 5})),
            Student(C, supported=frozenset({5})),
            Student(D),
        ),
        limits=GroupLimits(2, 2),
    )
    (session,) = plan(situation).sessions
    found = [(group.kind, group.competence, group.students) for group in session.groups]
    assert found == [
        (GroupKind.TOGETHER, 1, (A, B)),
        (GroupKind.SUPPORT, 5, (C,)),
        (GroupKind.OWN, None, (D,)),
    ]
    assert session.groups[0].given == {A}


def test_where_mentor_and_teacher_differ_the_student_stays_and_it_is_told():
    student = Student(A, {1: Lack(Need.CAME_UP, differs=True), 2: Lack(Need.CAME_UP)})
    found = plan(CampusSituation((student,)))
    assert len(found.sessions) == 2
    assert found.differing == ((A, 1),)


def test_a_lesson_that_is_held_anyway_has_work_for_all():
    situation = CampusSituation((Student(A, supported=frozenset({3})), Student(B)), at_least=1)
    assert groups(situation) == [{(3, (A,)), (None, (B,))}]


@pytest.mark.parametrize("situation", [CampusSituation(()), CampusSituation((Student(A),))])
def test_nothing_lacked_is_no_session(situation):
    assert plan(situation).sessions == ()
