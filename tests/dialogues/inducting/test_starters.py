"""The five steps of a teacher new to dual learning, planned by the teachers' coach."""

from icalendar import Calendar

from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.clock import tick
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import newest_file
from tests.dialogues.inducting.named import begin_teaching, name_coach
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def today(school: School, who: str) -> str:
    """The button for today."""
    return next(own for own in school.buttons(who) if own.startswith("today"))


@both_ways
def test_from_a_name_to_a_session_that_has_been(school: School):
    name_coach(school)
    assert "No teacher is marked" in school.text("d1", "/starters")
    school.tap("d1", "add a teacher")
    shown = school.text("d1", "els")
    assert shown.startswith("Els Wouters is marked as new to dual learning.")
    assert "• welcome session: due by " in shown
    school.tap("d1", "welcome session")
    proposed = school.tapped("d1", "plan it")
    assert proposed.startswith("welcome session: Els Wouters\nProposed: ")
    school.tap("d1", "an hour later")
    planned = school.tapped("d1", "choose this moment")
    assert "Planned: " in planned
    assert "I tell Els Wouters." in planned
    (event,) = Calendar.from_ical(newest_file(school, "d1")).walk("VEVENT")
    assert str(event["SUMMARY"]) == "welcome session: Els Wouters"
    assert "• welcome session: planned: " in school.text("t1", "/starters")
    school.say("d1", "/starters els")
    school.tap("d1", "first session")
    school.tap("d1", "it has been")
    asked = school.tapped("d1", today(school, "d1"))
    assert "You and Els Wouters read it, and nobody else." in asked
    assert "You wrote: “Group work”" in school.text("d1", "Group work")
    school.say("t1", "/starters")
    assert "Hilde Maes wrote: “Group work”" in school.tapped("t1", "first session")


def test_one_instruction_for_several_teachers_in_one_go(school: School):
    name_coach(school)
    begin_teaching(school, "t1", "Els Wouters")
    begin_teaching(school, "t9", "Bart Nys")
    listed = school.text("d1", "/starters")
    assert listed.startswith("2 teachers are new to dual learning.")
    proposed = school.tapped("d1", "plan the instruction together")
    assert proposed.startswith("instruction together: Bart Nys and Els Wouters\nProposed: ")
    assert "I tell Bart Nys and Els Wouters." in school.tapped("d1", "choose this moment")
    for who in ("t1", "t9"):
        assert "• instruction together: planned: " in school.text(who, "/starters")
    assert school.tapped("d1", "without Bart Nys").startswith("Without Bart Nys: for them")
    assert "• instruction together: due by " in school.text("t9", "/starters")
    school.later(days=7)
    late = school.text("d1", "/starters els")
    assert "; was it?" in late
    school.say("d1", "/starters")
    school.tap("d1", "the instruction was")
    assert "is noted for Els Wouters." in school.tapped("d1", today(school, "d1"))
    assert "• instruction together: it was on " in school.text("t1", "/starters")
    assert "Without Els Wouters" in school.tapped("d1", "without Els Wouters")
    assert "• instruction together: due by " in school.text("t1", "/starters")


def test_a_teacher_asks_for_a_session_once_and_hears_when_it_is(own_school: School):
    name_coach(own_school)
    begin_teaching(own_school, "t1", "Els Wouters")
    own_school.say("t1", "/starters")
    said = own_school.tapped("t1", "ask for a session")
    assert said == "I tell Hilde Maes that you ask for a session."
    assert "first session: asked for, and not planned yet" in own_school.text("t1", "/starters")
    assert "ask for a session" not in own_school.buttons("t1")
    own_school.later(hours=3)
    (heard,) = tick(own_school)["d1"]
    assert heard.text.startswith("Els Wouters asks for a session: first session.")
    assert "On your desk:" in heard.text
    own_school.tap("d1", "plan it")
    own_school.say("d1", "rather friday 10:00")
    own_school.later(hours=24)
    (planned,) = tick(own_school)["t1"]
    assert "Hilde Maes has planned with you: first session, Fri" in planned.text


def test_who_is_told_hears_what_holds_by_then_and_once(own_school: School):
    name_coach(own_school)
    begin_teaching(own_school, "t1", "Els Wouters")
    own_school.later(hours=10)
    for moment in ("thursday 10:00", "friday 11:00"):
        own_school.say("d1", "/starters els")
        own_school.tap("d1", "welcome session")
        own_school.tap("d1", own_school.buttons("d1")[0])
        assert "Planned: " in own_school.text("d1", moment)
        own_school.later(minutes=5)
    own_school.later(hours=17)
    (heard,) = tick(own_school)["t1"]
    assert "has planned with you: welcome session, Fri" in heard.text
    own_school.say("d1", "/starters els")
    own_school.tap("d1", "welcome session")
    assert "Called off: I tell Els Wouters." in own_school.tapped("d1", "call it off")
    own_school.later(hours=24)
    (last,) = tick(own_school)["t1"]
    assert last.text == "Called off: welcome session."


def test_days_are_of_the_last_two_months_and_all_is_taken_back(own_school: School):
    name_coach(own_school)
    begin_teaching(own_school, "t1", "Els Wouters")
    lines = ("/starters els", "first session", "it has been")
    for line in lines:
        own_school.say("d1", line)
    assert "within two months" in own_school.text("d1", "14/7/2026")
    for line in lines:
        own_school.say("d1", line)
    own_school.say("d1", "2/10/2026")
    long = own_school.text("d1", "x" * 1501)
    assert long == "Nothing was stored: 1500 letters at most, and this has 1501. Say it shorter."
    assert "it was on 2 Oct" in own_school.tapped("d1", "skip")
    taken = own_school.tapped("d1", "it was not")
    assert taken.startswith("Taken back: it is still to come.")
    assert "due by " in taken
    own_school.say("d1", "/starters els")
    own_school.tap("d1", "first day …")
    assert "I need a date" in own_school.text("d1", "soon")
    assert "First day of teaching: 1 Oct" in own_school.text("d1", "1/10/2026")
    assert "⚠ Els Wouters: welcome session: was due by 1 Oct" in own_school.text("d1", "/starters")
    own_school.tap("d1", "Els Wouters")
    assert "not new to dual learning any more" in own_school.tapped("d1", "not new any more")
    assert "with who" not in own_school.text("t1", "/starters")
    own_school.tap("d1", "↩ Undo")
    assert "Your first steps" in own_school.text("t1", "/starters")


def test_words_are_between_the_two_alone(own_school: School):
    name_coach(own_school)
    name_coach(own_school, "d2", "Jan Peel")
    begin_teaching(own_school, "t1", "Els Wouters")
    for line in ("/starters els", "first session", "it has been", "today", "Secret of the coach"):
        said = own_school.text("d1", line)
    assert "Secret" in said
    for line in ("/starters", "first session", "write of it", "Secret of the teacher"):
        said = own_school.text("t1", line)
    assert "You wrote: “Secret of the teacher”" in said
    assert "Hilde Maes wrote: “Secret of the coach”" in said
    own_school.say("d1", "/starters els")
    assert "“Secret of the teacher”" in own_school.tapped("d1", "first session")
    own_school.say("d2", "/starters els")
    assert "Secret" not in own_school.tapped("d2", "first session")
    assert "not the teachers’ coach" in own_school.tapped("d2", "write of it")
    for who in ("c1", "m1", "s1"):
        assert "This is for teachers new to dual learning" in own_school.text(who, "/starters")
        for code in ("nws:4", "nwt:4:first", "nwp:4:first", "nww:4:first", "nwn:4:first",
                     "nwi:1", "nwo:4:first", "nwe:4", "nwx:4", "nwv:4"):  # fmt: skip
            (shown,) = own_school.tap_code(who, code)
            assert shown.text == (
                "That teacher is not new here, or you are not the teachers’ coach."
            ), code
        for code in ("nwb", "nwa:4", "nwl:0"):
            (shown,) = own_school.tap_code(who, code)
            assert shown.text.startswith("This is for teachers new"), code


def test_who_is_nothing_else_is_greeted_and_helped_by_it(school: School):
    name_coach(school)
    hello = school.text("d1", "/start")
    assert "You coach the teachers who are new" in hello
    assert "No student is linked" not in hello
    assert school.buttons("d1") == ["teachers who are new", "my desk"]
    helped = school.text("d1", "/help")
    assert "starters – teachers new to dual learning" in helped.splitlines()[0]
    assert "report" not in helped
    assert "No teacher is marked" in school.text("d1", "/starters")
    begin_teaching(school, "t1", "Els Wouters")
    helped = school.text("t1", "/help")
    assert "starters – " in helped.splitlines()[0]
    assert "score" in helped


def test_students_and_mentors_are_no_teachers(own_school: School):
    name_coach(own_school)
    for who in ("jonas", "karim"):
        own_school.say("d1", "/starters")
        own_school.tap("d1", "add a teacher")
        assert "and no teacher: nothing was stored" in own_school.text("d1", who)
    assert "No teacher is marked" in own_school.text("d1", "/starters")


def test_an_administrator_names_who_coaches_and_marks_who_is_new(school: School):
    hire(school)
    school.say("a1", "/admin")
    assert "Nobody is named yet" in school.tapped("a1", "coach of the teachers")
    school.say("a1", "/admin els")
    asked = school.tapped("a1", "make teachers’ coach")
    assert "Els Wouters sees their steps" in asked.replace("Els sees", "Els Wouters sees")
    assert "Els Wouters coaches the teachers from now on." in school.tapped("a1", "yes")
    assert acts(school)[-1] == "teachers_coach_made"
    begin_teaching(school, "t9", "Bart Nys")
    assert "new to dual learning" in school.text("a1", "/admin bart")
    assert "not new to dual learning any more" in school.tapped("a1", "not new any more")
    marked = school.tapped("a1", "new to dual learning")
    assert marked.startswith("Bart Nys is marked as new to dual learning.")
    assert "Bart Nys" in school.text("t1", "/starters")
    school.say("a1", "/admin els")
    school.tap("a1", "teachers’ coach no more")
    assert "Els Wouters coaches the teachers no more." in school.tapped("a1", "yes")
    assert acts(school)[-1] == "teachers_coach_ended"
    assert "This is for teachers new" in school.text("t1", "/starters")
    school.say("a1", "/admin jonas")
    assert "make teachers’ coach" not in school.buttons("a1")
    for code in ("bta", "btc:4:make:yes", "btn:4:make"):
        (shown,) = school.tap_code("t1", code)
        assert shown.text.startswith("That is for who runs Kompaan"), code


def test_in_dutch_a_teacher_asks_and_types_what_stands_on_the_buttons(dutch_school: School):
    name_coach(dutch_school)
    begin_teaching(dutch_school, "t1", "Els Wouters")
    assert "• onthaalsessie: te doen tegen " in dutch_school.text("t1", "/starters")
    asked = dutch_school.text("t1", "een sessie vragen")
    assert asked == "Ik laat Hilde Maes weten dat je een sessie vraagt."
    assert "1 leerkracht is nieuw in duaal leren." in dutch_school.text("d1", "/nieuwkomers")
    lines = ("/starters els", "eerste sessie", "plannen", "liever donderdag 10:00")
    for line in lines:
        said = dutch_school.text("d1", line)
    assert "Gepland: " in said
    assert "Ik laat het Els Wouters weten." in said


def test_what_is_planned_moves_and_its_file_moves_with_it(own_school: School):
    name_coach(own_school)
    begin_teaching(own_school, "t1", "Els Wouters")
    uids = set()
    for moment in ("thursday 10:00", "18/12/2026 16:00"):
        own_school.say("d1", "/starters els")
        own_school.tap("d1", "second session")
        own_school.tap("d1", own_school.buttons("d1")[0])
        own_school.say("d1", moment)
        (event,) = Calendar.from_ical(newest_file(own_school, "d1")).walk("VEVENT")
        uids.add(str(event["UID"]))
    assert len(uids) == 1
    own_school.say("d1", "/starters els")
    own_school.tap("d1", "second session")
    own_school.tap("d1", "another moment …")
    own_school.tap("d1", "another moment …")
    assert "I need a day and a time to come" in own_school.text("d1", "soon")
    assert "within a year" in own_school.text("d1", "18/12/2029 16:00")
    assert "Planned: " in own_school.text("d1", "17/12/2026 16:00")


def test_steps_stand_on_the_desk_of_who_coaches_teachers(own_school: School):
    assert "The desk is for coaches" in own_school.text("t1", "/desk")
    name_coach(own_school)
    begin_teaching(own_school, "t1", "Els Wouters")
    own_school.later(days=16)
    shown = own_school.text("d1", "/desk")
    assert "Els Wouters" in shown
    assert "welcome session" in shown
    label = next(own for own in own_school.buttons("d1") if "Els" in own)
    assert own_school.tapped("d1", label).startswith("Els Wouters: welcome session\nwas due by ")


def test_two_steps_planned_on_a_day_are_one_message_and_what_is_soon_is_said_so(
    own_school: School,
):
    name_coach(own_school)
    begin_teaching(own_school, "t1", "Els Wouters")
    for step, moment in (("welcome session", "thursday 10:00"), ("first session", "friday 11:00")):
        own_school.say("d1", "/starters els")
        own_school.tap("d1", step)
        own_school.tap("d1", "plan it")
        assert "say it yourself as well" not in own_school.text("d1", moment)
    own_school.later(hours=3)
    (heard,) = tick(own_school)["t1"]
    assert heard.text.count("has planned with you") == 2
    assert "welcome session, Thu" in heard.text
    assert "first session, Fri" in heard.text
    own_school.say("d1", "/starters els")
    own_school.later(hours=1)
    own_school.tap("d1", "second session")
    own_school.tap("d1", "plan it")
    assert "It is soon" in own_school.text("d1", "tomorrow 9:00")
    assert "t1" not in tick(own_school)
