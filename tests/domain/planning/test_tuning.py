"""Whether campus and work are tuned: overlap is what the campus begins when work has it alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.matrix import ComeUp, CompetenceAtPlaces
from bot.domain.planning.sessions import (
    CampusGroup,
    CampusPlace,
    CampusSession,
    Outcome,
    SessionState,
)
from bot.domain.planning.training_plans import Where
from bot.domain.planning.tuning import Tuning, alone_since, count_saved, tune
from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import Role

FIRST = datetime(2026, 10, 5, tzinfo=UTC)
LATER = FIRST + timedelta(days=7)
ALONE = CompetenceAtPlaces(at_work=ComeUp.REGULARLY, alone=frozenset({Role.MENTOR}))
CAME_UP = CompetenceAtPlaces(at_work=ComeUp.SOMETIMES)


@pytest.mark.parametrize(
    ("cell", "on_campus", "alone_at", "tuning"),
    [
        (ALONE, LATER, FIRST, Tuning.OVERLAP),
        (ALONE, FIRST, LATER, Tuning.TUNED),
        (ALONE, None, FIRST, Tuning.TUNED),
        (CAME_UP, LATER, None, Tuning.TUNED),
        (CompetenceAtPlaces(), LATER, None, Tuning.TUNED),
        (CompetenceAtPlaces(acquired_on_campus=True), None, None, Tuning.TUNED),
        (CompetenceAtPlaces(Where.CAMPUS), None, None, Tuning.AWAITED),
        (CompetenceAtPlaces(offered=True), None, None, Tuning.AWAITED),
        (CompetenceAtPlaces(), None, None, Tuning.GAP),
    ],
)
def test_how_campus_and_work_stand_to_each_other(cell, on_campus, alone_at, tuning):
    assert tune(cell, on_campus=on_campus, alone_at=alone_at) is tuning


def test_a_competence_is_shown_alone_when_enough_of_its_indicators_are():
    firsts = [FIRST + timedelta(days=day) for day in (4, 0, 2, 1, 3)]
    assert alone_since(firsts[:4], 5, CutOff.AT_LEAST) == max(firsts[:4])
    assert alone_since(firsts[:4], 5, CutOff.MORE_THAN) is None
    assert alone_since(firsts, 5, CutOff.MORE_THAN) == FIRST + timedelta(days=4)
    assert alone_since([], 5, CutOff.AT_LEAST) is None


A, B, C, D = range(4)


def session(*groups: tuple[GroupKind, int, tuple[int, ...]], **more) -> CampusSession:
    """Hold a session with its groups a week later; D was away."""
    made = tuple(
        CampusGroup(
            kind,
            tuple(CampusPlace(who, outcome=Outcome.AWAY if who is D else None) for who in tracks),
            competence,
        )
        for kind, competence, tracks in groups
    )
    return CampusSession(1, 1, 1, 1, LATER, SessionState.GIVEN, made, **more)


TWO = session((GroupKind.TOGETHER, 1, (A, C)), (GroupKind.TOGETHER, 6, (B, D)))


@pytest.mark.parametrize(
    ("sessions", "alone", "saved"),
    [
        ([TWO], {(B, 1): FIRST, (A, 6): FIRST}, 2),
        ([TWO, TWO], {(B, 1): FIRST, (A, 6): FIRST}, 4),
        ([TWO], {(B, 1): LATER + timedelta(days=1)}, 0),
        ([TWO], {(D, 1): FIRST}, 0),
        ([TWO], {(A, 1): FIRST}, 0),
        ([TWO], {(A, 7): FIRST}, 0),
        ([session((GroupKind.GAP, 2, (A, B, C)))], {(A, 2): FIRST}, 0),
        (
            [session((GroupKind.TOGETHER, 1, (A,)), (GroupKind.SUPPORT, 3, (B,)))],
            {(A, 3): FIRST},
            0,
        ),
    ],
    ids=[
        "each in the other group", "twice", "only later", "away", "taught all the same",
        "no subject", "with everybody", "what is no need",
    ],
)  # fmt: skip
def test_a_session_saves_those_who_show_its_subject_alone_and_are_elsewhere(sessions, alone, saved):
    assert count_saved(sessions, alone, range(9)) == saved


def test_what_was_not_given_saves_nothing():
    planned = replace(TWO, state=SessionState.CONFIRMED)
    assert count_saved([planned], {(B, 1): FIRST}, range(9)) == 0
