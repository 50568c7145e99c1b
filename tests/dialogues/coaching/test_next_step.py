"""The next step, for student and mentor alike: what is near, why, and nothing of the others."""

from tests.dialogues.coaching.test_tips import OURS
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


def test_a_student_sees_what_is_near_with_the_reasons(school: School):
    school.say("s1", "8: 1-2v 3l 4x")
    school.say("s1", "10: 1-9v 10-11l 12-13x")
    (told,) = school.say("s1", "/next")
    assert told.text == (
        "Your next step, by your own view\n"
        "10.10 lays 10\n"
        "   → shown with support so far · 2 more like this, and competence 10 is "
        "✅ acquired, autonomously\n"
        "10.11 lays 11\n"
        "   → shown with support so far · 2 more like this, and competence 10 is "
        "✅ acquired, autonomously\n"
        "8.3 marks 3\n"
        "   → shown with support so far\n"
        "8.4 marks 4\n"
        "   → 1 more like this, and competence 8 is 🟩 acquired, with support"
    )
    assert "marks 3" not in school.text("s1", "/next 10")


def test_the_work_that_comes_up_brings_its_own(school: School):
    school.repertoire = OURS
    school.say("m1", "jonas 8: 1l")
    school.say("m1", "jonas 11: 1-3l")
    assert "11.1 sets 1" in school.text("m1", "/next")
    assert school.tapped("m1", "coming up: 1 Rough work") == (
        "The next step for Jonas, by your own view · Rough work\n"
        "8.1 marks 1\n"
        "   → shown with support so far · comes up in: Rough work\n"
        "8.2 marks 2\n"
        "   → comes up in: Rough work\n"
        "8.3 marks 3\n"
        "   → comes up in: Rough work\n"
        "8.4 marks 4\n"
        "   → comes up in: Rough work"
    )
    assert school.buttons("m1") == ["a tip for competence 8"]
    assert "for what is shown with support" in school.tapped("m1", "a tip for competence 8")


def test_in_dutch(dutch_school: School):
    dutch_school.say("m2", "8: vvlx")
    assert dutch_school.text("m2", "/volgende") == (
        "De volgende stap voor Nicolas, volgens jouw eigen kijk\n"
        "8.3 marks 3\n"
        "   → lukt nu met ondersteuning\n"
        "8.4 marks 4\n"
        "   → nog 1 zoals deze, en competentie 8 is 🟩 verworven, met ondersteuning"
    )


def test_nobody_is_told_what_another_scored(own_school: School):
    before = own_school.text("m1", "/next jonas"), own_school.text("s2", "/next")
    own_school.say("s1", "8 vvlx")
    own_school.say("t1", "jonas 8 lllx")
    own_school.say("m1", "noor 8 vvlx")
    assert before == (own_school.text("m1", "/next jonas"), own_school.text("s2", "/next"))
    assert "I see none yet" in before[0]
    assert "I see none yet" in before[1]
    own_school.say("m1", "jonas 8 vvxl")
    assert "8.4" in own_school.text("m1", "/next jonas").splitlines()[1]
    assert "8.3" in own_school.text("s1", "/next").splitlines()[1]


def test_with_nothing_near_a_button_begins_to_score(own_school: School):
    (told,) = own_school.say("s1", "/next")
    assert buttons_of([told]) == ["coming up: 1 Rough work", "score"]
    assert "1. marks 1\n2. marks 2" in own_school.tapped("s1", "score")


def test_who_has_several_students_is_asked_whom(own_school: School):
    assert "Which student is this about?" in own_school.text("m1", "/next")
    assert "for Noor" in own_school.tapped("m1", "Noor Aziz · 6E")
    assert "no competence 9" in own_school.text("m1", "/next noor 9")


def test_it_is_offered_after_scoring_and_below_the_report_to_who_scores(own_school: School):
    own_school.say("m2", "8 vvlx")
    for line in ("/report", "/report 8"):
        own_school.say("m2", line)
        assert own_school.buttons("m2")[-1] == "next step ›"
        assert "8.3 marks 3" in own_school.tapped("m2", "next step ›")
    own_school.say("m2", "8.1")
    own_school.tap("m2", "✓ alone")
    own_school.tap("m2", "done")
    assert "next step ›" in own_school.buttons("m2")
    own_school.say("c1", "/report nicolas")
    assert "next step ›" not in own_school.buttons("c1")
    assert "look on and do not score" in own_school.text("c1", "/next nicolas")
    assert "no student linked" in "".join(
        answer.text for answer in own_school.tap_code("m2", "nx:1:0")
    )
