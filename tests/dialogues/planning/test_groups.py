"""Groups on campus: the sources' example, changed by their teacher, and what came of them."""

from datetime import UTC, datetime
from string import ascii_lowercase

from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.planning.campus_school import after_lesson, found_class, found_example
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


def groups_in(text: str) -> list[str]:
    """The lines of a session that name a group: 'Grounds: Ada, Bas'."""
    return [
        line.partition(" · ")[0]
        for line in text.splitlines()
        if line[:1].isdigit() and ": " in line
    ]


def test_the_example_of_the_sources(school: School):
    found_example(school)
    school.say("t1", "/lessons 6A mon 9:00, tue 9:00, wed 9:00, thu 9:00, fri 9:00")
    school.say("t1", "/groups 6A 1 takes 2")
    school.say("t1", "/groups 6A 6 takes 3")
    expected = [
        ["2 Grounds: Ada, Bas, Cem, Dia"],
        ["1 Cuts slots: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
        ["1 Cuts slots: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
        ["3 Lays pipes: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
    ]
    shown = ""
    for groups in expected:
        shown = school.text("t1", "/groups 6A")
        assert groups_in(shown.partition("After that")[0]) == groups
        assert "Confirmed." in school.tapped("t1", "✓ confirm")
        after_lesson(school)
        assert "was given as planned" in school.text("t1", "/groups 6A given")
    assert "session 3 of 3" in shown
    assert "Bas and Dia: both lack it, which nobody trains at work" in shown
    assert "nobody lacks anything" in school.text("t1", "/groups 6A")


def test_a_proposal_that_nobody_answered_is_not_made_again(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)  # a Monday
    found_example(school)
    school.say("t1", "/lessons 6A thu 9:00")
    (told,) = tick_through(school, 60)["t1"]
    assert "Groups that I propose for 15 Oct:" in told.text
    assert "t1" not in tick_through(school, 7 * 24)  # nothing new, and the same groups
    school.say("m1", "ada 2.1 n/a")
    (told,) = tick_through(school, 7 * 24)["t1"]
    assert "Groups: still those that I proposed for 22 Oct." in told.text
    assert buttons_of([told])[0] == "✓ confirm the groups of 6A"


def test_from_the_message_before_the_lesson_to_a_confirmed_plan_and_the_question_after_it(
    own_school: School,
):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)  # a Monday
    found_example(school)
    school.say("t1", "/lessons 6A thu 9:00")
    school.say("t1", "/scenarios CAMPUS-1 2, 2.1: Earthing a house; https://school.example/2")
    (told,) = tick_through(school, 60)["t1"]
    assert (
        "Groups that I propose for 15 Oct:\n"
        "2 Grounds: everybody · “Earthing a house” (https://school.example/2) · "
        "nobody's workplace trains it: first, with everybody"
    ) in told.text
    (confirmed,) = school.tap("t1", "✓ confirm the groups of 6A")  # one tap of the two
    assert "6A · Thu 15 Oct, 09:00 · confirmed" in confirmed.text
    (file,) = confirmed.files
    assert file["kind"] == "text/calendar"
    assert "“Earthing a house” (https://school.example/2)" in file["described"]["description"]
    school.at = datetime(2026, 10, 15, 9, tzinfo=UTC)
    (asked,) = tick_through(school, 8)["t1"]
    assert asked.text.splitlines() == [
        "Lesson with 6A on Thu 15 Oct, 09:00: was it given as planned?",
        "2 Grounds: everybody",
    ]
    assert buttons_of([asked]) == ["yes, as planned", "not quite …", "it was not given"]
    assert "given as planned" in school.text("t1", "yes, as planned")
    assert "Undone: the groups of a lesson" in school.text("t1", "/undo")
    shown = school.tapped("t1", "not quite …")
    assert "Tap who was away" in shown
    ticked = school.tap("t1", "☐ Dia away")  # a box in words: no platform draws it as a card
    assert "Away: Dia" in ticked[0].text
    assert "☑ Dia away" in buttons_of(ticked)
    before = school.scores
    noted = school.tapped("t1", "done")
    assert "Noted: the lesson with 6A on Thu 15 Oct, 09:00 was given.\nAway: Dia" in noted
    assert "Then I note so for 3 students: 1 indicator at most." in noted
    assert school.scores == before  # only where the teacher says so
    assert "Noted as come up on campus for 3 students." in school.tapped(
        "t1", "yes, note that it came up"
    )
    assert school.scores == before + 3
    next_one = school.text("t1", "/groups 6A")
    assert "2 Grounds: Bas, Dia" in next_one  # who was away is planned again
    assert "Dia lacks it, which work does not train; Bas joins, to practise it further" in next_one
    assert tick(school) == {}


def test_a_changed_plan_is_confirmed_in_five_taps_and_everything_is_taken_back(school: School):
    found_example(school)
    school.say("t1", "/lessons 6A mon 9:00, tue 9:00, wed 9:00, thu 9:00, fri 9:00")
    school.say("t1", "/scenarios CAMPUS-1 3: Pipes; room 4")
    first = school.text("t1", "/plan 6A")
    assert "Grounds" in first
    taps = [
        "groups of the next lesson",
        "move a student",
        "Dia",
        "a scenario of the own choice",
        "✓ confirm",
    ]
    for label in taps:
        last = school.tapped("t1", label)
    assert "confirmed" in last
    assert "2 Grounds: Ada, Bas, Cem" in last
    assert "a scenario of the own choice: Dia" in last
    school.say("t1", "/undo")
    assert "· proposed" in school.text("t1", "/groups 6A")
    school.say("t1", "/undo")
    assert "2 Grounds: Ada, Bas, Cem, Dia" in school.text("t1", "/groups 6A")
    swapped = school.text("t1", "/groups 6A 2 to 3")
    assert "3 Lays pipes: Ada, Bas, Cem, Dia · “Pipes” (room 4)" in swapped
    assert "locked" in school.text("t1", "/groups 6A lock")
    school.say("t1", "/groups 6A again")
    assert "3 Lays pipes: Ada, Bas, Cem, Dia" in school.text("t1", "/groups 6A")  # it is locked
    school.say("t1", "/groups 6A unlock")
    assert "2 Grounds: Ada, Bas, Cem, Dia" in school.text("t1", "/groups 6A again")
    skipped = school.text("t1", "/groups 6A skip")
    assert "What was planned moves on." in skipped
    assert "2 Grounds: Ada, Bas, Cem, Dia" in skipped
    assert "What was planned" not in school.tapped("t1", "hold it after all")
    unread = school.text("t1", "/groups 6A hop 99")
    assert "I do not understand 'hop 99'." in unread
    assert "groups 6A confirm" in unread
    nobody = school.text("t1", "/groups 6A ada to 5")
    assert "No group works on 5 Sets boxes in that lesson." in nobody


def test_what_is_stored_of_groups_has_a_button_that_takes_it_back(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)
    found_example(school)
    school.say("t1", "/lessons 6A thu 9:00")
    school.say("t1", "/groups 6A")
    assert "↩ Undo" not in school.buttons("t1")
    for done in ("lock", "unlock", "✓ confirm"):
        shown = school.tap("t1", done)
        assert buttons_of(shown)[0] == "↩ Undo", done
    assert "Undone: the groups of a lesson" in school.tapped("t1", "↩ Undo")
    assert "· proposed" in school.text("t1", "/groups 6A")
    for line in ("dia own", "2 to 3", "confirm", "again"):
        assert buttons_of(school.say("t1", f"/groups 6A {line}"))[0] == "↩ Undo", line
    school.tap("t1", "↩ Undo")
    assert "3 Lays pipes: Ada, Bas, Cem" in school.text("t1", "/groups 6A")
    school.at = datetime(2026, 10, 15, 9, tzinfo=UTC)
    for answer in ("given", "not given", "away dia"):
        assert buttons_of(school.say("t1", f"/groups 6A {answer}"))[0] == "↩ Undo", answer
        school.tap("t1", "↩ Undo")


def test_a_large_class_group_is_moved_and_answered_for_in_pages(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)
    names = [f"Stu{first}{second}" for first in "abcde" for second in ascii_lowercase][:103]
    found_class(school, names)
    school.say("t1", "/lessons 6A thu 9:00")
    school.say("t1", "/groups 6A")
    asked = buttons_of(school.tap("t1", "move a student"))
    assert (asked[0], asked[39:]) == (names[0], [names[39], "more ›", "‹ the groups"])
    school.tap("t1", "more ›")
    last = buttons_of(school.tap("t1", "more ›"))
    assert last[:-2] == names[80:]
    assert last[-2:] == ["‹ back", "‹ the groups"]
    school.tap("t1", names[-1])
    moved = school.tapped("t1", "a scenario of the own choice")
    assert f"a scenario of the own choice: {names[-1]}" in moved
    school.tap("t1", "✓ confirm")
    school.at = datetime(2026, 10, 15, 9, tzinfo=UTC)
    asked = buttons_of(school.say("t1", f"/groups 6A away {names[-1]}"))
    assert len(asked) < 60
    school.tap("t1", "more ›")
    assert f"☑ {names[50]} away" in buttons_of(
        school.tap("t1", f"☐ {names[50]} away")
    )  # the page stays


def test_groups_are_set_once_with_the_teacher(own_school: School):
    school = own_school
    found_example(school)
    school.say("t1", "/lessons 6A thu 9:00")
    school.say("t1", "/groups 6A")
    made = school.tap("t1", "how groups are made")
    assert "At most 2 groups at a time." in made[0].text
    assert "● 2 groups" in buttons_of(made)  # said in words: no platform draws it as a card
    assert "At most 1 group at a time." in school.tapped("t1", "1 group")
    assert "Students in a group: at most 3" in school.tapped("t1", "3 in a group")
    assert "Students in a class group: at most 3" in school.text("t1", "/groups 6A class 3")
    assert "6 Mounts low voltage: 3 sessions" in school.text("t1", "/groups 6A 6 takes 3")
    shown = school.text("t1", "/groups 6A")
    assert "2 Grounds: Ada, Bas, Cem, Dia" in shown  # with everybody is not limited
    assert "6A has 4 students, more than the 3 that were agreed." in shown
    after = shown.partition("After that:")[2]
    assert "; " not in after.replace("; a scenario of the own choice", "")  # one group at a time
    for _time in range(3):
        school.say("t1", "/undo")
    assert "At most 1 group at a time." in school.text("t1", "/groups 6A settings")


def test_where_mentor_and_teacher_differ_the_student_stays_and_the_teacher_is_told(
    own_school: School,
):
    school = own_school
    found_example(school)
    school.say("t1", "/lessons 6A thu 9:00")
    school.say("t1", "cem 6 all x")
    shown = school.text("t1", "/groups 6A")
    assert "Cem · 6 Mounts low voltage: mentor and teacher differ" in shown
    assert "6 Mounts low voltage: Bas, Cem, Dia" in shown.partition("After that:")[2]


def test_boxes_are_for_who_has_not_placed_them_for_days(school: School):
    found_class(school, ("Jona", "Nico"))
    school.say("t1", "/lessons 6A mon 9:00, tue 9:00, wed 9:00, thu 9:00, fri 9:00")
    for student in ("jona", "nico"):
        for number in (1, 2, 3, 4, 6):
            school.say("m1", f"{student} {number} all vr")
    school.say("m1", "jona 5 all vr")  # the first has placed boxes for days
    shown = school.text("t1", "/groups 6A")
    assert groups_in(shown) == ["5 Sets boxes: Nico"]
    assert "Nico lacks it, which work does not train" in shown
    assert "a scenario of the own choice: Jona" in shown
    school.later(days=21)
    school.say("m1", "nico 5 all vr")  # and some weeks later the second as well
    assert "nobody lacks anything for the campus now" in school.text("t1", "/groups 6A")


def test_what_came_up_at_work_of_some_is_said_of_these_only(own_school: School):
    school = own_school
    found_class(school, ("Jona", "Nico"))
    school.say("t1", "/lessons 6A thu 9:00")
    for student in ("jona", "nico"):
        for number in (1, 2, 3, 4, 6):
            school.say("m1", f"{student} {number} all vr")
    school.say("m1", "jona 5 all xr")
    shown = school.text("t1", "/groups 6A")
    assert "Jona and Nico: both lack it; it came up at work for Jona only" in shown


def test_a_student_sees_the_own_group_and_nothing_of_what_others_lack(own_school: School):
    school = own_school
    school.say("t1", "/lessons 6E thu 9:00")
    school.say("m1", "jonas 8: all vr")
    school.say("m1", "noor 11: all vr")
    assert "No groups of your next lesson are confirmed yet." in school.text("s1", "/groups")
    school.say("t1", "/groups 6E confirm")
    shown = school.text("t1", "/groups 6E")
    own = school.text("s1", "/groups")
    assert "6E · Thu 15 Oct, 09:00\nYou work on: 10 Lays conduits\nWith: Noor" in own
    assert "lack" not in own
    assert "10 Lays conduits: Jonas, Noor" in shown
    assert "No groups" in school.text("s3", "/groups")
    assert "no class group of yours" in school.text("m1", "/groups")


def test_only_its_teacher_changes_a_plan(own_school: School):
    school = own_school
    found_example(school)
    school.say("t1", "/lessons 6A thu 9:00")
    (shown,) = school.say("t1", "/groups 6A")
    codes = [button["code"] for row in shown.buttons for button in row]
    school.tap_code("t1", codes[0])
    before = school.text("t1", "/groups 6A")
    assert "2 Grounds: Ada, Bas, Cem, Dia" in school.text("c1", "/groups 6A")  # looks on
    for who in ("c1", "m1", "s1"):
        for code in [*codes, "zp:1:yes", "zq:1:4:away", "zr:1:0:0", "zs:1"]:
            school.tap_code(who, code)
    assert school.text("t1", "/groups 6A") == before
    for who in ("m1", "s1"):
        for code in codes:
            assert "Ada" not in "".join(said.text for said in school.tap_code(who, code))


def test_in_dutch(dutch_school: School):
    school = dutch_school
    found_example(school)
    school.say("t1", "/lessen 6A do 9:00")
    shown = school.text("t1", "/groepjes 6A")
    assert "2 Grounds: Ada, Bas, Cem, Dia · nog geen scenario" in shown
    assert "geen enkele werkplek traint het: eerst, met iedereen" in shown
    assert "Bevestigd." in school.text("t1", "/groepjes 6A bevestig")
    assert "een scenario naar eigen keuze: Dia" in school.text("t1", "/groepjes 6A dia eigen")
    assert "Hoogstens 3 groepjes tegelijk." in school.text("t1", "/groepjes 6A groepjes 3")
    assert "6 Mounts low voltage: 2 lessen" in school.text("t1", "/groepjes 6A 6 vraagt 2")
    assert "Ongedaan" in school.text("t1", "/ongedaan")


def test_a_group_says_from_when_on_work_trains_what_it_lacks(own_school: School):
    school = own_school
    school.say("t1", "/lessons 6E thu 9:00")
    for line in ("noor 8 all vr", "noor 10 all vr", "jonas 10 all vr", "noor 11 all vr"):
        school.say("m1", line)
    school.say("m1", "jonas 11 all vr")
    assert "Jonas lacks it, which work does not train" in school.text("t1", "/groups 6E")
    school.say("m1", "/contexts jonas 1 from 2/11 until 30/11")
    shown = school.text("t1", "/groups 6E")
    assert "Jonas lacks it, which work does not train before 2 November 2026" in shown


def test_a_class_of_thirty_by_twenty_three_stays_within_the_budget_of_an_update(
    own_school: School,
):
    school = own_school
    found_class(
        school,
        [f"Alex{number}" for number in range(1, 31)],
        [f"Does {number}" for number in range(1, 24)],
    )
    school.say("t1", "/lessons 6A thu 9:00")
    for number in range(1, 31):
        school.say("m1", f"alex{number} {number % 23 + 1} all vr")
    with school.statements() as asked:
        shown = school.text("t1", "/groups 6A")
    assert len(asked) < 80  # of the 1,000 that commits of several updates may ask
    assert len(groups_in(shown.partition("After that")[0])) == 2
    assert "Confirmed." in school.text("t1", "/groups 6A confirm")
