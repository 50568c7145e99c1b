"""Why a group is as it is, and what a student lacks."""

from datetime import date
from itertools import product

import pytest

from bot.domain.planning.campus.model import CampusSituation, GroupLimits, Lack, Need, Student
from bot.domain.planning.campus.reasons import GroupReason, GroupWhy, explain
from bot.domain.planning.campus.rule import plan
from bot.domain.planning.campus.standing import CampusStanding, lack_of, student_of
from tests.domain.planning.campus.classes import A, B, C, D, the_example

MAY = date(2027, 5, 1)


def test_b_and_d_both_lack_6_which_nobody_trains_at_work_before_may():
    lacks = {6: Lack(Need.NOWHERE, at_work_from=MAY)}
    later = {6: Lack(Need.NOWHERE, at_work_from=date(2027, 6, 1))}
    situation = CampusSituation((Student(B, later), Student(D, lacks)), {6: 3})
    ((reason,), *_rest) = explain(situation, plan(situation).sessions)
    assert reason == GroupReason(GroupWhy.NOWHERE, 6, (B, D), not_before=MAY, session=1, of=3)


def test_the_example_is_explained():
    situation = the_example()
    told = [
        [(reason.why, reason.competence, reason.lacking, reason.session) for reason in session]
        for session in explain(situation, plan(situation).sessions)
    ]
    assert told == [
        [(GroupWhy.GAP, 2, (A, B, C, D), 1)],
        [(GroupWhy.NOWHERE, 1, (A, C), 1), (GroupWhy.NOWHERE, 6, (B, D), 1)],
        [(GroupWhy.NOWHERE, 1, (A, C), 2), (GroupWhy.NOWHERE, 6, (B, D), 2)],
        [(GroupWhy.NOWHERE, 3, (A, C), 1), (GroupWhy.NOWHERE, 6, (B, D), 3)],
    ]


def test_who_joins_who_waits_and_of_whom_views_differ():
    situation = CampusSituation(
        (
            Student(A, {1: Lack(Need.CAME_UP, differs=True)}),
            Student(B, supported=frozenset({1})),
            Student(C, {2: Lack(Need.NOTHING_YET)}),
            Student(D, {1: Lack(Need.NOTHING_YET)}),
        ),
        limits=GroupLimits(groups=1),
    )
    first, then = explain(situation, plan(situation).sessions)
    assert first == [
        GroupReason(GroupWhy.NOT_SHOWN, 1, (A, D), joining=(B,), came_up=(A,), differing=(A,)),
        GroupReason(GroupWhy.OWN, None, waiting=(C,)),
    ]
    assert (then[0].why, then[0].competence, then[0].lacking) == (GroupWhy.NOTHING_YET, 2, (C,))


@pytest.mark.parametrize(
    ("standing", "need"),
    [
        (CampusStanding(), Need.NOWHERE),
        (CampusStanding(planned=True), Need.NOTHING_YET),
        (CampusStanding(planned=True, came_up=True), Need.CAME_UP),
        (CampusStanding(gap=True), Need.GAP),
        (CampusStanding(alone=True, differs=True, came_up=True), Need.CAME_UP),
        (CampusStanding(supported=True, had=1), Need.NOWHERE),
        (CampusStanding(supported=True), None),
        (CampusStanding(before=True, gap=True), None),
        (CampusStanding(before=True, alone=True, differs=True), None),
        (CampusStanding(before=True, had=1), Need.NOWHERE),
        (CampusStanding(alone=True, had=1), None),
    ],
)
def test_what_is_lacked(standing, need):
    lack = lack_of(standing)
    assert (lack and lack.need) == need


def test_who_shows_it_alone_drops_out_and_is_not_asked_to_join():
    stands = {
        number: CampusStanding(alone=alone, differs=differs, supported=supported)
        for number, (alone, differs, supported) in enumerate(product((True, False), repeat=3))
        if alone or not differs
    }
    student = student_of(A, stands)
    for number, standing in stands.items():
        stays = standing.differs or not (standing.alone or standing.supported)
        assert (number in student.lacks) == stays
        assert (number in student.supported) == (standing.supported and not standing.alone)
