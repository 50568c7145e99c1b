"""What contexts start and develop, as in the sources' figure; how much of each came up."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.planning.contexts import (
    alone_numbers,
    covered_by_context,
    in_turn,
    met_numbers,
)
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

SEVEN = range(1, 8)


def context(number, *trains, how=Contribution.DEVELOPS):
    return Context(number, number, f"Context {number}", tuple((n, how) for n in trains))


ONE, TWO, THREE = context(1, 3, 4, 6, 7), context(2, 1, 3, 4, 5, 6, 7), context(3, 1, 3, 6)


def turns(contexts, **known):
    return [(own.starts, own.develops) for own in in_turn(contexts, **known)]


def test_the_sources_figure():
    # Chapter 4: context 1 starts 3 4 6 7; 2 starts 1 and 5 and develops the others; 3 has
    # potential for 1 3 6, which by then are developing.
    assert turns([ONE, TWO, THREE]) == [
        ((3, 4, 6, 7), ()),
        ((1, 5), (3, 4, 6, 7)),
        ((), (1, 3, 6)),
    ]


def test_the_order_in_which_they_come_up_says_it_and_not_the_file():
    declared = context(1, 3, 4, 6, 7, how=Contribution.STARTS)
    assert turns([TWO, declared]) == [((1, 3, 4, 5, 6, 7), ()), ((), (3, 4, 6, 7))]


def test_what_came_up_before_is_developed_and_what_is_done_alone_needs_no_work():
    assert turns([TWO], met=(3, 4, 6, 7)) == [((1, 5), (3, 4, 6, 7))]
    assert turns([TWO], met=(3, 4, 6, 7), alone=(4, 5)) == [((1,), (3, 6, 7))]


@given(st.permutations([ONE, TWO, THREE]), st.sets(st.sampled_from(SEVEN)))
def test_each_competence_is_started_once_at_most_and_never_again(contexts, met):
    found = in_turn(contexts, met)
    started = [number for own in found for number in own.starts]
    assert len(started) == len({*started})
    assert met.isdisjoint(started)
    assert all({*own.starts, *own.develops} == {*own.context.competences()} for own in found)


def test_how_much_came_up_is_counted_at_work_alone():
    competences = tuple(
        Competence(10 + number, number, f"C{number}", (Indicator(1, 1, "a"), Indicator(2, 2, "b")))
        for number in SEVEN
    )
    programme = Programme(1, "P", "P", CutOff.AT_LEAST, competences, (ONE, THREE))
    at_work = {
        13: {Role.MENTOR: Counts(2, 2, 2, 2), Role.TEACHER: Counts(2, 0, 0, 2)},
        14: {Role.MENTOR: Counts(1, 0, 0, 1)},
        16: {Role.TEACHER: Counts(2, 2, 2, 2)},
    }
    assert met_numbers(programme, at_work) == {3, 4}
    assert alone_numbers(programme, at_work) == {3}
    assert [(own.came_up, own.whole) for own in covered_by_context(programme, at_work)] == [
        (3, 8),
        (2, 6),
    ]
