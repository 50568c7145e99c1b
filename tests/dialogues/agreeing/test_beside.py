"""Recognitions and mentors' training on the desk, and with the agreement of a placement."""

from bot.domain.school.frameworks import Setting
from tests.dialogues.agreeing.settings import stands_in
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


def test_the_desk_has_what_misses_ends_and_is_planned_and_opens_it(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    own_school.say("c1", "/recognition volta until 20/4/2027")
    own_school.say("c1", "/mentortraining karim 19/10/2026")
    desk = own_school.text("c1", "/desk") + own_school.tapped("c1", "○ contracts")
    assert "• at once: recognition of Elektro bv is missing" in desk
    assert "• at once: mentor’s training: An Claes (Volta nv) did not follow it yet" in desk
    assert "• 19 Oct: mentor’s training: Karim Haddad (Elektro bv) follows it" in desk
    assert "• 20 Oct: recognition of Volta nv ends on 20 Apr 2027" in desk
    opened = own_school.tapped("c1", "recognition of Elektro bv is missing")
    assert opened.startswith("Elektro bv · Electrician\n")


def test_the_agreement_of_a_placement_says_both_to_its_coach_alone(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    own_school.say("c1", "/mentortraining karim 3/3/2025")
    shown = own_school.text("c1", "/agreement jonas")
    assert "Recognition of the workplace: ⚠ until when it is recognised is not known" in shown
    assert "Training for mentors, Karim Haddad: followed on 3 Mar 2025" in shown
    for who in ("s1", "m1"):
        own = own_school.text(who, "/agreement")
        assert "ecognition" not in own
        assert "raining for mentors" not in own
    stands_in(own_school, Setting.HIGHER)
    assert "Recognition of the workplace" not in own_school.text("c1", "/agreement jonas")


def test_a_day_typed_on_their_page_is_for_the_recognition_and_for_the_training(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    own_school.say("c1", "/recognition elektro")
    assert "recognised until 31 Aug 2030" in own_school.text("c1", "until 31/8/2030")
    own_school.say("c1", "/mentortraining karim")
    assert "planned for 2 Nov" in own_school.text("c1", "planned for 2/11/2026")
    assert "followed on 3 Mar 2025" in own_school.text("c1", "3/3/2025")
    assert "it is not a number" not in own_school.text("c1", "jonas 3.2 v")
    assert "followed on 3 Mar 2025" in own_school.text("c1", "/mentortraining karim")


def test_buttons_of_a_placement_say_what_they_open(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    own_school.say("c1", "/agreement jonas")
    own_school.say("c1", "20")
    assert "recognition: Elektro bv" in own_school.buttons("c1")
    assert "mentor’s training: Karim Haddad" in own_school.buttons("c1")
