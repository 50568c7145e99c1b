"""What arrives late leaves the mark that folding all of it gives, wherever the mark alone tells."""

from dataclasses import astuple, replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.scoring.film import Mark, Score, fold
from bot.domain.scoring.late import apply_late, place
from tests.domain.scoring.test_film import L, N, R, S, V, X, at, scores

NEWEST_ID = 10_001


@given(said=st.lists(scores, min_size=1, max_size=9), late=scores, tallies=st.booleans())
def test_the_mark_with_what_came_late_is_that_of_all_of_it(said, late, tallies):
    if not tallies:
        said, late = [replace(score, tally=0) for score in said], replace(late, tally=0)
    mark, late = fold(said), replace(late, id=NEWEST_ID)
    if late.said_at >= mark.said_at:
        return
    left = apply_late(mark, late)
    if left is not None:
        assert astuple(left) == astuple(fold([*said, late]))
    # Of marks from before it was kept nothing else is said, only less.
    less = apply_late(replace(mark, coverage_at=None), late)
    assert less is None or less == fold([*said, late])


def test_what_is_said_late_as_people_do_needs_no_history():
    for now in (Score(at(9), V, R), Score(at(9), X, N), Score(at(9), L), Score(at(9), None, S)):
        for again in (Score(at(1), L, S), Score(at(1), V), Score(at(1), None, R)):
            mark = fold([now])
            for number in range(5):
                left = apply_late(mark, replace(again, id=number + 1))
                assert left is not None
                mark = left


def test_scores_are_parted_by_what_they_need():
    mark = fold([Score(at(5), V, R)])
    tallied = fold([Score(at(5), tally=1)])
    late, newest = Score(at(1), L, S), Score(at(6), L, S)
    placed = place(
        {1: mark, 2: mark, 3: tallied, 4: Mark()}, {1: late, 2: newest, 3: late, 4: late}
    )
    assert placed.known == {1: mark}
    assert placed.known[1] is mark
    assert placed.newest == {2: newest, 4: late}
    assert placed.unknown == [3]
