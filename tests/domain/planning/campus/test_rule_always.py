"""What must hold for the plan of every class group."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.campus.classes import after
from bot.domain.planning.campus.model import GroupKind, Need, PlannedSession
from bot.domain.planning.campus.rule import plan
from tests.domain.planning.campus.classes import situations

FEWER = settings(max_examples=min(30, settings().max_examples))
"""A class group has much to draw."""

LED = {GroupKind.TOGETHER, GroupKind.SUPPORT}


def open_sessions(situation, planned):
    """The sessions that the rule made, each with who is present."""
    everybody = {student.track for student in situation.students}
    return [
        (session, everybody - situation.away.get(number, frozenset()))
        for number, session in enumerate(planned.sessions)
        if number not in situation.locked
    ]


def given_in(planned, track, competence):
    """The sessions that give a student a competence: in groups, in locked ones, with everyone."""
    found = [
        (number, session.locked, group.kind)
        for number, session in enumerate(planned.sessions)
        for group in session.groups
        if group.competence == competence and track in group.given
    ]
    return (
        [number for number, locked, kind in found if not locked and kind is GroupKind.TOGETHER],
        [number for number, locked, _kind in found if locked],
        [number for number, locked, kind in found if not locked and kind is GroupKind.GAP],
    )


def given_by(session, competence):
    """To whom a session gives a competence."""
    return {t for group in session.groups if group.competence == competence for t in group.given}


@FEWER
@given(situations())
def test_everybody_present_has_work_in_one_group_of_the_size_that_was_set(situation):
    for session, present in open_sessions(situation, plan(situation)):
        placed = [track for group in session.groups for track in group.students]
        assert sorted(placed) == sorted(present)
        led = [group for group in session.groups if group.kind in LED]
        with_everyone = [group for group in session.groups if group.kind is GroupKind.GAP]
        assert len(led) <= situation.limits.groups
        assert not (led and with_everyone)
        assert all(len(group.students) <= (situation.limits.size or 99) for group in led)


@FEWER
@given(situations())
def test_everybody_is_given_what_they_lack_on_end_and_nothing_else(situation):
    planned = plan(situation)
    opens = [n for n in range(len(planned.sessions)) if n not in situation.locked]
    for student in situation.students:
        for number, needed in situation.sessions.items():
            by_rule, locked, with_everyone = given_in(planned, student.track, number)
            there = [n for n in locked if student.track not in situation.away.get(n, ())]
            lack = student.lacks.get(number)
            left = max(needed - lack.had - len(there), 0) if lack else 0
            assert len(by_rule) + len(with_everyone) == left
            on_end = [opens.index(session) for session in by_rule]
            assert on_end == list(range(on_end[0], on_end[0] + len(on_end))) if on_end else True


@FEWER
@given(situations())
def test_gaps_come_first(situation):
    planned = plan(situation)
    gaps = [n for s in situation.students for n, lack in s.lacks.items() if lack.need is Need.GAP]
    with_everyone = [
        any(group.kind is GroupKind.GAP for group in session.groups)
        for session, _present in open_sessions(situation, planned)
    ]
    assert with_everyone == sorted(with_everyone, reverse=True)
    for student in situation.students:
        sessions = {
            number: by_rule + together
            for number in student.lacks
            for by_rule, _locked, together in [given_in(planned, student.track, number)]
        }
        last = max((n for number in gaps for n in sessions.get(number, ())), default=-1)
        others = (n for number in sessions.keys() - set(gaps) for n in sessions[number])
        assert last < min(others, default=last + 1)


@FEWER
@given(situations(), st.randoms())
def test_the_order_of_what_comes_in_says_nothing(situation, draw):
    students = list(situation.students)
    draw.shuffle(students)
    turned = [replace(s, lacks=dict(reversed(s.lacks.items()))) for s in students]
    sessions = dict(reversed(situation.sessions.items()))
    other = replace(situation, students=tuple(turned), sessions=sessions)
    assert plan(other) == plan(situation) == plan(situation)


@FEWER
@given(situations(), st.frozensets(st.integers(1, 60), max_size=1))
def test_planned_again_after_a_session_those_who_began_go_on(situation, away):
    situation = replace(situation, locked={}, away={})
    sessions = plan(situation).sessions
    if not sessions:
        return
    later = after(situation, sessions[0], away)
    (again, *_rest) = plan(later).sessions or [PlannedSession(())]
    lacks = {student.track: student.lacks for student in later.students}
    for group in sessions[0].groups:
        if group.kind is not GroupKind.TOGETHER or group.competence is None:
            continue
        number = group.competence
        left = {t for t in group.given if lacks[t][number].had < situation.sessions[number]}
        assert left <= given_by(again, number)
