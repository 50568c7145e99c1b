"""The film: scores fold into marks in the order in which they were said."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.frameworks import Indicator
from bot.domain.scoring.film import Mark, Score, apply, fold, growth, said_again
from bot.domain.scoring.focus import focus_until, in_asking_order
from bot.domain.scoring.scales import (
    Coverage,
    Mastery,
    contradicts,
    coverage_of_tally,
    raised_by_tally,
)

T0 = datetime(2026, 9, 1, tzinfo=UTC)
N, S, R = Coverage.NOT_YET, Coverage.SOMETIMES, Coverage.REGULARLY
X, L, V = Mastery.NOT_SHOWN, Mastery.WITH_SUPPORT, Mastery.AUTONOMOUS


def at(hours: int) -> datetime:
    return T0 + timedelta(hours=hours)


scores = st.builds(
    Score,
    said_at=st.integers(0, 20).map(at),
    mastery=st.sampled_from([None, X, L, V]),
    coverage=st.sampled_from([None, N, S, R]),
    tally=st.integers(0, 1),
    not_here=st.booleans(),
    id=st.integers(1, 10_000),
)


@pytest.mark.parametrize(("times", "gives"), [(0, N), (1, S), (3, S), (4, R), (99, R)])
def test_the_tally_gives_the_coverage(times, gives):
    assert coverage_of_tally(times) is gives


@pytest.mark.parametrize(
    ("by_hand", "times", "gives"),
    [(None, 1, S), (N, 1, S), (R, 1, R), (S, 3, S), (S, 4, R), (N, 4, R)],
)
def test_a_value_by_hand_stands_until_a_tally_raises_it(by_hand, times, gives):
    assert raised_by_tally(by_hand, times) is gives


@pytest.mark.parametrize(
    ("mastery", "coverage", "clash"),
    [(L, N, True), (V, N, True), (X, N, False), (V, S, False), (None, N, False), (V, None, False)],
)
def test_what_contradicts(mastery, coverage, clash):
    assert contradicts(mastery, coverage) is clash


@given(st.lists(scores, unique_by=lambda score: score.id, max_size=12), st.randoms())
def test_the_order_of_arrival_does_not_matter(said, random):
    shuffled = [*said]
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(said)


@given(st.lists(scores, unique_by=lambda score: score.id, max_size=12))
def test_one_by_one_in_order_is_the_same_as_all_at_once(said):
    mark = Mark()
    for score in sorted(said, key=lambda score: (score.said_at, score.id)):
        mark = apply(mark, score)
    assert mark == fold(said)


@given(st.lists(scores, unique_by=lambda score: score.id, max_size=12))
def test_the_tally_counts_over_the_whole_track(said):
    counted = sum(score.tally for score in said if not score.not_here)
    assert fold(said).tally == counted


def test_mastery_and_coverage_are_independent():
    mark = fold([Score(at(0), mastery=V), Score(at(1), coverage=R)])
    assert (mark.mastery, mark.coverage) == (V, R)


def test_not_here_takes_the_mastery_away_and_a_new_mastery_ends_it():
    mark = fold([Score(at(0), mastery=V, coverage=R), Score(at(1), not_here=True)])
    assert (mark.mastery, mark.coverage, mark.not_here) == (None, N, True)
    assert not mark.is_open()
    mark = apply(mark, Score(at(2), mastery=L, coverage=S))
    assert (mark.mastery, mark.coverage, mark.not_here) == (L, S, False)


def test_open_is_without_mastery_or_said_before_the_period_opened():
    assert Mark().is_open()
    assert fold([Score(at(1), coverage=R)]).is_open()
    said = fold([Score(at(1), mastery=V)])
    assert not said.is_open()
    assert said.is_open(since=at(2))
    assert not said.is_open(since=at(1))


def test_what_is_said_again_leaves_the_mark_as_it_was():
    marks = {
        1: fold([Score(at(0), mastery=V, coverage=R)]),
        2: fold([Score(at(0), not_here=True)]),
        3: fold([Score(at(0), tally=1)]),
        4: Mark(),
    }
    again = said_again(marks, at(1))
    assert set(again) == {1, 2, 3}
    for indicator, score in again.items():
        now = apply(marks[indicator], score)
        former = marks[indicator]
        assert (now.mastery, now.coverage, now.tally, now.not_here, now.said_at) == (
            former.mastery, former.coverage, former.tally, former.not_here, at(1)
        )  # fmt: skip


def test_growth_goes_deeper_broader_and_back():
    before = {1: Mark(mastery=L), 2: Mark(), 3: Mark(mastery=V), 4: Mark(mastery=X)}
    after = {1: Mark(mastery=V), 2: Mark(mastery=L), 3: Mark(mastery=L), 4: Mark(mastery=X)}
    grown = growth(before, after)
    assert (grown.deeper, grown.broader, grown.back) == ((1,), (2,), (3,))


def test_the_dialogue_asks_focus_first_then_what_is_open():
    indicators = [Indicator(id=n, number=n, text="") for n in (1, 2, 3, 4)]
    asked = in_asking_order(indicators, frozenset({3}), frozenset({2, 3}))
    assert [indicator.number for indicator in asked] == [3, 2, 1, 4]
    assert focus_until(T0) - T0 == timedelta(weeks=4)
