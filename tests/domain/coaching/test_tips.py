"""Which tip a mentor gets: as often as its method fits what was scored, and never one refused."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.coaching.methods import OFFERED, Method
from bot.domain.coaching.repertoire import Tip
from bot.domain.coaching.tips import A_WEEK, TIPS_APART, PastTip, Verdict, choose_tip, may_tell
from bot.domain.scoring.scales import Mastery
from bot.exchange.repertoire_file import read_repertoire

AT = datetime(2026, 10, 15, 15, tzinfo=UTC)
SECOND = timedelta(seconds=1)
X, L, V = Mastery
HELPED, NOT_FOR_ME = Verdict.HELPED, Verdict.NOT_FOR_ME
OURS = tuple(read_repertoire().tips.values())


def tip(key, method):
    return Tip(key, method, {"en": "Try it."})


PLENTY = [tip(f"{method}-{number}", method) for method in Method for number in range(40)]


def weekly(tips, scored, weeks=50, verdicts=None):
    """Tell a tip each week; a mentor says what `verdicts` has for its method."""
    told: list[PastTip] = []
    for week in range(weeks):
        at = AT + week * A_WEEK
        found = choose_tip(tips, scored, told, at)
        if found:
            verdict = (verdicts or {}).get(found.tip.method)
            told.append(PastTip(found.tip.key, found.tip.method, at, verdict))
    return told


def methods(told):
    return Counter(past.method for past in told)


@pytest.mark.parametrize("mastery", Mastery)
def test_the_tips_are_those_of_the_mastery_scored_lately_and_now_and_then_reflection(mastery):
    got = methods(weekly(PLENTY, {mastery: 9}))
    assert set(got) == {*OFFERED[mastery], Method.REFLECTION}
    assert all(20 <= got[method] <= 23 for method in OFFERED[mastery])
    assert 6 <= got[Method.REFLECTION] <= 9


def test_a_mix_of_masteries_gets_a_mix_of_tips():
    got = methods(weekly(PLENTY, {X: 1, L: 6, V: 2}))
    assert got[Method.COACHING] > 2 * got[Method.EXPLORATION] > 2 * got[Method.MODELLING] > 0


def test_who_scored_nothing_lately_gets_of_everything():
    assert set(methods(weekly(PLENTY, {}, weeks=7)).values()) == {1}


@pytest.mark.parametrize(
    ("scored", "mastery"), [({L: 3}, L), ({X: 1}, X), ({V: 2, L: 0}, V), ({}, None), ({X: 0}, None)]
)
def test_a_tip_says_which_mastery_it_goes_with(scored, mastery):
    found = choose_tip([tip("a", OFFERED[mastery or L][0])], scored, [], AT)
    assert found is not None
    assert found.mastery == mastery
    always = choose_tip([tip("a", Method.REFLECTION)], scored, [], AT)
    assert always is not None
    assert always.mastery is None


def test_a_tip_that_fits_nothing_is_not_told():
    assert choose_tip([tip("a", Method.MODELLING)], {L: 5}, [], AT) is None


@pytest.mark.parametrize(
    ("ago", "verdict", "again"),
    [
        (TIPS_APART, None, True),
        (TIPS_APART - SECOND, None, False),
        (TIPS_APART, HELPED, True),
        (20 * TIPS_APART, NOT_FOR_ME, False),
    ],
)
def test_a_tip_comes_again_after_a_term_unless_it_was_not_for_this_mentor(ago, verdict, again):
    told = [PastTip("a", Method.COACHING, AT - ago, verdict)]
    assert (choose_tip([tip("a", Method.COACHING)], {L: 5}, told, AT) is not None) == again


def test_a_tip_never_told_comes_before_one_told_long_ago():
    tips = [tip("told", Method.COACHING), tip("new", Method.COACHING)]
    told = [PastTip("told", Method.COACHING, AT - 2 * TIPS_APART)]
    found = choose_tip(tips, {L: 5}, told, AT)
    assert found is not None
    assert found.tip.key == "new"


def test_what_helped_comes_more_often_and_what_did_not_suit_less_but_still():
    plain = methods(weekly(PLENTY, {L: 9}))
    said = methods(weekly(PLENTY, {L: 9}, verdicts={Method.COACHING: NOT_FOR_ME}))
    assert 12 < said[Method.COACHING] < plain[Method.COACHING]
    said = methods(weekly(PLENTY, {L: 9}, verdicts={Method.ARTICULATION: HELPED}))
    assert plain[Method.ARTICULATION] < said[Method.ARTICULATION] <= 30


@pytest.mark.parametrize(("ago", "may"), [(A_WEEK, True), (A_WEEK - SECOND, False)])
def test_at_most_one_tip_a_week_comes_unasked(ago, may):
    long_ago = PastTip("b", Method.MODELLING, AT - 10 * A_WEEK)
    assert may_tell([PastTip("a", Method.COACHING, AT - ago), long_ago], AT) == may
    assert may_tell([], AT)


scores = st.dictionaries(st.sampled_from(Mastery), st.integers(0, 30))
verdicts = st.dictionaries(st.sampled_from(Method), st.sampled_from([None, *Verdict]))


@given(scores, verdicts)
def test_in_any_year_of_our_own_tips_none_comes_twice_in_a_term_or_after_a_refusal(scored, said):
    told = weekly(OURS, scored, verdicts=said)
    assert told == weekly(OURS, scored, verdicts=said)
    for earlier in told:
        again = [past for past in told if past.key == earlier.key and past.at > earlier.at]
        assert all(later.at - earlier.at >= TIPS_APART for later in again)
        assert not (again and earlier.verdict is NOT_FOR_ME)
    if sum(scored.values()):
        wanted = {Method.REFLECTION}.union(
            *(OFFERED[mastery] for mastery in scored if scored[mastery])
        )
        assert set(methods(told)) <= wanted


@pytest.mark.parametrize("mastery", Mastery)
def test_our_own_tips_last_a_school_year(mastery):
    assert len(weekly(OURS, {mastery: 9}, weeks=40)) == 40
