"""Where competences are pursued: proposed from a list, joined over workplaces, agreed by three."""

from datetime import UTC, datetime

import pytest

from bot.domain.planning.training_plans import (
    Party,
    PlanAgreement,
    TrainingPlan,
    Where,
    join,
    propose,
)

WORKPLACE, CAMPUS, BOTH, UNDECIDED = Where


def test_proposed_from_the_activity_list():
    proposed = propose([1, 2, 3], {1}, elsewhere={1, 2})
    assert proposed == {1: WORKPLACE, 2: UNDECIDED, 3: CAMPUS}


def test_without_a_list_nothing_is_decided():
    assert set(propose([1, 2], (), listed=False).values()) == {UNDECIDED}


@pytest.mark.parametrize(
    ("places", "joined"),
    [
        ([], UNDECIDED),
        ([WORKPLACE, UNDECIDED], WORKPLACE),
        ([WORKPLACE, CAMPUS], BOTH),
        ([CAMPUS, UNDECIDED], CAMPUS),
        ([CAMPUS, BOTH], BOTH),
        ([UNDECIDED, UNDECIDED], UNDECIDED),
    ],
)
def test_several_workplaces_add_up(places: list[Where], joined: Where):
    assert join(places) is join(reversed(places)) is joined


def test_agreed_once_all_three_did():
    at = datetime(2026, 10, 14, tzinfo=UTC)
    agreements = tuple(PlanAgreement(party, 1, "Els", at) for party in Party)
    plan = TrainingPlan(1, 1, {}, 1, "Els", at, agreements[:2])
    assert not plan.agreed
    assert plan.awaits([Party.STUDENT])
    assert not plan.awaits([Party.SCHOOL, Party.MENTOR])
    assert TrainingPlan(1, 1, {}, 1, "Els", at, agreements).agreed
