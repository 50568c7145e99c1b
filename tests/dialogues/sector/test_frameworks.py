"""Several frameworks in one programme: the trade, and a school's own competences."""

from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.school import School
from tests.dialogues.sector.spoken import speak_for

SOFT = b"number;title;indicator\n3;Listens;lets others end\n8;Asks;asks on\n"


def read_in(school: School) -> None:
    hire(school)
    school.send_file("a1", "SOFT.csv", SOFT)
    school.tap("a1", "read it in")


def test_an_administrator_adds_competences_of_the_schools_own(school: School):
    read_in(school)
    school.say("a1", "/sector")
    assert "To which programme do you add one?" in school.tapped("a1", "several frameworks")
    shown = school.tapped("a1", "Electrician")
    assert "• Electrician: 8, 10–11" in shown
    foreseen = school.tapped("a1", "SOFT")
    assert "• 3 Listens" in foreseen
    assert "• 12 Asks (number 8 of its own)" in foreseen
    assert "3 students learn in this programme now." in foreseen
    assert school.tapped("a1", "take it in").startswith("Taken in for Electrician:")
    assert acts(school)[-1] == "school_changed"
    assert "SOFT: 3, 12" in school.text("s1", "/report")
    before = school.scores
    school.say("m1", "jonas 3.1 v")
    assert school.scores == before + 1
    school.say("a1", "/undo")
    assert "SOFT: 3, 12" in school.text("s1", "/report")


def test_undo_takes_it_out_while_nothing_was_said_of_it(own_school: School):
    read_in(own_school)
    before = own_school.text("s1", "/report")
    for line in ("/sector", "several frameworks", "Electrician", "SOFT", "take it in"):
        own_school.text("a1", line)
    assert "12 Asks" in own_school.text("s1", "/report")
    own_school.say("a1", "/undo")
    assert own_school.text("s1", "/report") == before


def test_nobody_else_does_so(own_school: School):
    read_in(own_school)
    speak_for(own_school)
    for who in ("s1", "m1", "t1", "c1", "x1"):
        for code in ("Xg", "Xh:1", "Xj:1:2", "Xk:1:2"):
            (shown,) = own_school.tap_code(who, code)
            assert shown.text.startswith("That is for who runs Kompaan"), (who, code)
    for code in ("Xh:9", "Xj:1:9", "Xk:9:2", "Xk:1:1"):
        (shown,) = own_school.tap_code("a1", code)
        assert "not there any more" in shown.text, code
