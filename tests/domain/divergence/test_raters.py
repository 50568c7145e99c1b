"""How raters lean: known leanings come out, sureness is honest, and too little says nothing."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.divergence.agreement import Meaningless
from bot.domain.divergence.raters import (
    MOST_LENIENT,
    SPREAD,
    Lean,
    Leniency,
    agreements,
    leanings,
    leniencies,
    set_beside,
    student_t,
)
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.scales import Mastery

X, L, V = Mastery
ELS, KARIM, SOFIE = 1, 2, 3


def forms(*said):
    """One form after the other, each with what raters said: letters by rater."""
    return [
        beside
        for number, form in enumerate(said)
        for beside in set_beside(
            number,
            {rater: dict(enumerate(map(Mastery, letters))) for rater, letters in form.items()},
        )
    ]


def test_who_scores_lower_everywhere_leans_severe():
    said = [{ELS: "XXL", KARIM: "LLV"}, {ELS: "XLL", KARIM: "LVL"}] * 4
    found = leanings(forms(*said))
    assert (found[ELS].lean, found[KARIM].lean) == (Lean.SEVERE, Lean.LENIENT)
    assert found[ELS].steps == pytest.approx(-5 / 6)
    assert (found[ELS].forms, found[ELS].comparisons) == (8, 24)


def test_an_interval_as_worked_by_hand():
    # Means of the five forms 0, 1, 0, 1, 0: mean 0.4, deviation 0.5477, t with 4 degrees 2.776.
    found = leanings(
        forms(*[{ELS: letters, KARIM: "LL"} for letters in ("LL", "VV") * 2 + ("LL",)])
    )
    assert found[ELS].lean is None
    assert found[ELS].steps == pytest.approx(0.4)
    assert found[ELS].low == pytest.approx(-0.280, abs=2e-3)
    assert found[ELS].high == pytest.approx(1.080, abs=2e-3)


def test_four_forms_are_too_few_however_clear():
    leaning = leanings(forms(*[{ELS: "VVVV", KARIM: "XXXX"}] * 4))[ELS]
    assert (leaning.low, leaning.high, leaning.lean) == (None, None, None)
    assert (leaning.steps, leaning.comparisons) == (2, 16)


def test_many_indicators_of_one_form_are_one_witness():
    leaning = leanings(forms({ELS: "V" * 16, KARIM: "X" * 16}))[ELS]
    assert (leaning.forms, leaning.comparisons, leaning.lean) == (1, 16, None)


def test_only_the_same_indicators_are_compared():
    said = {ELS: {1: V, 2: V}, KARIM: {2: L, 3: X}, SOFIE: {3: X}}
    pairs = {(pair.rater, pair.other, pair.said, pair.other_said) for pair in set_beside("8", said)}
    assert pairs == {
        (ELS, KARIM, V, L), (KARIM, ELS, L, V), (KARIM, SOFIE, X, X), (SOFIE, KARIM, X, X)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("freedom", "t"), [(4, 2.776), (5, 2.571), (9, 2.262), (19, 2.093), (29, 2.045), (120, 1.980)]
)
def test_t_is_that_of_the_tables(freedom, t):
    assert student_t(freedom) == pytest.approx(t, rel=3e-3)


def test_raters_who_do_not_lean_are_seldom_said_to():
    # Two alike: in 95 of 100 programmes the interval holds 0, so about 5 of 100 are misjudged.
    programmes, misjudged = 300, 0
    drawn = random.Random("raters")
    for _programme in range(programmes):
        said = [{rater: drawn.choices("XLV", k=6) for rater in (ELS, KARIM)} for _form in range(12)]
        misjudged += leanings(forms(*said))[ELS].lean is not None
    assert 0.02 <= misjudged / programmes <= 0.09


def test_a_small_leaning_is_found_with_enough_forms():
    drawn = random.Random("leaning")
    said = [
        {
            ELS: drawn.choices("XLV", weights=(4, 3, 3), k=7),
            KARIM: drawn.choices("XLV", weights=(3, 3, 4), k=7),
        }
        for _form in range(120)
    ]
    leaning = leanings(forms(*said))[ELS]
    assert leaning.lean is Lean.SEVERE
    assert leaning.steps == pytest.approx(-0.2, abs=0.1)


letters = st.lists(st.tuples(*[st.text("XLV", min_size=3, max_size=3)] * 2), min_size=1, max_size=9)


@given(letters)
def test_of_two_raters_one_leans_as_far_as_the_other_leans_back(said):
    found = leanings(forms(*[{ELS: els, KARIM: karim} for els, karim in said]))
    assert found[ELS].steps == pytest.approx(-found[KARIM].steps)
    low, high = found[ELS].low, found[KARIM].high
    assert (low is None) == (high is None)
    if low is not None and high is not None:
        assert low == pytest.approx(-high)


def test_agreement_is_given_once_per_pair_with_its_number():
    said = [{ELS: "XLV", KARIM: "XLV"}] * 6 + [{ELS: "XL", SOFIE: "LL"}]
    found = agreements(forms(*said))
    assert set(found) == {(ELS, KARIM), (ELS, SOFIE)}
    assert (found[ELS, KARIM].kappa, found[ELS, KARIM].pairs) == (1, 18)
    assert (found[ELS, SOFIE].meaningless, found[ELS, SOFIE].pairs) == (Meaningless.TOO_FEW, 2)


def whole(student: str = "", mentor: str = "", teacher: str = ""):
    """One form of three perspectives, in letters."""
    said = zip(PERSPECTIVES, (student, mentor, teacher), strict=True)
    return 4, {role: dict(enumerate(map(Mastery, letters))) for role, letters in said}


def test_leniency_is_drawn_towards_none_and_never_more_than_its_most():
    lenient = leniencies([whole(mentor="VVVV", teacher="LLLL")] * 6)
    assert lenient[Role.MENTOR, Role.TEACHER].steps == MOST_LENIENT
    assert lenient[Role.TEACHER, Role.MENTOR].steps == -MOST_LENIENT
    unsure = [whole(mentor="LLLL", teacher=letters) for letters in ("LLLL", "XLLL", "VLLL")] * 2
    assert leniencies(unsure)[Role.MENTOR, Role.TEACHER].steps == pytest.approx(0)


def test_few_forms_and_half_filled_ones_say_nothing():
    full, half = whole(mentor="VVVV", teacher="LLLL"), whole(mentor="V", teacher="LLLL")
    assert leniencies([full] * 4) == {}
    assert leniencies([full] * 4 + [half] * 9) == {}
    assert set(leniencies([full] * 5)) == {(Role.MENTOR, Role.TEACHER), (Role.TEACHER, Role.MENTOR)}


four = st.text("XLV", min_size=4, max_size=4)


@given(st.lists(st.builds(whole, four, four, four), min_size=5, max_size=12))
def test_what_one_leans_the_other_leans_back_and_doubt_only_asks_for_more(said):
    for (first, second), leniency in leniencies(said).items():
        back = leniencies(said)[second, first]
        assert (back.steps, back.variance) == pytest.approx((-leniency.steps, leniency.variance))
        assert 0 <= leniency.variance <= SPREAD**2
        sure = Leniency(leniency.steps, 0)
        for compared in (3, 7, 16):
            needed = Thresholds().verdict_from(compared, leniency)
            assert needed >= Thresholds().verdict_from(compared, sure) >= 1
