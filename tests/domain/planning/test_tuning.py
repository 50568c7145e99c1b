"""Whether campus and work are tuned: overlap is what the campus begins when work has it alone."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.planning.matrix import AtWork, CompetenceAtPlaces
from bot.domain.planning.training_plans import Where
from bot.domain.planning.tuning import Tuning, alone_since, tune
from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import Role

FIRST = datetime(2026, 10, 5, tzinfo=UTC)
LATER = FIRST + timedelta(days=7)
ALONE = CompetenceAtPlaces(at_work=AtWork.REGULARLY, alone=frozenset({Role.MENTOR}))
CAME_UP = CompetenceAtPlaces(at_work=AtWork.SOMETIMES)


@pytest.mark.parametrize(
    ("cell", "on_campus", "alone_at", "tuning"),
    [
        (ALONE, LATER, FIRST, Tuning.OVERLAP),
        (ALONE, FIRST, LATER, Tuning.TUNED),
        (ALONE, None, FIRST, Tuning.TUNED),
        (CAME_UP, LATER, FIRST, Tuning.TUNED),
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
