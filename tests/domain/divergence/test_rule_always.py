"""What must hold for the divergences of every competence, however three people scored it."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.divergence.rule import divergences
from bot.domain.school.tracks import PERSPECTIVES
from bot.domain.scoring.scales import Coverage, Mastery
from tests.domain.divergence.cases import DAY, NOW, STUDENT, TEACHER, cases, found

X, L, V = Mastery
ALARMS = {DivergenceKind.VERDICT, DivergenceKind.INDICATOR}


def renamed(case, roles):
    names = dict(zip(PERSPECTIVES, roles, strict=True))
    return replace(case, marks={names[role]: marks for role, marks in case.marks.items()}), names


def told(divergence, names):
    """What a divergence says, with the roles under these names and in no order."""
    stands = {
        names[stand.role]: (stand.colour, stand.counts, stand.compared, stand.of, stand.acquired)
        for stand in divergence.stands
    }
    sides = {frozenset(names[role] for role in side) for side in divergence.sides}
    disputed = [
        (dispute.indicator, dispute.distance, {names[role]: value for role, value in dispute.said})
        for dispute in divergence.disputed
    ]
    return sides, stands, disputed, divergence.reason, divergence.weight


@given(cases(), st.sampled_from(list(permutations(PERSPECTIVES))))
def test_perspectives_are_treated_alike(case, roles):
    other, names = renamed(case, roles)
    same = dict(zip(PERSPECTIVES, PERSPECTIVES, strict=True))
    # The student is no environment, so gaps and overlaps are not the same for everybody.
    before = {kind: told(d, names) for kind, d in found(case).items() if kind.alarms}
    after = {kind: told(d, same) for kind, d in found(other).items() if kind.alarms}
    assert before == after


@given(cases())
def test_a_half_filled_form_raises_no_alarm(case):
    indicators = (*case.indicators, *range(100, 101 + len(case.indicators)))
    assert DivergenceKind.VERDICT not in found(replace(case, indicators=indicators))


@given(cases(letters="XLV", coverages="SR-"), st.data())
def test_an_n_never_is_a_difference_where_they_agree(case, data):
    marks = dict(case.marks[STUDENT])
    for indicator in data.draw(st.sets(st.sampled_from(case.indicators))):
        marks[indicator] = replace(marks[indicator], mastery=X, coverage=Coverage.NOT_YET)
    agreeing = dict.fromkeys(PERSPECTIVES, case.marks[STUDENT]) | {TEACHER: marks}
    assert not found(replace(case, marks=agreeing)).keys() & ALARMS


@given(cases())
def test_no_alarm_rests_on_an_indicator_that_either_says_never_came_up(case):
    for kind, divergence in found(case).items():
        for disputed in divergence.disputed if kind in ALARMS else ():
            for role, _value in disputed.said:
                mark = case.marks[role][disputed.indicator]
                assert mark.coverage is not Coverage.NOT_YET
                assert not mark.not_here


@given(cases())
def test_what_only_one_has_scored_does_not_matter(case):
    seen = case.masteries
    shared = {i for i in case.indicators if sum(i in seen[role] for role in PERSPECTIVES) > 1}
    less = {
        role: {i: mark for i, mark in marks.items() if i in shared or mark.mastery is None}
        for role, marks in case.marks.items()
    }
    before, after = found(case), found(replace(case, marks=less))
    for kind in ALARMS:
        assert (kind in before) == (kind in after)
        if kind in before:
            assert before[kind].sides == after[kind].sides
            assert before[kind].reason == after[kind].reason


@given(cases(letters="XLV", coverages="SR-"), st.data())
def test_further_apart_is_never_less_severe(case, data):
    verdict = found(case).get(DivergenceKind.VERDICT)
    if verdict is None:
        return
    with_support = [
        (role, disputed.indicator)
        for disputed in verdict.disputed
        for role, value in disputed.said
        if value is L
    ]
    if not with_support:
        return
    role, indicator = data.draw(st.sampled_from(with_support))
    marks = {role: dict(own) for role, own in case.marks.items()}
    marks[role][indicator] = replace(marks[role][indicator], mastery=V)
    after = found(replace(case, marks=marks))[DivergenceKind.VERDICT]
    if after.sides == verdict.sides:
        assert after.severity >= verdict.severity


@given(cases(photo_at=NOW + 30 * DAY), st.integers(0, 30), st.integers(0, 30))
def test_as_the_photo_comes_nearer_severity_never_drops_and_no_alert_is_made(case, some, more):
    first = found(replace(case, now=NOW + some * DAY))
    later = found(replace(case, now=NOW + (some + more % (31 - some)) * DAY))
    for kind in first.keys() - {DivergenceKind.SILENCE}:
        assert later[kind].severity >= first[kind].severity
        assert later[kind].route is first[kind].route


@given(cases())
def test_there_is_at_most_one_of_a_kind_and_everything_named_is_of_the_competence(case):
    assert len(divergences(case)) == len(found(case))
    for divergence in divergences(case):
        named = {*divergence.compared, *(d.indicator for d in divergence.disputed)}
        assert named <= set(case.indicators)
        distances = [d.distance for d in divergence.disputed]
        assert distances == sorted(distances, reverse=True)
