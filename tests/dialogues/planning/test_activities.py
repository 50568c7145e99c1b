"""A mentor taps what the workplace can offer; a coach says it in the mentor’s name."""

from tests.dialogues.conftest import own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["own_school"]


def test_a_mentor_says_it_in_a_few_taps(school: School):
    (asked,) = school.say("m1", "/activities")
    assert asked.text == "Elektro bv: which contexts come up here?"
    assert buttons_of([asked]) == ["☐ 1 Rough work", "on to single competences ›"]
    (asked,) = school.tap("m1", "☐ 1 Rough work")
    assert "☑ 1 Rough work" in buttons_of([asked])
    (asked,) = school.tap("m1", "on to single competences ›")
    assert buttons_of([asked]) == [
        "☑ 8 Marks out routes",
        "☑ 10 Lays conduits",
        "☐ 11 Sets boxes",
        "recognised until ›",
    ]
    school.tap("m1", "☑ 10 Lays conduits")
    assert "☐ 10 Lays conduits" in buttons_of(school.tap("m1", "☐ 11 Sets boxes"))
    (asked,) = school.tap("m1", "recognised until ›")
    assert "until when is it recognised?" in asked.text
    shown = school.tapped("m1", "31 August 2031")
    assert shown.splitlines()[:-1] == [
        "Elektro bv · Electrician",
        "Contexts: Rough work",
        "Single competences: 11 “Sets boxes”",
        "Not here all the same: 10 “Lays conduits”",
        "In all: 2 of 3 competences; recognised until 31 August 2031",
    ]
    assert "Last changed by mentor Karim Haddad, on " in shown


def test_in_words_and_undone(school: School):
    assert "In all: 2 of 3 competences" in school.text("m1", "/activities 8, 11")
    assert "1 of 3 competences" in school.text("m1", "/activities 11 not")
    assert "Contexts: Rough work" in school.text("m1", "/activities context 1")
    assert "recognised until 1 September 2030" in school.text("m1", "/activiteiten tot 1/9/2030")
    assert "what you said of a recognition · Elektro bv" in school.text("m1", "/undo")
    assert "is not known" in school.text("m1", "/activities elektro context 1 yes")
    school.say("m1", "/undo")  # the context
    assert "Contexts" not in school.text("m1", "/activities 8")


def test_what_is_not_understood_changes_nothing(own_school: School):
    school = own_school
    assert "I do not understand '8 perhaps' here" in school.text("m1", "/activities 8 perhaps")
    assert "Electrician has no number 99" in school.text("m1", "/activities 8 99")
    assert "which contexts come up" in school.text("m1", "/activities")
    school.tap("m1", "on to single competences ›")
    school.tap("m1", "recognised until ›")
    assert "recognised until 31 August 2029" in school.text("m1", "31/08/2029")


def test_the_coach_does_it_in_the_mentors_name_which_the_list_says(own_school: School):
    school = own_school
    listed = school.text("c1", "/activities")
    assert listed.splitlines() == [
        "What the workplaces can offer:",
        "Elektro bv: no list yet",
        "Volta nv: no list yet",
    ]
    assert "You say this in the mentor’s name; the list tells so." in school.tapped(
        "c1", "Elektro bv"
    )
    school.tap("c1", "☐ 1 Rough work")
    assert (
        "Last changed by coach Lien Martens in the mentor’s name, on 14 Oct."
        in school.text("m1", "/activities").splitlines()
    )
    school.say("m1", "/activities 11")
    assert "Last changed by mentor Karim Haddad" in school.text("c1", "/activities elektro")


def test_a_recognition_that_nears_its_end_stands_in_the_coachs_list(own_school: School):
    school = own_school
    school.say("c1", "/activities elektro 31/12/2026")
    school.say("c1", "/activities volta 31/12/2027")
    assert school.text("c1", "/activities").splitlines()[1:] == [
        "Elektro bv: no list yet; ⚠ its recognition ends soon, on 31 December 2026",
        "Volta nv: no list yet; recognised until 31 December 2027",
    ]
    school.later(days=90)
    assert "⚠ its recognition ended on 31 December 2026" in school.text("c1", "/activities")


def test_who_may_not_say_it_sees_it_or_nothing(own_school: School):
    school = own_school
    (asked,) = school.say("m1", "/activities")
    code = asked.buttons[0][0]["code"]
    assert "You are around no workplace" in school.text("s1", "/activities")
    for who in ("s1", "m2", "t1"):
        assert "not yours to describe" in school.tap_code(who, code)[0].text
    assert "Nobody has said yet what can be done here." in school.text("t1", "/activities elektro")
    school.tap_code("m1", code)
    assert not school.say("t1", "/activities elektro")[0].buttons
    assert "Contexts: Rough work" in school.text("t1", "/activities elektro")
