"""The film as frames: what stood at each instant, whatever was said or undone later."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Counts, counts_of
from bot.domain.scoring.film import Score, fold
from bot.domain.scoring.reel import WEEK, YEAR, frames_at, weekly
from bot.domain.scoring.scales import Mastery

T0 = datetime(2026, 9, 1, tzinfo=UTC)
HERE = (8, Role.MENTOR, 81)
hours = st.integers(0, 400).map(lambda number: T0 + timedelta(hours=number))
scores = st.builds(Score, hours, st.sampled_from(Mastery), id=st.integers(1, 99))
places = st.tuples(st.just(8), st.sampled_from(Role), st.integers(1, 3))
told = st.lists(st.tuples(scores, st.none() | hours), max_size=6)


def test_a_frame_shows_what_stood_then():
    undone = Score(T0 + WEEK, Mastery.AUTONOMOUS), T0 + 2 * WEEK
    said = {HERE: [(Score(T0, Mastery.WITH_SUPPORT), None), undone]}
    at = [T0 - WEEK, T0, T0 + WEEK, T0 + 2 * WEEK]
    found = [frame.get((8, Role.MENTOR), Counts()) for frame in frames_at(said, at)]
    assert found == [
        Counts(),
        Counts(1, 1, 0, 1),
        Counts(1, 1, 1, 1),
        Counts(1, 1, 0, 1),
    ]


@given(st.dictionaries(places, told), st.lists(hours, unique=True))
def test_frames_are_what_the_marks_of_then_sum_up_to(said, instants):
    instants.sort()
    for at, frame in zip(instants, frames_at(said, instants), strict=True):
        for role in Role:
            marks = [
                fold(score for score, undone in own if stands(score, undone, at))
                for (_competence, whose, _indicator), own in said.items()
                if whose is role
            ]
            sums = counts_of((mark.mastery, mark.coverage) for mark in marks)
            assert frame.get((8, role), Counts()) == sums


def stands(score, undone, at):
    return score.said_at <= at and not (undone and undone <= at)


def test_a_frame_a_week_from_before_the_first_word_and_a_year_at_most():
    assert weekly(T0, T0) == [T0]
    until = T0 + timedelta(days=15)
    assert weekly(T0, until) == [until - 3 * WEEK, until - 2 * WEEK, until - WEEK, until]
    assert len(weekly(T0, T0 + 3 * YEAR * WEEK)) == YEAR + 1
    assert weekly(T0 + WEEK, T0) == [T0]
