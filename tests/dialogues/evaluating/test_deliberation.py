"""The result at the workplace in the chat: its rule, its arithmetic, and how far below it is."""

from datetime import timedelta

from bot.domain.periods.period import Dates
from bot.domain.planning.training_plans import Where
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.planning.planned import plan
from tests.dialogues.school import MORNING, School, buttons_of

__all__ = ["dutch_school", "own_school"]

PHOTO = MORNING + timedelta(days=10)
NOMINATED, CANNOT = "nominated for deliberation", "cannot be qualified"


def founded(school: School, *, last: bool = True) -> School:
    """A period is open, whose photo is the last."""
    with school.engine.begin() as connection:
        dates = Dates(MORNING - timedelta(days=30), PHOTO)
        add_period(StoredUnitOfWork(connection), 1, 1, "One", dates, last=last)
    return school


def photographed(school: School) -> School:
    school.at = PHOTO
    tick(school)
    school.later(hours=1)
    return school


def state(school: School, kind: str, *typed: str) -> str:
    """Let the coach state the rule; gives what was answered last."""
    school.say("c1", "/deliberation jonas")
    school.tap("c1", "the rule")
    school.tap("c1", kind)
    return [school.text("c1", words) for words in typed][-1]


def test_at_and_around_ten_points_below(school: School):
    photographed(founded(school))
    assert "To reach: 50 %. Stated by Lien Martens" in state(school, "people enter it", "50")
    for entered, below, leads_to in (
        ("50/100", "reached", []),
        ("41 op 100", "9 percentage points below", [NOMINATED]),
        ("40,01 %", "9.99 percentage points below", [NOMINATED]),
        ("32/80", "10 percentage points below", [CANNOT]),
        ("39 %", "11 percentage points below", [CANNOT]),
    ):
        school.say("m1", "/deliberation jonas")
        school.tap("m1", "enter a result for One")
        assert "Noted for One." in school.text("m1", entered)
        seen = school.text("t1", "/deliberation jonas")
        assert "Photo of One, Sat 24 Oct, 10:00. It is the last one." in seen
        assert f"To reach: 50 %, {below}." in seen
        assert [word for word in (NOMINATED, CANNOT) if word in seen] == leads_to
        assert ("of the workplace’s own total, which is ours" in seen) is bool(leads_to)
        for who in ("s1", "m1"):  # the arithmetic, and not what it leads to
            own = school.text(who, "/deliberation jonas")
            assert f"To reach: 50 %, {below}." in own
            assert not any(word in own for word in (NOMINATED, CANNOT))


def test_a_share_line_by_line_in_the_photo_and_as_it_stands(own_school: School):
    school = founded(own_school, last=False)
    plan(school, "s1", "m1", {8: Where.WORKPLACE, 10: Where.BOTH, 11: Where.CAMPUS})
    school.say("m1", "jonas 8 vvvv")
    state(school, "what is acquired of the training plan", "60")
    photographed(school)
    school.say("m1", "jonas 10 all v")
    (now,) = school.say("c1", "/deliberation jonas")
    assert "As it stands now.\n" in now.text
    assert now.text.endswith("\n✅D 8 Marks out routes: counts\n✅D 10 Lays conduits: counts")
    assert (
        "As it stands now.\nResult: 2 of 2 = 100 %\nTo reach: 60 %, reached.\n"
        "One: 50 % · now: 100 %\n\nThe rule: the share of"
    ) in now.text
    then = school.tapped("c1", "One")
    assert "⬜G 10 Lays conduits: does not count yet" in then
    assert "Result: 1 of 2 = 50 %" in then
    assert "To reach: 60 %, 10 percentage points below." in then
    assert "At least 1 competence more has to be acquired at work." in then
    assert "at the last photo this would mean that the student cannot be qualified" in then
    assert "11 Sets boxes" not in then
    school.tap("c1", "‹ the class")
    school.tap("c1", "this is the last photo")
    for who in ("c1", "s1", "m1"):  # after the last photo nothing is still to be acquired
        last = school.text(who, "/deliberation jonas")
        assert "It is the last one." in last
        assert "has to be acquired" not in last


def test_a_class_group_worst_first_and_what_is_missing(own_school: School):
    school = founded(own_school, last=False)
    (unstated,) = school.say("t1", "/deliberation 6E")
    assert "has not stated how the result at the workplace comes about" in unstated.text
    assert "No photo is marked as the last" in unstated.text
    assert "the rule" not in buttons_of([unstated])
    plan(school, "s1", "m1", {8: Where.WORKPLACE, 10: Where.WORKPLACE, 11: Where.WORKPLACE})
    state(school, "what is acquired of the training plan", "200/3 %")
    school.say("m1", "jonas 8 vvvv")
    (shown,) = school.say("c1", "/deliberation 6E")
    assert (
        "Jonas Peeters: 1 of 3 = 33.33… %, 33.33… percentage points below: "
        "could not be qualified like this\n"
        "Noor Aziz: not known: no training plan\n\nThe rule: "
    ) in shown.text
    assert "It is a warning: nothing is decided before the last photo." in shown.text
    assert "Result: 1 of 3" in school.tapped("c1", "Jonas Peeters")
    assert "Noor Aziz: not known" in school.tapped("c1", "‹ the class")


def test_weights_are_asked_for_each_competence(own_school: School):
    school = founded(own_school)
    refused = state(school, "the same, with weights", "60", "8=2")
    assert "Competence 10 “Lays conduits” has no weight" in refused
    assert "no competence 9" in school.text("c1", "9=2, rest=1")
    assert "do not understand these weights" in school.text("c1", "8=two")
    assert "each by its weight" in school.text("c1", "8=2, 10=3, rest=1")
    plan(school, "s1", "m1", {8: Where.WORKPLACE, 10: Where.WORKPLACE})
    school.say("m1", "jonas 8 vvvv")
    seen = school.text("c1", "/deliberation jonas")
    assert seen.endswith("8 Marks out routes: 2 of 2\n⬜G 10 Lays conduits: 0 of 3")
    assert "Result: 2 of 5 = 40 %" in seen
    assert "20 percentage points below" in seen


def test_a_rule_is_stated_by_a_coach_and_put_back(own_school: School):
    school = founded(own_school)
    assert state(school, "what is acquired of the training plan", "half").startswith("The mark")
    assert "Nothing was changed" in school.text("c1", "101")
    assert "To reach: 62.5 %" in school.text("c1", "62,5")
    state(school, "people enter it", "50")
    assert "Undone: the rule of the result at the workplace" in school.tapped("c1", "↩ Undo")
    assert "To reach: 62.5 %" in school.text("c1", "/deliberation jonas")
    school.say("c1", "/undo")
    assert "has not stated" in school.text("c1", "/deliberation jonas")
    for code in ("oc:1", "od:1:share"):
        for who in ("t1", "m1", "s1"):
            assert "The coach states this rule" in school.tap_code(who, code)[0].text


def test_a_coach_enters_in_the_mentors_name_and_all_is_kept(own_school: School):
    school = photographed(founded(own_school))
    state(school, "people enter it", "50")
    school.say("m1", "/deliberation jonas")
    school.tap("m1", "enter a result for One")
    assert "I do not read a part of a total" in school.text("m1", "41")
    school.say("m1", "41/80")
    school.say("c1", "/deliberation jonas")
    school.tap("c1", "enter a result for One")
    school.tap("c1", "Karim Haddad")
    seen = school.text("c1", "30/80")
    assert "30 of 80: Lien Martens, in the name of Karim Haddad, 24 Oct\n" in seen
    assert "before: 41 of 80: Karim Haddad, 24 Oct" in seen
    assert "Result: 30 of 80 = 37.5 %" in seen
    assert "a result at the workplace" in school.tapped("c1", "↩ Undo")
    assert "Result: 41 of 80 = 51.25 %" in school.text("s1", "/deliberation")
    typed = school.text("m1", "/deliberation jonas 12 op 20")  # whoever types is faster
    assert "Noted for One." in typed
    assert "12 of 20: Karim Haddad, 24 Oct\nbefore: 41 of 80" in typed
    assert "cannot be entered there" in school.text("s1", "/deliberation 20/20")


def test_who_may_not_enter_is_told(own_school: School):
    school = photographed(founded(own_school))
    for code in ("oe:1:1", "oe:1:1:0"):  # no rule says that people do
        assert "cannot be entered there" in school.tap_code("m1", code)[0].text
    state(school, "people enter it", "50")
    for who in ("s1", "t1", "m2", "s2"):
        assert "cannot be entered there" in school.tap_code(who, "oe:1:1:0")[0].text
    assert "enter a result" not in " ".join(buttons_of(school.say("t1", "/deliberation jonas")))
    for who in ("s2", "m2"):
        assert "Jonas" not in school.tap_code(who, "oa:1:0")[0].text


def test_the_coach_marks_the_last_photo(own_school: School):
    school = founded(own_school, last=False)
    school.say("c1", "/periods")
    school.tap("c1", "change One")
    assert school.tapped("c1", "this is the last photo").endswith("· the last photo")
    assert "No photo is marked as the last" not in school.text("c1", "/deliberation 6E")
    assert "which photo is the last · One" in school.text("c1", "/undo")
    assert "the last photo" not in school.text("s1", "/periods")
    photographed(school)
    school.say("c1", "/deliberation 6E")
    school.tap("c1", "One")
    (shown,) = school.tap("c1", "this is the last photo")  # after it was taken as well
    assert "It is the last one." in shown.text
    assert "it is not the last photo" in buttons_of([shown])
    assert "It is the last one." in school.text("t1", "/deliberation jonas")
    assert "It is the last one." not in school.tap_code("t1", "of:1:1:0")[0].text
    assert "It is the last one." in school.text("t1", "/deliberation jonas")
    assert "keeps the periods" in school.tap_code("t1", "pl:1:0")[0].text


def test_of_the_usual_three_the_third_is_the_last(own_school: School):
    own_school.say("c1", "/periods")
    shown = own_school.tapped("c1", "add the usual three")
    assert [line.endswith("the last photo") for line in shown.split("\n") if "Period" in line][
        :3
    ] == [False, False, True]


def test_it_is_said_in_dutch(dutch_school: School):
    school = photographed(founded(dutch_school))
    school.say("c1", "/deliberatie jonas")
    school.tap("c1", "de regel")
    school.tap("c1", "mensen geven het in")
    assert "Te halen: 62,5 %" in school.text("c1", "62,5")
    school.say("m1", "/deliberatie jonas")
    school.tap("m1", "geef een resultaat in voor One")
    school.say("m1", "5 op 9")
    seen = school.text("t1", "/deliberatie jonas")
    assert "Resultaat: 5 op 9 = 55,55… % (precies 500/9)" in seen
    assert "6,94… procentpunten (precies 125/18) te kort" in seen
    assert "Onvoldoende op de werkplek: voorgedragen voor deliberatie." in seen
