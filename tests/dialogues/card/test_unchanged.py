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


def test_of_what_was_only_counted_nothing_can_be_said_again(own_school: School):
    own_school.say("m1", "today jonas 10.1")
    own_school.say("m1", "jonas 10.2 s")
    own_school.later(days=3)
    assert "you did not score it before" in own_school.tap_code("m1", "kr:1")[-1].text
    before = own_school.scores
    own_school.tap_code("m1", "ks:1")
    assert own_school.scores == before


def test_a_second_tap_leaves_what_the_first_said_and_its_undo(timed: School):
    timed.at = OPENS.replace(month=8)
    for line in ("8 all v", "10 all v", "11 all v"):
        timed.say("m2", f"nicolas {line}")
    timed.at = NOON
    timed.tap_code("m2", "kr:3")
    (stored,) = timed.tap("m2", "yes, store all")
    (again,) = timed.tap_code("m2", "ks:3")
    assert again.text == "Nicolas: nothing is open any more."
    assert again.id != stored.id
    assert timed.tapped("m2", "Undo").startswith("↩ Undone")
