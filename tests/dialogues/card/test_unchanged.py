"""An unchanged period takes two taps, and says first what they mean."""

import pytest

from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.periods.test_reminders import NOON, OPENS, with_period
from tests.dialogues.school import School, buttons_of

__all__ = ["own_school"]


@pytest.fixture
def timed(own_school: School) -> School:
    return with_period(own_school)


def test_from_the_reminder_to_stored_in_two_taps(timed: School):
    timed.at = OPENS.replace(month=8)
    timed.say("m2", "nicolas 8 vvlx")
    timed.say("m2", "nicolas 10 all vr")
    timed.at = NOON
    (told,) = tick(timed)["m2"]
    assert "nothing changed" in buttons_of([told])
    before = timed.scores
    said = timed.tapped("m2", "nothing changed")
    assert timed.scores == before
    assert "your last marks of 17 indicators are stored again" in said
    assert "5 open indicators are not in it" in said
    stored = timed.tapped("m2", "yes, store all")
    assert timed.scores == before + 17
    assert "13 indicators stored" in stored
    assert "Sets boxes" in timed.tapped("m2", "ask me")
    assert "Undone: Nicolas · 8, 10\n" in timed.text("m2", "/undo")
    assert timed.scores == before


def test_what_is_older_than_a_period_is_asked_anew(timed: School):
    timed.at = OPENS.replace(month=1)
    timed.say("m2", "nicolas 8 all v")
    timed.at = NOON
    (told,) = tick(timed)["m2"]
    assert "nothing changed" not in buttons_of([told])


def test_who_scored_nothing_is_not_offered_it(timed: School):
    assert not any("nothing changed" in buttons_of(told) for told in tick(timed).values())


def test_a_competence_on_which_views_differ_is_asked_anew(timed: School):
    timed.at = OPENS.replace(month=8)
    timed.say("m2", "nicolas 8 all v")
    timed.say("m2", "nicolas 10 all vr")
    timed.say("t1", "nicolas 8 all x")
    timed.say("s3", "8 all x")
    tick_through(timed, hours=6)
    with timed.engine.begin() as connection:
        alerts = timed.unit(connection).alerts
        assert [alert.competence_id for alert in alerts.list_open([3])] == [1]
    timed.at = NOON
    said = timed.tap_code("m2", "kr:3")[-1].text
    assert "your last marks of 13 indicators" in said
    assert "9 open indicators are not in it" in said
