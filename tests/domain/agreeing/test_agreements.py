"""Which agreement a placement needs, what of it is open, and when the next one is due."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agreeing.agreements import (
    AgreedPlace,
    AgreementStanding,
    PlacementAgreement,
    days_fit,
    proposed_days,
)
from bot.domain.agreeing.kinds import AgreementKind, kind_for
from bot.domain.agreeing.steps import (
    CHECKLIST,
    AgreementStep,
    OwingParty,
    due_on,
    owes,
    steps_of,
)
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role

FIRST, LAST = date(2026, 9, 1), date(2027, 6, 30)
TODAY = date(2026, 10, 14)
OAO, SAO = AgreementKind.OAO, AgreementKind.SAO


def place(
    hours: str | None = "19.5",
    setting: Setting | None = Setting.COMPULSORY,
    ends_on: date | None = None,
    stopped_on: date | None = None,
) -> AgreedPlace:
    return AgreedPlace(
        1, 1, 1, 1, "Jonas Peeters", "Elektro bv", setting,
        None if hours is None else Fraction(hours), FIRST, ends_on, stopped_on,
        guarded=False, roles=frozenset({Role.COACH}),
    )  # fmt: skip


def standing(at: AgreedPlace, *agreements: PlacementAgreement) -> AgreementStanding:
    return AgreementStanding(at, agreements, {}, {})


def agreed(kind: AgreementKind = SAO, first: date = FIRST, last: date = LAST) -> PlacementAgreement:
    return PlacementAgreement(first.toordinal(), 1, kind, first, last)


@pytest.mark.parametrize(
    ("hours", "kind"), [("19.5", SAO), ("19.9", SAO), ("20", OAO), ("20.1", OAO), ("0.5", SAO)]
)
def test_the_hours_of_the_source(hours, kind):
    assert kind_for(Setting.COMPULSORY, Fraction(hours)) is kind


def test_what_is_not_known_needs_no_guess():
    assert kind_for(None, Fraction(20)) is None
    assert kind_for(Setting.COMPULSORY, None) is None
    assert kind_for(Setting.ENTREPRENEURIAL, None) is AgreementKind.ENGAGEMENT
    assert kind_for(Setting.HIGHER, None) is AgreementKind.THREE_PARTY


def test_every_kind_is_signed_by_three_and_by_a_guardian_where_one_is_needed():
    assert set(CHECKLIST) == set(AgreementKind)
    for kind in AgreementKind:
        parties = {owes(step) for step in steps_of(kind, guarded=True) if step.startswith("signed")}
        assert parties == set(OwingParty)
        assert AgreementStep.SIGNED_GUARDIAN not in steps_of(kind, guarded=False)
    assert {step for steps in CHECKLIST.values() for step in steps} == set(AgreementStep)


def test_signatures_are_due_before_the_first_day_and_the_evaluation_at_the_end():
    assert due_on(AgreementStep.SIGNED_COMPANY, FIRST, LAST) == date(2026, 8, 31)
    assert due_on(AgreementStep.RECOGNISED, FIRST, LAST) == date(2026, 8, 4)
    assert due_on(AgreementStep.EVALUATED, FIRST, LAST) == LAST


def test_it_is_missing_from_the_first_day_and_after_the_last_one():
    assert standing(place()).is_missing(TODAY)
    assert standing(place()).missing_by() == FIRST
    made = standing(place(), agreed())
    assert not made.is_missing(LAST)
    assert made.is_missing(LAST + timedelta(days=1))
    assert made.missing_by() == LAST + timedelta(days=1)
    assert not standing(place(setting=None)).is_missing(TODAY)
    assert standing(place(hours=None)).is_missing(TODAY)
    assert not standing(place(ends_on=LAST)).is_missing(LAST + timedelta(days=1))


def test_other_hours_need_another_kind():
    changed = standing(place("20"), agreed(SAO))
    assert changed.is_of_another_kind(TODAY)
    assert proposed_days(changed, TODAY)[0] == TODAY
    follows = standing(place("20"), agreed(SAO), agreed(OAO, date(2026, 11, 1)))
    assert not follows.is_of_another_kind(TODAY)


def test_it_asks_for_the_next_six_weeks_before_the_end_where_the_placement_goes_on():
    made = standing(place(), agreed())
    assert not made.asks_for_next(LAST - timedelta(days=43))
    assert made.asks_for_next(LAST - timedelta(days=42))
    assert proposed_days(made, LAST) == (date(2027, 7, 1), date(2028, 6, 30))
    assert not standing(place(ends_on=LAST), agreed()).asks_for_next(LAST)
    assert not standing(place(stopped_on=LAST), agreed()).asks_for_next(LAST)


def test_it_ends_with_the_placement_that_stops():
    stops = standing(place(stopped_on=date(2026, 12, 1)), agreed())
    assert stops.last_day(stops.agreements[0]) == date(2026, 12, 1)
    assert not stops.is_missing(date(2026, 12, 2))


days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
places = st.builds(
    place,
    hours=st.sampled_from(["12", "19.5", "20", None]),
    setting=st.sampled_from([*Setting, None]),
    ends_on=st.none() | days,
    stopped_on=st.none() | days,
)


@given(places, st.lists(st.tuples(days, days), max_size=3), days)
def test_what_is_proposed_can_be_made_and_follows_what_holds(at, spans, today):
    made = sorted((agreed(SAO, *sorted(span)) for span in spans), key=lambda own: own.starts_on)
    held = standing(at, *made)
    first, last = proposed_days(held, today)
    assert first <= last
    if not held.is_of_another_kind(today) and made and held.holding(today):
        assert all(held.last_day(own) < first for own in made)


@given(places, st.lists(st.tuples(days, days), max_size=3), days)
def test_it_is_never_missing_while_one_holds_and_its_open_steps_are_its_own(at, spans, today):
    made = [agreed(SAO, *sorted(span)) for span in spans]
    held = standing(at, *made)
    assert not (held.is_missing(today) and held.holding(today))
    owed = held.owed_now(today)
    assert [step.due_on for step in owed] == sorted(step.due_on for step in owed)
    assert len(owed) == sum(len(held.steps(own)) for own in held.holding(today))


def test_days_that_are_a_slip_do_not_fit():
    assert days_fit(FIRST, LAST, TODAY)
    assert not days_fit(LAST, FIRST, TODAY)
    assert not days_fit(date(2020, 9, 1), LAST, TODAY)
    assert not days_fit(FIRST, date(2033, 6, 30), TODAY)
