"""The next step: what lies just beyond what is done alone, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.coaching.next_step import NEAR, Near, next_steps
from bot.domain.school.frameworks import (
    Competence,
    Context,
    Contribution,
    CutOff,
    Indicator,
    Programme,
)
from bot.domain.scoring.colours import Colour, colour_of, counts_of
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery

LETTERS: dict[str, Mark] = {
    **{mastery.value.lower(): Mark(mastery=mastery) for mastery in Mastery},
    "-": Mark(),
    "o": Mark(coverage=Coverage.NOT_YET, not_here=True),
}
SITE = Context(1, 1, "A new house", ((3, Contribution.STARTS),))
HOME = Context(2, 2, "At a customer’s", ((3, Contribution.DEVELOPS), (5, Contribution.STARTS)))


def programme_of(marks, cut_off=CutOff.AT_LEAST):
    """A programme with as many indicators as there are letters, by competence, and the marks."""
    competences: list[Competence] = []
    film: dict[int, Mark] = {}
    for number, letters in marks.items():
        own = tuple(
            Indicator(number * 100 + place, place, f"{number}.{place}")
            for place in range(1, len(letters) + 1)
        )
        competences.append(Competence(number, number, f"Competence {number}", own))
        film |= {
            indicator.id: LETTERS[letter] for indicator, letter in zip(own, letters, strict=True)
        }
    return Programme(1, "P", "Programme", cut_off, tuple(competences)), film


def listed(marks, coming=(), cut_off=CutOff.AT_LEAST):
    programme, film = programme_of(marks, cut_off)
    return [
        (step.indicator.text, step.supported, step.near, step.context and step.context.number)
        for step in next_steps(programme, film, coming)
    ]


LIGHT, DARK = Colour.LIGHT_GREEN, Colour.DARK_GREEN


def test_supported_ones_are_the_next_step_and_what_is_done_alone_is_not():
    assert listed({3: "lxxxv"}) == [("3.1", True, None, None)]
    assert listed({3: "vvvvv"}) == []
    assert listed({3: "xxx--"}) == []
    assert listed({3: "-----"}) == []


@pytest.mark.parametrize(
    ("letters", "cut_off", "near", "which"),
    [
        ("vvvxx", CutOff.AT_LEAST, Near(1, LIGHT), [4, 5]),
        ("vvvx-", CutOff.AT_LEAST, Near(1, LIGHT), [4, 5]),
        ("vvvxx", CutOff.MORE_THAN, Near(2, LIGHT), [4, 5]),
        # Seven of ten: the eighth makes it light green; six of ten is two short.
        ("vvvvvvvxx-", CutOff.AT_LEAST, Near(1, LIGHT), [8, 9, 10]),
        ("vvvvvvxxxx", CutOff.AT_LEAST, Near(2, LIGHT), [7, 8, 9, 10]),
        ("vvvvvvxxxx", CutOff.MORE_THAN, None, []),
        ("vvvvvxxxxx", CutOff.AT_LEAST, None, []),
        # Acquired with support: what is left counts towards doing it alone.
        ("vvvlx", CutOff.AT_LEAST, Near(1, DARK), [4, 5]),
        ("vvlll", CutOff.AT_LEAST, Near(2, DARK), [3, 4, 5]),
        ("vllll", CutOff.AT_LEAST, None, []),
    ],
)
def test_near_the_cut_off_is_one_or_two_short(letters, cut_off, near, which):
    found = listed({3: letters}, cut_off=cut_off)
    assert [step for step in found if step[2]] == [
        (f"3.{number}", letters[number - 1] == "l", near, None) for number in which
    ]


def test_a_supported_one_does_not_bring_light_green_nearer():
    assert listed({3: "vvlxx"}) == [
        ("3.3", True, None, None),
        ("3.4", False, Near(1, LIGHT), None),
        ("3.5", False, Near(1, LIGHT), None),
    ]


def test_what_cannot_be_seen_here_is_no_next_step():
    assert [step[0] for step in listed({3: "vvvox"}, [SITE])] == ["3.5"]


def test_a_context_that_comes_up_brings_its_competences_the_soonest_first():
    assert listed({3: "vxx", 4: "xx", 5: "x-"}, [HOME, SITE]) == [
        ("3.2", False, None, 2),
        ("3.3", False, None, 2),
        ("5.1", False, None, 2),
        ("5.2", False, None, 2),
    ]
    assert [step[3] for step in listed({3: "x", 5: "x"}, [SITE, HOME])] == [1, 2]


def test_the_more_it_is_within_reach_the_earlier_it_comes():
    marks = {3: "vvvlx", 4: "lxxxx", 5: "lxxxx", 6: "vvvx-"}
    assert [step[0] for step in listed(marks, [HOME])][:5] == ["3.4", "5.1", "4.1", "3.5", "6.4"]


@given(
    st.dictionaries(st.integers(1, 6), st.text("xlvo-", min_size=1, max_size=13), max_size=4),
    st.sampled_from(CutOff),
)
def test_each_step_has_a_true_reason_and_taking_those_missing_reaches_the_colour(marks, cut_off):
    programme, film = programme_of(marks, cut_off)
    steps = next_steps(programme, film, [HOME])
    assert len({step.indicator.id for step in steps}) == len(steps)
    for step in steps:
        mark = film[step.indicator.id]
        assert mark.mastery is not Mastery.AUTONOMOUS
        assert step.supported == (mark.mastery is Mastery.WITH_SUPPORT)
        assert step.supported or step.near or step.context
        assert (step.context is HOME) == (step.competence.number in (3, 5))
    for competence in programme.competences:
        own = [step for step in steps if step.competence == competence and step.near]
        if own and own[0].near and len(own) >= own[0].near.missing:
            near = own[0].near
            assert near.missing <= NEAR
            done = {step.indicator.id: Mastery.AUTONOMOUS for step in own[: near.missing]}
            ids = [indicator.id for indicator in competence.indicators]
            now = {indicator: done.get(indicator, film[indicator].mastery) for indicator in ids}
            counts = counts_of((mastery, None) for mastery in now.values())
            assert colour_of(len(now), counts, cut_off).rank >= near.colour.rank
            before = counts_of((film[indicator].mastery, None) for indicator in ids)
            assert colour_of(len(now), before, cut_off).rank == near.colour.rank - 1


@pytest.mark.parametrize("cut_off", CutOff)
@pytest.mark.parametrize("whole", [1, 4, 5, 10, 13])
def test_what_the_cut_off_needs_is_the_smallest_part_that_reaches_it(cut_off, whole):
    needed = cut_off.needed(whole)
    assert cut_off.reached(needed, whole)
    assert not cut_off.reached(needed - 1, whole)
