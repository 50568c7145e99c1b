"""Lesson scenarios: how a line is read, what it serves, and which one a competence takes."""

import pytest

from bot.domain.planning.scenarios import (
    NoScenario,
    Scenario,
    ScenarioFault,
    list_unprepared,
    read_line,
    scenario_for,
    write_served,
)
from bot.domain.school.frameworks import Competence, CutOff, Indicator, Programme

PROGRAMME = Programme(
    1,
    "P",
    "Programme",
    CutOff.AT_LEAST,
    tuple(
        Competence(
            10 + number,
            number,
            f"Competence {number}",
            tuple(Indicator(100 * number + n, n, f"does {n}") for n in (1, 2, 3)),
        )
        for number in (1, 2, 6)
    ),
)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("6: Boxes", Scenario("Boxes", competences=(16,))),
        ("6, 1.2: Boxes; room 2", Scenario("Boxes", "room 2", (11, 16), (102,))),
        ("1|2: A; https://a.example/b; 3", Scenario("A", "https://a.example/b", (11, 12), (), 3)),
        ("2: A; cupboard; left; 2 lessen", Scenario("A", "cupboard; left", (12,), (), 2)),
        ("2: A; 4 sessions", Scenario("A", "", (12,), (), 4)),
    ],
)
def test_a_line_is_read(line, read):
    assert read_line(PROGRAMME, line) == read


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Boxes", ScenarioFault.SERVES),
        (": Boxes", ScenarioFault.SERVES),
        ("3: Boxes", ScenarioFault.UNKNOWN),
        ("6.4: Boxes", ScenarioFault.UNKNOWN),
        ("6:", ScenarioFault.TITLE),
        ("6: " + "x" * 201, ScenarioFault.LONG),
        ("6: Boxes; 41", ScenarioFault.SESSIONS),
    ],
)
def test_what_is_no_scenario_says_why(line, fault):
    with pytest.raises(NoScenario) as refused:
        read_line(PROGRAMME, line)
    assert refused.value.fault is fault


def test_what_it_serves_and_which_a_competence_takes():
    wide = Scenario("Wide", competences=(11, 12), indicators=(201,), id=1)
    narrow = Scenario("Narrow", competences=(12,), id=2)
    assert [own.number for own in wide.served(PROGRAMME.competences[1])] == [1]
    assert [own.number for own in wide.served(PROGRAMME.competences[0])] == [1, 2, 3]
    assert wide.served(PROGRAMME.competences[2]) == ()
    assert write_served(PROGRAMME, wide) == ["1", "2.1"]
    assert scenario_for([wide, narrow], 12) == narrow
    assert scenario_for([wide, narrow], 16) is None
    assert [own.number for own in list_unprepared([wide, narrow], PROGRAMME)] == [6]
