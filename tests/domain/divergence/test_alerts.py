"""What becomes of divergences: raised, updated, closed, resolved, reopened, and never doubled."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.divergence.alerts import (
    AlertStanding,
    AlertState,
    AlertStep,
    changes,
    gathered,
    gist_of,
    standing_since,
)
from bot.domain.divergence.kinds import DivergenceKind, Route
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.severity import Severity
from bot.domain.divergence.thresholds import Thresholds
from tests.domain.divergence.cases import DAY, NOW, SAID, case, cases, film

APART = case("VVVVVV", "VVVVVV", "XXXXXX")
LESS = case("VVVVVV", "VVVVVV", "XXVVVV")
MORE = case("VVVVVV", "VVVVVV", "LXXXXX")
AGREED = case("VVVVVV", "VVVVVV", "VVVVVV")


def judged(seen, standing=()):
    """The changes, and everything that stands once they are written down."""
    standing = {stood.kind: stood for stood in standing}
    now = replace(seen, since=standing_since(standing.values()))
    todo = changes(divergences(now), standing.values())
    return todo, [*(standing | {change.standing.kind: change.standing for change in todo}).values()]


def steps(seen, standing=()):
    return [change.step for change in judged(seen, standing)[0]]


def standing_after(*played):
    standing: list[AlertStanding] = []
    for seen in played:
        _todo, standing = judged(seen, standing)
    return standing


def resolved(standing):
    return [replace(stood, state=AlertState.RESOLVED) for stood in standing]


def test_a_new_one_is_raised_and_told():
    (raised,), (stood,) = judged(APART)
    assert (raised.step, raised.tells, raised.before) == (AlertStep.RAISE, True, None)
    assert stood == raised.standing
    assert (stood.kind, stood.state, stood.route) == (
        DivergenceKind.VERDICT,
        AlertState.OPEN,
        Route.ALERT,
    )
    assert raised.found is not None
    assert stood.gist == gist_of(raised.found)
    assert stood.since == SAID


def test_what_is_for_the_digest_is_kept_and_not_told():
    (raised,), (stood,) = judged(LESS)
    assert (raised.step, raised.tells, stood.route) == (AlertStep.RAISE, False, Route.DIGEST)


def test_nothing_is_done_twice():
    assert steps(APART, standing_after(APART)) == []
    again = case(film("VVVVVV", said_at=NOW), film("VVVVVV"), film("XXXXXX", said_at=NOW))
    assert steps(again, standing_after(APART)) == []


def test_it_is_updated_when_what_matters_changes_and_keeps_its_beginning():
    (updated,), (stood,) = judged(replace(MORE, now=NOW + DAY), standing_after(APART))
    assert (updated.step, updated.tells, stood.since) == (AlertStep.UPDATE, False, SAID)
    assert updated.before == standing_after(APART)[0]


def test_it_is_updated_when_it_grows_more_severe_by_itself():
    later = replace(APART, now=NOW + timedelta(weeks=2))
    assert steps(later, standing_after(APART)) == [AlertStep.UPDATE]


def test_it_closes_by_itself_when_a_score_ends_it():
    (closed,), (stood,) = judged(AGREED, standing_after(APART))
    assert (closed.step, closed.found, stood.state) == (AlertStep.CLOSE, None, AlertState.CLOSED)
    assert steps(AGREED, [stood]) == []


def test_it_is_reopened_and_not_doubled():
    standing = standing_after(APART, AGREED)
    (reopened,), stood = judged(APART, standing)
    assert (reopened.step, reopened.tells, len(stood)) == (AlertStep.REOPEN, True, 1)


def test_an_alert_stays_one_until_it_ends():
    (updated,), (stood,) = judged(LESS, standing_after(APART))
    assert (updated.step, stood.route) == (AlertStep.UPDATE, Route.ALERT)
    assert steps(LESS, [stood]) == []
    assert steps(APART, [stood]) == [AlertStep.UPDATE]


def test_a_line_of_the_digest_can_become_an_alert():
    (raised,), (stood,) = judged(APART, standing_after(LESS))
    assert (raised.step, raised.tells, stood.route) == (AlertStep.RAISE, True, Route.ALERT)


def test_what_the_coach_resolved_stays_so_until_it_is_worse():
    standing = resolved(standing_after(MORE))
    assert steps(MORE, standing) == []
    assert steps(LESS, standing) == []
    assert steps(APART, standing) == [AlertStep.REOPEN]


def test_what_the_coach_resolved_is_reopened_when_another_stands_alone():
    standing = resolved(standing_after(APART))
    other = case("XXXXXX", "VVVVVV", "VVVVVV")
    assert steps(other, standing) == [AlertStep.REOPEN]


def test_what_the_coach_resolved_can_end_and_come_back():
    _todo, standing = judged(AGREED, resolved(standing_after(APART)))
    assert [stood.state for stood in standing] == [AlertState.CLOSED]
    assert steps(LESS, standing) == [AlertStep.REOPEN]


def test_what_weighs_differently_by_now_says_the_same():
    (old,) = standing_after(APART)
    assert old.gist.says(replace(old.gist, severity=Severity.SLIGHT, views=None))
    assert not old.gist.says(replace(old.gist, apart=old.gist.apart - 1))


@pytest.mark.parametrize(("told_today", "together"), [(0, False), (1, False), (2, True), (7, True)])
def test_the_last_message_of_the_day_gathers_the_rest(told_today, together):
    assert gathered(told_today, Thresholds()) is together


@given(st.lists(cases(), max_size=4), cases())
def test_asking_again_gives_nothing_to_do(earlier, now):
    standing = standing_after(*earlier, now)
    assert judged(now, standing) == ((), standing)


@given(st.lists(cases(), max_size=4), cases())
def test_what_is_found_stands_and_nothing_else_does(earlier, now):
    standing = standing_after(*earlier, now)
    assert len({stood.kind for stood in standing}) == len(standing)
    stands = {stood.kind for stood in standing if stood.state is AlertState.OPEN}
    assert stands == {divergence.kind for divergence in divergences(now)}


@given(cases())
def test_raised_then_agreed_closes_everything_that_was_raised(seen):
    todo, standing = judged(seen)
    assert all(change.step is AlertStep.RAISE for change in todo)
    closing, after = judged(AGREED, standing)
    assert [change.step for change in closing] == [AlertStep.CLOSE] * len(todo)
    assert all(stood.state is AlertState.CLOSED for stood in after)
    assert not any(change.tells for change in closing)


def test_only_what_has_not_ended_keeps_its_beginning():
    (stood,) = standing_after(APART)
    states = {state: [replace(stood, state=state)] for state in AlertState}
    assert standing_since(states[AlertState.OPEN]) == {DivergenceKind.VERDICT: SAID}
    assert standing_since(states[AlertState.RESOLVED]) == {DivergenceKind.VERDICT: SAID}
    assert standing_since(states[AlertState.CLOSED]) == {}
