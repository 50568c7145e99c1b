"""The result at the workplace by each rule, at and around ten points, exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.evaluating.workplace_result import (
    NoResult,
    ResultLine,
    ResultStanding,
    WorkplaceResult,
    result_of,
)
from bot.domain.evaluating.workplace_rule import (
    BrokenRule,
    RuleKind,
    SaidWeights,
    WorkplaceRule,
    check_rule,
    read_weights,
)
from bot.domain.scoring.colours import Colour

ENTERED = WorkplaceRule(RuleKind.ENTERED, Fraction(50))
SHARE = WorkplaceRule(RuleKind.SHARE, Fraction(50))
GREEN, RED, GREY = Colour.LIGHT_GREEN, Colour.RED, Colour.GREY


def entered(points: str, total: str = "100", to_reach: str = "50") -> WorkplaceResult:
    rule = WorkplaceRule(RuleKind.ENTERED, Fraction(to_reach))
    return result_of(rule, {}, WorkplacePoints(Fraction(points), Fraction(total)))


@pytest.mark.parametrize(
    ("points", "shortfall", "standing"),
    [
        ("100", "0", ResultStanding.REACHED),
        ("50", "0", ResultStanding.REACHED),
        ("49.999", "0.001", ResultStanding.NOMINATED),
        ("41", "9", ResultStanding.NOMINATED),
        ("40.01", "9.99", ResultStanding.NOMINATED),
        ("40", "10", ResultStanding.CANNOT_QUALIFY),
        ("39", "11", ResultStanding.CANNOT_QUALIFY),
        ("0", "50", ResultStanding.CANNOT_QUALIFY),
    ],
)
def test_the_shortfall_is_in_points_of_the_workplaces_total(points, shortfall, standing):
    result = entered(points)
    assert (result.shortfall, result.standing) == (Fraction(shortfall), standing)


def test_what_no_float_holds_is_compared_exactly():
    # A third and a little on either side: 43 1/3 - 33 1/3 is 10, and floats do not say so.
    third = Fraction(100, 3)
    rule = WorkplaceRule(RuleKind.ENTERED, third + 10)
    little = Fraction(1, 10**9)
    standings = [
        result_of(rule, {}, WorkplacePoints(points, Fraction(3))).standing
        for points in (1 - little, Fraction(1), 1 + little)
    ]
    cannot, nominated = ResultStanding.CANNOT_QUALIFY, ResultStanding.NOMINATED
    assert standings == [cannot, cannot, nominated]
    # 3 of 7 and 30 of 70 are the same, whatever the total.
    assert entered("3", "7").shortfall == entered("30", "70").shortfall == Fraction(50, 7)


def test_a_share_counts_what_is_acquired_of_what_is_pursued_at_work():
    pursued = {1: GREEN, 2: Colour.DARK_GREEN, 3: Colour.ORANGE, 4: RED, 5: GREY}
    result = result_of(SHARE, pursued)
    assert [result.points, result.total, result.percent] == [2, 5, 40]
    assert [line.counted for line in result.lines] == [1, 1, 0, 0, 0]
    assert result.standing is ResultStanding.CANNOT_QUALIFY
    assert (result.lacking, result.fewest_open) == (Fraction(1, 2), 1)
    assert [line.competence_id for line in result.open_lines] == [3, 4, 5]


def test_weights_count_by_what_they_say():
    rule = WorkplaceRule(RuleKind.WEIGHTED, Fraction(60), {1: 1, 2: 2, 3: 3, 4: 5})
    result = result_of(rule, {1: GREEN, 2: RED, 3: GREEN})
    assert [result.points, result.total] == [4, 6]
    assert result.standing is ResultStanding.REACHED
    result = result_of(rule, {1: GREEN, 2: RED, 3: RED})
    assert (result.percent, result.shortfall) == (Fraction(100, 6), Fraction(130, 3))
    assert result.fewest_open == 1
    assert result_of(rule, {1: GREEN, 9: RED}).missing is NoResult.NO_WEIGHT


@pytest.mark.parametrize(
    ("rule", "pursued", "missing"),
    [
        (None, {1: GREEN}, NoResult.NO_RULE),
        (ENTERED, {1: GREEN}, NoResult.NOT_ENTERED),
        (SHARE, {}, NoResult.NO_PLAN),
        (SHARE, {1: GREY, 2: GREY}, NoResult.NO_SCORE),
    ],
)
def test_what_cannot_be_worked_out_says_why(rule, pursued, missing):
    result = result_of(rule, pursued)
    assert result.missing is missing
    assert [result.percent, result.shortfall] == [None, 0]
    assert result.standing is ResultStanding.UNKNOWN


@given(
    colours=st.lists(st.sampled_from(Colour), min_size=1, max_size=30),
    to_reach=st.fractions(min_value=Fraction(1, 100), max_value=100),
    weights=st.lists(st.integers(1, 1000), min_size=30, max_size=30),
)
def test_a_result_holds_together(colours, to_reach, weights):
    rule = WorkplaceRule(RuleKind.WEIGHTED, to_reach, dict(enumerate(weights)))
    result = result_of(rule, dict(enumerate(colours)))
    if result.percent is None:
        assert set(colours) == {GREY}
        return
    assert result.points == sum(line.counted for line in result.lines)
    reached = 100 * result.points >= to_reach * result.total
    assert (result.standing is ResultStanding.REACHED) is reached
    assert (result.standing is ResultStanding.CANNOT_QUALIFY) is (result.shortfall >= 10)
    # So many more, those that count most, reach the mark, and one fewer do not.
    most = sorted((line.weight for line in result.open_lines), reverse=True)
    fewest = result.fewest_open
    assert sum(most[:fewest]) >= result.lacking
    assert fewest == 0 or sum(most[: fewest - 1]) < result.lacking


def test_a_line_counts_once_it_is_acquired():
    lines = [ResultLine(1, colour, 3).counted for colour in Colour]
    assert lines == [0, 0, 0, 3, 3]


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        (SHARE, None),
        (WorkplaceRule(RuleKind.SHARE, Fraction(100)), None),
        (WorkplaceRule(RuleKind.SHARE, Fraction(0)), (BrokenRule.MARK, None)),
        (WorkplaceRule(RuleKind.ENTERED, Fraction(1001, 10)), (BrokenRule.MARK, None)),
        (WorkplaceRule(RuleKind.WEIGHTED, Fraction(50), {1: 1, 2: 4}), None),
        (WorkplaceRule(RuleKind.WEIGHTED, Fraction(50), {1: 1}), (BrokenRule.NO_WEIGHT, 2)),
        (
            WorkplaceRule(RuleKind.WEIGHTED, Fraction(50), {1: 1, 2: 1, 3: 1}),
            (BrokenRule.NO_COMPETENCE, 3),
        ),
        (WorkplaceRule(RuleKind.WEIGHTED, Fraction(50), {1: 1, 2: 0}), (BrokenRule.WEIGHT, 2)),
    ],
)
def test_a_rule_is_held_against_its_programme(rule, broken):
    assert check_rule(rule, [1, 2]) == broken


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("8=2, 10=3, rest=1", SaidWeights({8: 2, 10: 3}, 1)),
        ("8 = 2; 10=3", SaidWeights({8: 2, 10: 3})),
        ("alle=4", SaidWeights({}, 4)),
        ("8=2 10", None),
        ("8=two", None),
        ("8=2, 08=3", None),
        ("rest=1, 8=2, others=3", None),
        ("x8=2", None),
        ("8=-1", None),
        ("8=12345", None),
        ("", None),
    ],
)
def test_weights_are_read_whole_or_not_at_all(written, read):
    assert read_weights(written) == read
