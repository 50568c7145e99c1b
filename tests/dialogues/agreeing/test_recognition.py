"""Until when workplaces are recognised: missing, given, ending, asked for again."""

from bot.domain.school.frameworks import Setting
from tests.dialogues.agreeing.settings import stands_in
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]


@both_ways
def test_a_recognition_that_ends(school: School):
    stands_in(school, Setting.COMPULSORY)
    listed = school.text("c1", "/recognition")
    assert listed.startswith("The recognition of 2 workplaces is missing, ended or ends soon.")
    assert "· Elektro bv · Electrician: ⚠ until when it is recognised is not known" in listed
    shown = school.tapped("c1", "Elektro bv · Electrician")
    assert "Who learns here: Jonas Peeters and Noor Aziz" in shown
    asked = school.tapped("c1", "recognised until …")
    assert "Until when is it recognised? Tap, or type a day" in asked
    stored = school.text("c1", "given 01/12/2021")
    assert stored.startswith("Stored:\nElektro bv · Electrician\n")
    assert "⚠ its recognition ends soon, on 30 Nov" in stored
    assert "It was given on 1 Dec 2021, for five years." in stored
    assert "; asked for on " in school.tapped("c1", "a recognition is asked for")
    assert "no list yet; ⚠ its recognition ends soon" in school.text("c1", "/activities")
    school.say("c1", "/recognition elektro")
    school.tap("c1", "recognised until …")
    stored = school.tapped("c1", "31 Aug 2031")
    assert "recognised until 31 Aug 2031" in stored
    assert "asked for" not in stored
    assert school.tapped("c1", "↩ Undo").startswith("↩ Undone: what you said of a recognition")
    assert "⚠ its recognition ends soon" in school.text("c1", "/recognition elektro bv")
