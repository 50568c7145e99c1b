"""A student's gaps: planned nowhere and come up nowhere."""

import pytest

from bot.domain.planning.gaps import gaps_of
from bot.domain.planning.matrix import CompetenceAtPlaces
from bot.domain.planning.training_plans import Where
from bot.domain.school.frameworks import (
    Competence,
    Context,
    Contribution,
    CutOff,
    Indicator,
    Programme,
)
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Counts

COMPETENCES = tuple(
    Competence(10 + number, number, f"C{number}", (Indicator(number, 1, "does it"),))
    for number in range(1, 5)
)
CONTEXT = Context(7, 1, "Rough work", ((2, Contribution.STARTS), (3, Contribution.STARTS)))
PROGRAMME = Programme(1, "P", "P", CutOff.AT_LEAST, COMPETENCES, (CONTEXT,))
SAID = {11: {Role.MENTOR: Counts(1, 0, 0, 1)}}


def numbers(planned=None, said=SAID, coming=()):
    found = gaps_of(PROGRAMME, planned or {}, said, coming)
    return [gap.competence.number for gap in found]


def test_what_came_up_nowhere_and_is_planned_nowhere_is_a_gap_with_what_would_bring_it():
    found = gaps_of(PROGRAMME, {}, SAID)
    assert [(gap.competence.number, gap.contexts) for gap in found] == [
        (2, (CONTEXT,)),
        (3, (CONTEXT,)),
        (4, ()),
    ]


@pytest.mark.parametrize("where", [Where.WORKPLACE, Where.CAMPUS, Where.BOTH])
def test_what_is_planned_anywhere_is_none(where):
    assert numbers({12: CompetenceAtPlaces(where)}) == [3, 4]
    assert numbers({12: CompetenceAtPlaces(offered=True)}) == [3, 4]
    assert numbers({12: CompetenceAtPlaces(Where.UNDECIDED)}) == [2, 3, 4]


def test_what_a_coming_context_trains_is_none_and_whoever_says_it_came_up_is_heard():
    assert numbers(coming=[7]) == [4]
    assert numbers(said={**SAID, 14: {Role.STUDENT: Counts(1, 0, 0, 1)}}) == [2, 3]


def test_what_came_up_before_the_track_is_none():
    found = gaps_of(PROGRAMME, {}, SAID, before=[12, 14])
    assert [gap.competence.number for gap in found] == [3]
