"""Divergence: the source's case, the rules one by one, and what must hold for every competence."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.divergence.comparison import Said
from bot.domain.divergence.kinds import DivergenceKind, Route
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.severity import Severity
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage, Mastery
from tests.domain.divergence.cases import (
    DAY,
    MENTOR,
    NOW,
    SAID,
    STUDENT,
    TEACHER,
    case,
    film,
    found,
    roles_in,
)

X, L, V = Mastery
NEAR = NOW + 5 * DAY


# --- the source's case: period 3, competence 8 (004, 3 §6) ---

EIGHT: dict[str, Any] = {
    "student": "VLVLLLVLXVV",
    "mentor": "VLVLXLVLXLV",
    "teacher": "LLXXXXXXXLL",
}


def test_the_teacher_alone_says_not_acquired():
    (verdict,) = divergences(case(**EIGHT))
    assert verdict.kind is DivergenceKind.VERDICT
    assert verdict.differs is TEACHER
    assert verdict.sides == ((TEACHER,), (STUDENT, MENTOR))
    assert verdict.route is Route.ALERT


def test_the_alert_says_who_says_what():
    verdict = found(case(**EIGHT))[DivergenceKind.VERDICT]
    stands = {stand.role: stand for stand in verdict.stands}
    shown = {role: (own.colour, own.counts.acquired, own.acquired) for role, own in stands.items()}
    assert shown == {
        STUDENT: (Colour.LIGHT_GREEN, 10, True),
        MENTOR: (Colour.LIGHT_GREEN, 9, True),
        TEACHER: (Colour.RED, 4, False),
    }
    assert {stand.said_at for stand in stands.values()} == {SAID}


def test_the_alert_names_what_is_most_apart_first():
    disputed = found(case(**EIGHT))[DivergenceKind.VERDICT].disputed
    assert [(dispute.indicator, dispute.distance) for dispute in disputed] == [
        (3, 2), (7, 2), (4, 1), (5, 1), (6, 1), (8, 1)
    ]  # fmt: skip
    assert disputed[0].said == ((STUDENT, V), (MENTOR, V), (TEACHER, X))


def test_the_alert_can_say_why_it_is_one():
    verdict = found(case(**EIGHT))[DivergenceKind.VERDICT]
    assert (verdict.reason.apart, verdict.reason.of, verdict.reason.needed) == (8, 11, 8)
    assert verdict.since == SAID


def test_the_same_verdicts_with_nothing_alone_are_for_the_digest():
    only_support: dict[str, Any] = {role: said.replace("V", "L") for role, said in EIGHT.items()}
    verdict = found(case(**only_support))[DivergenceKind.VERDICT]
    assert verdict.differs is TEACHER
    assert (verdict.route, verdict.reason.apart) == (Route.DIGEST, 6)


@pytest.mark.parametrize(
    ("compared", "steps"),
    [(2, 4), (3, 4), (4, 5), (5, 6), (6, 6), (7, 7), (9, 8), (11, 8), (13, 9), (16, 10)],
)
def test_from_how_many_steps_a_verdict_is_an_alert(compared, steps):
    assert Thresholds().verdict_from(compared) == steps


@pytest.mark.parametrize("size", [3, 4, 5, 6, 13])
@pytest.mark.parametrize(("alone", "others"), [("X", "L"), ("L", "X"), ("V", "X"), ("X", "V")])
@pytest.mark.parametrize("who", ["student", "mentor", "teacher"])
def test_one_against_both_others_on_everything_is_always_an_alert(size, alone, others, who):
    said: dict[str, Any] = dict.fromkeys(["student", "mentor", "teacher"], others * size)
    seen = case(**(said | {who: alone * size}))
    for spread in (2.4, 10):
        verdict = found(replace(seen, thresholds=Thresholds(verdict_spread=spread)))[
            DivergenceKind.VERDICT
        ]
        assert verdict.route is Route.ALERT
        assert (verdict.differs, len(verdict.compared)) == (Role(who), size)


@pytest.mark.parametrize(
    ("student", "mentor", "teacher", "route"),
    [
        ("LLLL-", "L-LLL", "XXXXX", Route.ALERT),
        ("LLL--", "--LLL", "XXXXX", Route.ALERT),
        ("LLLL/", "LLLL/", "XXXXX", Route.ALERT),
        ("LL--", "LLLL", "XXXX", Route.DIGEST),
        ("XLLL", "LLLL", "XXXX", Route.DIGEST),
        ("LL", "LL", "XX", Route.DIGEST),
        ("LLLL----", "LLLL----", "XXX-----", None),
    ],
)
def test_against_both_counts_what_is_compared_with_each(student, mentor, teacher, route):
    verdict = found(case(student, mentor, teacher)).get(DivergenceKind.VERDICT)
    assert (verdict and verdict.route) == route


@pytest.mark.parametrize(
    ("teacher", "student", "route"),
    [
        ("XXXXX", "LLLLL", Route.DIGEST),
        ("XXXXX", "LLLLV", Route.ALERT),
        ("XXXX", "LLLL", Route.DIGEST),
        ("XXXX", "LLLV", Route.ALERT),
        ("XXX", "LLL", Route.DIGEST),
        ("XXX", "LLV", Route.ALERT),
        ("XX", "LV", Route.DIGEST),
    ],
)
def test_two_on_few_indicators_can_alert_too(teacher, student, route):
    assert found(case(student, teacher=teacher))[DivergenceKind.VERDICT].route is route


def test_a_programme_may_want_to_hear_of_every_verdict():
    barely = case(teacher="VVVVX", mentor="VVVXX")
    assert found(barely)[DivergenceKind.VERDICT].route is Route.DIGEST
    every = replace(barely, thresholds=Thresholds(verdict_spread=0))
    assert found(every)[DivergenceKind.VERDICT].route is Route.ALERT


# --- what is compared ---


@pytest.mark.parametrize(
    ("student", "teacher", "verdict"),
    [
        ("VVVVVV", "XXX---", True),
        ("VVVVVV", "XX----", False),
        ("VVV---", "---XXX", False),
        ("VVVVV-", "-XXXXX", True),
        ("VVVVVV", "XXX///", True),
        ("VVVVVV", "XX////", False),
    ],
)
def test_a_verdict_needs_half_of_the_indicators_scored_by_both(student, teacher, verdict):
    assert (DivergenceKind.VERDICT in found(case(student=student, teacher=teacher))) is verdict


def test_an_n_takes_an_indicator_out_and_a_missing_coverage_does_not():
    student = film("VVVV", "RRRR")
    assert DivergenceKind.VERDICT in found(case(student, teacher=film("XXXX")))
    assert DivergenceKind.VERDICT in found(case(student, teacher=film("XXXX", "SSNN")))
    assert not found(case(student, teacher=film("XXXX", "NNNN"))).keys() - {DivergenceKind.COVERAGE}


def test_an_indicator_that_the_workplace_never_offers_is_a_gap_and_no_alarm():
    (gap,) = divergences(case("VVVV", "////", "VVVV"))
    assert gap.kind is DivergenceKind.GAP
    assert (gap.sides, gap.compared, gap.route) == (((MENTOR,),), (1, 2, 3, 4), Route.DIGEST)
    assert gap.severity is Severity.NONE


def test_what_was_said_in_an_earlier_period_waits_for_a_new_answer():
    old, new = film("XXXX", said_at=SAID - 60 * DAY), film("VVVV")
    assert DivergenceKind.VERDICT in found(case(new, teacher=old))
    assert not found(case(new, teacher=old, opened_at=SAID - DAY))
    assert not found(case(film("", "", SAID), teacher=old, opened_at=SAID - DAY))


def test_the_cut_off_of_the_programme_decides():
    four_of_five = case("VVVVX", teacher="VVVVV")
    assert DivergenceKind.VERDICT not in found(four_of_five)
    assert DivergenceKind.VERDICT in found(replace(four_of_five, cut_off=CutOff.MORE_THAN))


# --- who differs ---


def test_of_two_nobody_stands_alone():
    verdict = found(case("VVVV", teacher="XXXX"))[DivergenceKind.VERDICT]
    assert verdict.sides == ((TEACHER,), (STUDENT,))
    assert (verdict.differs, verdict.all_differ) == (None, False)


def test_a_half_filled_third_form_takes_no_side():
    verdict = found(case("VVVVVV", "VV----", "XXXXXX"))[DivergenceKind.VERDICT]
    assert roles_in(verdict) == {STUDENT, TEACHER}
    mentor = verdict.stands[1]
    assert (mentor.of, mentor.acquired) == (2, None)


def test_on_single_indicators_all_may_differ():
    indicator = found(case("XXLLLLLLLL", "VLXLLLLLLL", "LVVLLLLLLL"))[DivergenceKind.INDICATOR]
    assert indicator.all_differ
    assert indicator.sides == ((STUDENT,), (MENTOR,), (TEACHER,))


def test_on_single_indicators_one_may_stand_alone():
    indicator = found(case("VVVVV", "VVVVV", "XVVVV"))[DivergenceKind.INDICATOR]
    assert indicator.differs is TEACHER


# --- single indicators ---


def test_single_indicators_are_for_the_digest_unless_the_programme_says_otherwise():
    seen = case("VVVVV", teacher="XVVVV")
    indicator = found(seen)[DivergenceKind.INDICATOR]
    assert (indicator.route, indicator.reason.needed) == (Route.DIGEST, None)
    wanted = replace(seen, thresholds=Thresholds(indicator_from=1))
    assert found(wanted)[DivergenceKind.INDICATOR].route is Route.ALERT
    more = replace(seen, thresholds=Thresholds(indicator_from=2))
    assert found(more)[DivergenceKind.INDICATOR].route is Route.DIGEST


def test_a_verdict_tells_of_its_indicators_itself():
    opposed = case("VVVVV", teacher="XXVVV")
    assert set(found(opposed)) == {DivergenceKind.VERDICT}
    wanted = replace(opposed, thresholds=Thresholds(indicator_from=2))
    assert set(found(wanted)) == {DivergenceKind.VERDICT, DivergenceKind.INDICATOR}
    alert = replace(opposed, thresholds=Thresholds(indicator_from=2, verdict_spread=0))
    assert set(found(alert)) == {DivergenceKind.VERDICT}


def test_with_support_against_alone_is_no_difference():
    assert not found(case("VVVVV", "LLLLL", "VLVLV"))


def test_never_against_regularly_is_a_difference_of_coverage():
    student, mentor = film("VVVV", "RRRS"), film("----", "NNSN")
    coverage = found(case(student, mentor))[DivergenceKind.COVERAGE]
    assert [dispute.indicator for dispute in coverage.disputed] == [1, 2]
    assert coverage.disputed[0].said == (
        (STUDENT, Coverage.REGULARLY), (MENTOR, Coverage.NOT_YET)
    )  # fmt: skip
    assert coverage.route is Route.DIGEST


# --- silence ---

SPOKEN: dict[str, Any] = {"student": "VVVV", "mentor": "VVVV"}


def test_silence_is_told_when_the_photo_is_near():
    silence = found(case(**SPOKEN, photo_at=NEAR))[DivergenceKind.SILENCE]
    assert (silence.differs, silence.route) == (TEACHER, Route.DIGEST)
    wanted = case(**SPOKEN, photo_at=NEAR, thresholds=Thresholds(silence_alert=True))
    assert found(wanted)[DivergenceKind.SILENCE].route is Route.ALERT


@pytest.mark.parametrize(
    "otherwise",
    [
        {"photo_at": None},
        {"photo_at": NOW + 8 * DAY},
        {"photo_at": NOW},
        {"teacher": "X---"},
        {"teacher": "/---"},
        {"mentor": "V---"},
        {"mentor": ""},
    ],
    ids=str,
)
def test_there_is_no_silence_otherwise(otherwise):
    assert DivergenceKind.SILENCE not in found(case(**(SPOKEN | {"photo_at": NEAR} | otherwise)))


def test_who_scored_in_an_earlier_period_only_is_silent():
    old = film("VVVV", said_at=SAID - 60 * DAY)
    now = case(**SPOKEN, teacher=old, photo_at=NEAR, opened_at=SAID - 30 * DAY)
    assert found(now)[DivergenceKind.SILENCE].differs is TEACHER


# --- overlap ---


def test_what_both_long_mastered_and_keep_training_is_an_overlap_and_no_alarm():
    long_ago = film("VVVV", "RRRS", said_at=NOW - 50 * DAY)
    overlap = found(case(mentor=long_ago, teacher=long_ago))[DivergenceKind.OVERLAP]
    assert (overlap.compared, overlap.severity) == ((1, 2, 3), Severity.NONE)
    assert overlap.route is Route.DIGEST
    lately = film("VVVV", "RRRS")
    assert not found(case(mentor=lately, teacher=long_ago))


# --- since when ---


def test_it_stands_since_both_had_spoken_or_as_long_as_what_is_open():
    early, late = film("VVVV", said_at=SAID - 9 * DAY), film("XXXX", said_at=SAID - 3 * DAY)
    seen = case(early, teacher=late)
    assert found(seen)[DivergenceKind.VERDICT].since == SAID - 3 * DAY
    open_since = {DivergenceKind.VERDICT: SAID - 6 * DAY}
    assert found(replace(seen, since=open_since))[DivergenceKind.VERDICT].since == SAID - 6 * DAY


def test_a_single_indicator_apart_is_not_yet_a_verdict_that_is():
    day = [NOW - 20 * DAY, NOW - 9 * DAY, NOW - 2 * DAY]
    teacher = {1: film("X", said_at=day[0])[1]} | {
        n: m for n, m in film("XXXXX", said_at=day[2]).items() if n > 1
    }
    seen = case(film("LLLLL", said_at=day[0]), film("LLLLL", said_at=day[1]), teacher)
    assert found(seen)[DivergenceKind.VERDICT].since == day[2]


def said(role, at, masteries):
    """What a perspective says of indicators 1, 2, … at an instant, as the ledger has it."""
    return [Said(role, i, Score(at, mark.mastery)) for i, mark in film(masteries).items()]


def test_who_says_the_same_once_more_makes_it_no_younger():
    day = [NOW - 20 * DAY, NOW - 9 * DAY, NOW - 2 * DAY]
    history = [
        *said(STUDENT, day[0], "LLLLL"),
        *said(TEACHER, day[1], "XXXXX"),
        *said(STUDENT, day[2], "LLLLV"),
        *said(TEACHER, day[2], "XXXXX"),
    ]
    seen = case(film("LLLLV", said_at=day[2]), teacher=film("XXXXX", said_at=day[2]))
    assert found(replace(seen, said=history))[DivergenceKind.VERDICT].since == day[1]


def test_what_ended_in_between_begins_anew():
    day = [NOW - 20 * DAY, NOW - 9 * DAY, NOW - 5 * DAY, NOW - 2 * DAY]
    history = [
        *said(STUDENT, day[0], "LLLLL"),
        *said(TEACHER, day[1], "XXXXX"),
        *said(TEACHER, day[2], "LLLLL"),
        *said(TEACHER, day[3], "XXXXX"),
    ]
    seen = case(film("LLLLL", said_at=day[0]), teacher=film("XXXXX", said_at=day[3]))
    assert found(replace(seen, said=history))[DivergenceKind.VERDICT].since == day[3]


def test_a_silence_stands_since_the_photo_came_near_or_the_second_spoke():
    early, late = film("VVVV", said_at=NOW - 9 * DAY), film("VVVV", said_at=NOW - DAY)
    silence = found(case(early, early, photo_at=NEAR))[DivergenceKind.SILENCE]
    assert silence.since == NEAR - Thresholds().near
    assert found(case(early, late, photo_at=NEAR))[DivergenceKind.SILENCE].since == NOW - DAY


def test_nothing_said_is_nothing_found():
    assert not found(case(film("-"), {1: Mark()}, "----"))
