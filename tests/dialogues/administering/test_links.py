"""A link that an administrator makes for somebody is told to coaches and other administrators."""

from tests.dialogues.administering.hired import hire
from tests.dialogues.clock import hear, told
from tests.dialogues.school import School

LINK = "Marie Claes made links to come in, for {names}."


def test_a_link_for_a_student_is_told_to_the_coach(school: School):
    hire(school)
    school.page_address = "https://kompaan.school.example/k"
    school.say("a1", "/admin jonas")
    school.tap("a1", "make a link")
    hear(school)
    heard = "\n".join(told(school, "c1", "notice"))
    assert LINK.format(names="Jonas Peeters") in heard
    assert "Whoever opens such a link talks as that person." in heard
    for who in ("a1", "m1", "t1", "s2"):
        assert told(school, who, "notice") == []


def test_one_for_the_coach_is_told_to_another_administrator(own_school: School):
    hire(own_school)
    hire(own_school, "m2", "An Claes")
    own_school.page_address = "https://kompaan.school.example/k"
    own_school.say("a1", "/admin lien")
    own_school.tap("a1", "make a link")
    hear(own_school)
    assert LINK.format(names="Lien Martens") in told(own_school, "m2", "notice")[-1]
    assert told(own_school, "c1", "notice") == []
