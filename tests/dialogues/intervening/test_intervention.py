"""Interventions of any actor: noted in few taps, and asked once, four weeks later."""

import csv

from sqlalchemy import delete, update

from bot.storage.tables import involvement, person
from tests.dialogues.clock import hear, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import newest_file
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def note(school: School, who: str, what: str, name: str = "jonas") -> str:
    """Note what somebody did about a student."""
    school.say(who, f"/intervention {name}")
    school.tap(who, "note one")
    return school.text(who, what)


def note_about(school: School, who: str, label: str, what: str) -> str:
    """Note what somebody did about what stands on a button."""
    school.say(who, "/intervention")
    school.tap(who, "note one")
    school.tap(who, label)
    return school.text(who, what)


def pass_days(school: School, days: int) -> None:
    """Let days pass, and everything arrive at noon of the last one."""
    school.later(days=days - 1)
    for _hours in range(8):
        school.later(hours=3)
        hear(school)


@both_ways
def test_about_a_workplace_and_its_follow_up(school: School):
    said = note_about(school, "c1", "Elektro bv", "Asked for a second meter at the bench")
    assert said.startswith("Stored. In four weeks I ask you once whether it helped.\n")
    assert "Intervention about Elektro bv\n“Asked for a second meter at the bench”" in said
    assert "Level: meso: a school or company" in said
    school.tap("c1", "what it was for …")
    assert "What for: “Jonas measures more”" in school.text("c1", "Jonas measures more")
    school.tap("c1", "level, and what it acts on …")
    assert "Acts on: a condition" in school.tapped("c1", "a condition")
    pass_days(school, 26)
    assert not told(school, "c1", "reminder")
    pass_days(school, 3)
    (asked,) = told(school, "c1", "reminder")
    assert asked == (
        "Four weeks ago you did this about Elektro bv:\n"
        "“Asked for a second meter at the bench”\nDid it help?"
    )
    assert "Stored: it helped in part" in school.tapped("c1", "it helped in part")
    school.tap("c1", "what came of it …")
    shown = school.text("c1", "He measures twice a week")
    assert "Four weeks later: it helped in part “He measures twice a week”" in shown
    pass_days(school, 28)
    assert len(told(school, "c1", "reminder")) == 1


def test_any_actor_notes_and_reads_what_is_theirs(own_school: School):
    school = own_school
    note(school, "m1", "Let him work beside Tom")
    note(school, "t1", "Took the wires first")
    note(school, "c1", "Talked with both")
    said = note_about(school, "s1", "your own learning", "Asked to see it twice")
    assert "Intervention about your own learning" in said
    assert "Jonas Peeters · student" in said
    for who, words in (("m1", "beside Tom"), ("t1", "the wires"), ("s1", "see it twice")):
        listed = school.text(who, "/intervention")
        assert words in listed, who
        assert listed.startswith("1 intervention, the newest first:"), who
    seen = school.text("c1", "/intervention jonas")
    assert seen.startswith("4 interventions about Jonas")
    assert "Tom Claes" not in seen
    for words in ("beside Tom", "the wires", "see it twice", "Talked with both"):
        assert words in seen


def test_nobody_changes_what_somebody_else_noted(own_school: School):
    note(own_school, "c1", "Talked with both")
    codes = ("nvs:1", "nvv:1:macro", "nvp:1:actor", "nvq:1", "nvx:1", "nvh:1:yes", "nvu:1", "nvo:1")
    for who in ("s1", "m1", "t1"):
        for code in codes:
            (shown,) = own_school.tap_code(who, code)
            assert shown.text.startswith("That is not one of yours."), (who, code)
    assert "Talked with both" in own_school.text("c1", "/intervention jonas")


def test_nobody_notes_about_what_is_not_around_them(own_school: School):
    for who, code in (
        ("m1", "nva:student:999"),
        ("s1", "nva:class_group:1"),
        ("m1", "nva:school:7"),
    ):
        (shown,) = own_school.tap_code(who, code)
        assert "What did you do" not in shown.text, code


def test_it_can_be_changed_and_taken_away(own_school: School):
    note(own_school, "c1", "Talked with both")
    own_school.tap("c1", "level, and what it acts on …")
    assert "Level: meso" in own_school.tapped("c1", "meso: a school or company")
    assert own_school.tapped("c1", "it did not help").endswith("Stored: it did not help")
    assert "Four weeks later" not in own_school.tapped("c1", "↩ Undo")
    assert own_school.tapped("c1", "take it away") == "Taken away: “Talked with both”"
    assert "None is noted here yet." in own_school.text("c1", "/intervention")
    long = note(own_school, "c1", "x" * 601)
    assert long == "Nothing was stored: 600 letters at most, and this has 601. Say it shorter."
    assert "Stored." in own_school.text("c1", "Shorter")


def test_a_student_reads_where_the_own_intervention_stands(own_school: School):
    (asked,) = own_school.tap_code("s1", "nva:student:1")
    assert asked.text.endswith("It also stands in your own file: /mydata.")
    (asked,) = own_school.tap_code("c1", "nva:student:1")
    assert asked.text.endswith("It also stands in the student’s own file: /mydata.")


def test_the_year_has_numbers_and_no_names(own_school: School):
    school = own_school
    note(school, "m1", "Let him work beside Tom")
    note_about(school, "c1", "law and government", "Wrote to the council")
    school.tap("c1", "it helped")
    year = school.text("c1", "/intervention year")
    assert year.startswith("2 interventions at the school since ")
    assert "• micro: how somebody learns: 1" in year
    assert "• macro: law and government: 1 (it helped: 1)" in year
    assert "• students: 1" in year
    school.tap("c1", "as a file")
    written = newest_file(school, "c1").decode("utf-8-sig")
    assert "macro: law and government" in written
    for name in ("Jonas", "Tom", "council", "Elektro", "Lien", "Wim"):
        assert name not in year + written
    assert "for coaches" in school.tap_code("m1", "nvy")[-1].text
    assert "for coaches" in school.tap_code("t1", "nvf")[-1].text


def test_before_a_guardians_yes_nothing_is_noted_about_a_student(own_school: School):
    with own_school.engine.begin() as connection:
        connection.execute(
            update(person).where(person.c.school_id == "s1").values(guardian="asked")
        )
    for who in ("c1", "s1"):
        (shown,) = own_school.tap_code(who, "nva:student:1")
        assert "What did you do" not in shown.text, who


def test_who_is_around_no_more_does_not_open_what_they_noted(own_school: School):
    note(own_school, "m1", "Let him work beside Tom")
    with own_school.engine.begin() as connection:
        mentor = own_school.people["m1"].person_id
        connection.execute(delete(involvement).where(involvement.c.person_id == mentor))
    for code in ("nvs:1", "nvo:1", "nvx:1"):
        (shown,) = own_school.tap_code("m1", code)
        assert shown.text.startswith("That is not one of yours."), code
    assert "beside Tom" in own_school.text("c1", "/intervention jonas")


def test_the_name_of_a_workplace_or_class_group_finds_what_was_done_about_it(own_school: School):
    note_about(own_school, "c1", "Elektro bv", "Asked for a second meter at the bench")
    note(own_school, "c1", "Talked with both")
    for said in ("elektro bv", "Elektro", "ELEKT"):
        seen = own_school.text("c1", f"/intervention {said}")
        assert seen.startswith("1 intervention about Elektro bv, the newest first:"), said
        assert "second meter" in seen
        assert "Talked with both" not in seen
    own_school.tap("c1", "note one")
    own_school.say("c1", "Brought the meter myself")
    assert "2 interventions about Elektro bv" in own_school.text("c1", "/intervention elektro")
    empty = own_school.text("c1", "/intervention 6E")
    assert "None about 6E is noted here yet." in empty
    assert "Talked with both" in own_school.text("c1", "/intervention jonas")
    (shown,) = own_school.tap_code("m2", "nvb:workplace:1:0")
    assert "second meter" not in shown.text


def test_the_log_of_a_student_shows_what_anybody_did_for_them(own_school: School):
    note(own_school, "m1", "Let him work beside Tom")
    note(own_school, "c1", "Talked with both")
    own_school.tap("c1", "it helped")
    note_about(own_school, "c1", "Elektro bv", "Asked for a second meter at the bench")
    log = own_school.text("c1", "/log jonas")
    assert "intervention “Talked with both” it helped · Lien Martens" in log
    assert "intervention “Let him work beside Tom” · Karim Haddad" in log
    assert "second meter" not in log
    own_school.say("c1", "/log export jonas")
    written = newest_file(own_school, "c1").decode("utf-8-sig")
    assert "Let him work beside Tom" in written
    assert "intervention, it helped" in written
    assert "coach of nobody" in own_school.text("m1", "/log jonas")


def test_the_file_of_the_year_leaves_small_numbers_out(own_school: School):
    school = own_school
    for number in range(5):
        note(school, "c1", f"Talked once more {number}")
    for number in range(2):
        note_about(school, "m1", "law and government", f"Wrote to the council {number}")
    school.later(days=31)
    school.say("c1", "/intervention year")
    school.tap("c1", "as a file")
    named, *lines = newest_file(school, "c1").decode("utf-8-sig").splitlines()
    rows = list(csv.reader(lines, delimiter=named[-1]))
    assert ["", "all", "", "7"] in rows
    micro = "micro: how somebody learns"
    assert [micro, "level", micro, "not shown"] in rows
    assert ["", "by whom", "mentor", "not shown"] in rows
    assert all(row[3] in ("number", "not shown", "0", "7") for row in rows)


def test_two_files_of_one_month_are_the_same_whatever_was_said_between(own_school: School):
    school = own_school

    def file() -> bytes:
        school.say("c1", "/intervention year")
        school.tap("c1", "as a file")
        return newest_file(school, "c1")

    for number in range(5):
        note(school, "c1", f"Talked once more {number}")
        school.tap("c1", "it helped")
    for number in range(6):
        note(school, "m1", f"Let him work alone {number}")
    school.later(days=31)
    before = file()
    school.tap_code("m1", "nvh:6:yes")
    assert "it helped: 6" in school.text("c1", "/intervention year")
    assert file() == before
    school.later(days=31)
    assert file() != before
