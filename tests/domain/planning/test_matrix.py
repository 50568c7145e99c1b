"""The class matrix, by the sources' definitions and their example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.planning.matrix import (
    ComeUp,
    CompetenceAtPlaces,
    is_collective_gap,
    is_collectively_covered,
    place_competence,
    tells_of_work,
)
from bot.domain.planning.training_plans import Where
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour, Counts

PLANNED = CompetenceAtPlaces(Where.WORKPLACE)
ON_CAMPUS = CompetenceAtPlaces(Where.CAMPUS)
OPEN = CompetenceAtPlaces()
CAME_UP = CompetenceAtPlaces(at_work=ComeUp.SOMETIMES)
ALONE = CompetenceAtPlaces(alone=frozenset({Role.TEACHER}))
CELLS = st.builds(
    CompetenceAtPlaces,
    st.sampled_from(Where),
    st.booleans(),
    st.sampled_from(ComeUp),
    st.frozensets(st.sampled_from((Role.MENTOR, Role.TEACHER))),
    st.booleans(),
    st.booleans(),
)

LACKS = {"A": {1, 2, 3}, "B": {2, 6}, "C": {1, 2, 3}, "D": {2, 6}}
"""The sources' example: what each workplace will not train, of six competences."""


def test_the_sources_example_has_one_collective_gap():
    rows = {
        number: [ON_CAMPUS if number in lacked else PLANNED for lacked in LACKS.values()]
        for number in range(1, 7)
    }
    gaps = [number for number, cells in rows.items() if is_collective_gap(cells, known=True)]
    covered = [number for number, cells in rows.items() if is_collectively_covered(cells)]
    assert (gaps, covered) == ([2], [4, 5])


@pytest.mark.parametrize(
    ("cells", "gap"),
    [
        ([ON_CAMPUS, OPEN], True),
        ([ON_CAMPUS, PLANNED], False),
        ([ON_CAMPUS, CAME_UP], False),
        ([ON_CAMPUS, CompetenceAtPlaces(offered=True)], False),
        ([CompetenceAtPlaces(Where.CAMPUS, offered=True)], True),
        ([ALONE, OPEN], True),
        ([ALONE, CompetenceAtPlaces(acquired_on_campus=True)], False),
    ],
    ids=[
        "nobody", "planned", "came up", "offered", "offered, and kept for the campus",
        "one lacks it", "nobody lacks it",
    ],
)  # fmt: skip
def test_a_gap_is_what_no_workplace_trains_and_somebody_lacks(cells, gap):
    assert is_collective_gap(cells, known=True) is gap


def test_where_nothing_is_known_of_the_workplaces_nothing_is_a_gap():
    assert not is_collective_gap([OPEN, OPEN], known=False)
    assert not tells_of_work([{}, {Role.TEACHER: Counts(covered=3)}, {Role.STUDENT: Counts(1)}])
    assert tells_of_work([{Role.MENTOR: Counts(covered=1)}])
    assert tells_of_work([{Role.MENTOR: Counts(not_here=1)}])


@given(st.lists(CELLS, max_size=4), st.booleans())
def test_what_is_covered_is_no_gap_and_one_more_workplace_never_makes_one(cells, known):
    assert not (is_collectively_covered(cells) and is_collective_gap(cells, known=known))
    assert not is_collective_gap([*cells, PLANNED], known=known)
    assert not is_collectively_covered([*cells, OPEN])


@pytest.mark.parametrize(
    ("mentor", "teacher", "regularly", "expected"),
    [
        ("GREY", "GREY", False, CompetenceAtPlaces(at_work=ComeUp.SOMETIMES)),
        ("RED", "GREY", True, CompetenceAtPlaces(at_work=ComeUp.REGULARLY)),
        ("DARK_GREEN", "GREY", False, (("mentor",), False, False)),
        ("DARK_GREEN", "ORANGE", False, (("mentor",), True, False)),
        ("DARK_GREEN", "LIGHT_GREEN", False, (("mentor",), True, True)),
        ("DARK_GREEN", "DARK_GREEN", False, (("mentor", "teacher"), False, True)),
        ("ORANGE", "DARK_GREEN", False, (("teacher",), True, True)),
        ("ORANGE", "LIGHT_GREEN", False, ((), False, True)),
    ],
)
def test_what_mentor_and_teacher_say_of_a_competence(mentor, teacher, regularly, expected):
    colours = {Role.MENTOR: Colour[mentor], Role.TEACHER: Colour[teacher]}
    cell = place_competence({Role.MENTOR: Counts(covered=1)}, colours, regularly=regularly)
    if isinstance(expected, tuple):
        alone, differs, acquired = expected
        often = ComeUp.SOMETIMES
        expected = CompetenceAtPlaces(
            at_work=often,
            alone=frozenset(map(Role, alone)),
            differs=differs,
            acquired_on_campus=acquired,
            shown=True,
        )
    assert cell == expected


def test_only_the_mentors_word_counts_as_come_up_at_work():
    said = {Role.TEACHER: Counts(covered=2), Role.STUDENT: Counts(covered=2)}
    assert place_competence(said, {}, regularly=True) == CompetenceAtPlaces()


def test_what_is_planned_waits_until_it_came_up():
    assert PLANNED.awaited
    assert not ON_CAMPUS.awaited
    assert not CompetenceAtPlaces(Where.BOTH, at_work=ComeUp.SOMETIMES).awaited
