"""Papers on the desk: a plan that awaits its agreement, and whose training is asked for."""

from datetime import UTC, datetime

from bot.domain.school.frameworks import Setting
from tests.dialogues.agreeing.settings import stands_in
from tests.dialogues.clock import tick_through, told
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.supporting.test_substitute import name_an
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]


@both_ways
def test_a_training_plan_stands_there_until_all_three_agreed(school: School):
    school.say("m1", "/activities context 1")
    school.say("c1", "/trainingplan jonas")
    school.tap("c1", "propose this")
    desk = school.text("c1", "/desk jonas")
    assert "training plan awaits the agreement of the mentor and the student" in desk
    opened = next(label for label in school.buttons("c1") if "training plan awaits" in label)
    assert school.tapped("c1", opened).startswith("Jonas Peeters · Electrician · training plan")
    school.say("m1", "/trainingplan jonas")
    school.tap("m1", "I agree")
    assert "awaits the agreement of the student" in school.text("c1", "/desk jonas")
    school.say("s1", "/trainingplan")
    school.tap("s1", "I agree")
    assert "training plan" not in school.text("c1", "/desk jonas")


def test_a_plan_that_nobody_agreed_to_is_told_when_it_is_near_and_late(own_school: School):
    own_school.at = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)
    own_school.say("m1", "/activities context 1")
    own_school.say("c1", "/trainingplan jonas")
    own_school.tap("c1", "propose this")
    tick_through(own_school, 24 * 20)
    heard = [text for text in told(own_school, "c1", "reminder") if "training plan" in text]
    assert [("late since" in text) for text in heard] == [False, True]


def test_who_stands_in_for_some_days_is_not_asked_for_a_mentors_training(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    name_an(own_school, "Noor Aziz", "23/10/2026")
    shown = own_school.text("c1", "/mentortraining")
    assert "· An Claes · Volta nv: ⚠ not followed yet" in shown


def test_who_stands_in_for_months_is_asked_for_it(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    before = own_school.text("c1", "/mentortraining")
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    own_school.tap("c1", "somebody new …")
    own_school.say("c1", "Piet Snoeck")
    own_school.say("c1", "23/12/2026")
    assert "Piet Snoeck" not in before
    assert "Piet Snoeck" in own_school.text("c1", "/mentortraining")


def test_somebody_new_for_some_days_is_not(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    own_school.say("c1", "/substitute karim")
    own_school.tap("c1", "everybody")
    own_school.tap("c1", "somebody new …")
    own_school.say("c1", "Piet Snoeck")
    own_school.say("c1", "23/10/2026")
    assert "Piet Snoeck" not in own_school.text("c1", "/mentortraining")
    assert "Piet Snoeck" not in own_school.text("c1", "/desk")
