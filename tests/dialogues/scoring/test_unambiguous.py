"""Nothing is stored until it is unambiguous: what a fresh pair of eyes found."""

from dataclasses import replace

import pytest

from bot.i18n import Voice
from bot.messages import Incoming
from bot.platforms.transcript import Utterance
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from handlers.answering import answer
from tests.dialogues.school import School, buttons_of, roster
from tests.dialogues.signs import in_signs


def serial_of(school: School, who: str) -> int:
    with school.engine.begin() as connection:
        return StoredUnitOfWork(connection).dialogues.read(school.people[who].person_id).serial


def at_a_note(school: School) -> None:
    school.likes_one_by_one("m1")
    school.say("m1", "/score jonas 8")
    school.tap("m1", "Tap instead")
    school.tap("m1", "note")


def test_a_code_with_another_competences_indicator_stores_nothing(own_school: School):
    school = own_school
    school.say("m1", "/score jonas 10.1")
    serial = serial_of(school, "m1")
    for n, verb in enumerate(("sm:{}:1:V", "sv:{}:1:S", "sn:{}:1", "so:{}:1", "tt:{}:1")):
        assert school.utter("m1", Utterance(f"odd{n}", school.at, tap=verb.format(serial)))
    school.say("s1", "/today")
    school.tap("s1", "1. Rough work")
    school.tap("s1", "10 Lays conduits")
    tap = f"tt:{serial_of(school, 's1')}:1"
    school.utter("s1", Utterance("odd-tally", school.at, tap=tap))
    assert school.scores == 0


def test_a_line_of_scores_where_a_note_is_awaited_is_asked_about(school: School):
    at_a_note(school)
    shown = school.say("m1", "jonas 10 vvlvxvvvvlvvv")
    assert "Is this the note" in shown[0].text
    assert buttons_of(shown) == ["it is the note", "these are scores"]
    assert "13 indicators stored" in school.tapped("m1", "these are scores")
    assert "Notes" not in school.text("c1", "/report jonas 8")


def test_it_may_be_the_note_after_all(school: School):
    at_a_note(school)
    school.say("m1", "jonas 10 vvlvxvvvvlvvv")
    assert "Note kept" in school.tapped("m1", "it is the note")
    assert school.scores == 0


def test_a_command_puts_the_awaited_note_away(school: School):
    at_a_note(school)
    school.say("m1", "/help")
    assert "4 indicators stored" in school.text("m1", "jonas 8 all v")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('jonas 8.1 l "help, 8.2 v', "closing quote is missing"),
        ("jonas 10: 1v 1l", "Two values"),
        ("jonas 8.1 -", "What do you want to say"),
        ("jonas 8 all -", "What do you want to say"),
        ("today 10.1-10.3", "expected a number"),
    ],
)
def test_what_could_be_taken_two_ways_is_refused(school: School, line: str, reason: str):
    assert reason in school.text("m1", line)
    assert school.scores == 0
    assert "nothing of yours to undo" in school.text("m1", "/undo")


def test_quotes_of_either_kind_hold_a_note_and_a_colon_may_follow_a_name(school: School):
    school.say("m1", "jonas: 10.3 l ‘helps a bit’")
    assert "“helps a bit”" in school.text("c1", "/report jonas 10")


def test_two_students_of_one_first_name_are_told_apart(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE person SET name = 'Jonas Aziz', folded_name = 'jonas aziz' "
            "WHERE school_id = 's2'"
        )
    assert "Jonas Aziz · 8" in school.text("m1", "jonas aziz 8 all v")
    shown = school.say("m1", "/open")
    assert buttons_of(shown) == ["start: Jonas Aziz", "start: Jonas Peeters"]
    assert "Undone: Jonas Aziz · 8" in school.text("m1", "/undo")


def test_two_students_of_one_whole_name_are_told_apart_in_every_list(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE person SET name = 'Jonas Peeters', folded_name = 'jonas peeters' "
            "WHERE school_id = 's2'"
        )
    said = school.say("m1", "/open")
    rows = [row.partition(": ")[0] for row in said[0].text.splitlines()]
    assert len(set(rows)) == len(rows)
    assert [f"start: {row}" for row in rows] == buttons_of(said)
    assert rows[0] in school.text("m1", f"/report {rows[0]}").splitlines()[0]


def test_after_an_open_question_no_line_goes_to_the_former_student(school: School):
    school.say("m1", "noor 8.1 v")
    school.say("m1", "jnas 8.2 v")
    assert "Which student" in school.text("m1", "8.3 v")
    assert school.scores == 1


def test_a_line_that_contradicts_both_ways_is_settled_step_by_step(school: School):
    school.say("m1", "jonas 8.1 x n, 8.2 v r")
    shown = school.say("m1", "jonas 8.1 v, 8.2 n")
    assert "8.1" in shown[0].text
    shown = school.tap("m1", "sometimes")
    assert "8.2" in shown[0].text
    text = school.tapped("m1", "yes, not applicable here")
    assert "1 ✓S" in text
    assert "2 n/a" in text


def test_what_a_co_mentor_said_meanwhile_is_asked_about_again(own_school: School):
    school = own_school
    school.likes_one_by_one("m1")
    school.say("m1", "/score jonas 8")
    school.tap("m1", "Tap instead")
    school.tap("m1", "✗ not")
    with school.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE involvement SET person_id = (SELECT id FROM person WHERE school_id = 'm2') "
            "WHERE role = 'coach' AND track_id = (SELECT t.id FROM track t JOIN person p "
            "ON p.id = t.student_id WHERE p.school_id = 's1')"
        )
        connection.exec_driver_sql(
            "UPDATE involvement SET role = 'mentor' WHERE role = 'coach' "
            "AND person_id = (SELECT id FROM person WHERE school_id = 'm2')"
        )
    assert "1 indicator stored" in school.text("m2", "jonas 8.1 v")
    shown = school.tap("m1", "never")
    assert "contradict" in shown[0].text
    assert "8 Marks out routes" in shown[1].text


def test_an_edit_corrects_what_it_said_not_what_stands_beside_it(own_school: School):
    school = own_school
    speaker = school.people["m1"]

    def said(text: str, key: str, *, edited: bool = False) -> str:
        with school.engine.begin() as connection:
            what = Incoming(key, speaker.person_id, school.at, text=text, ref="m", edited=edited)
            answered = answer(StoredUnitOfWork(connection), what)
        return "".join(Voice("en", "UTC").say(reply.text) for reply in answered.replies)

    said("jonas 8.1 n", "a")
    assert "1 ✓" in said("jonas 8.1 v", "b", edited=True)
    said("jonas 8.9 v", "c", edited=True)
    assert school.scores == 1


def test_a_class_group_whose_name_begins_with_a_number(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE class_group SET name = '5 ELI' WHERE name = '6E'")
    assert "Stored for 2 students" in school.text("t1", "5 eli 10.3 v")
    assert "which competence" in school.text("t1", "/score jonas")


def test_who_left_keeps_what_was_scored_and_cannot_undo_it(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 all v")
    with school.engine.begin() as connection:
        connection.exec_driver_sql(
            "DELETE FROM involvement WHERE role = 'mentor' AND track_id IN "
            "(SELECT t.id FROM track t JOIN person p ON p.id = t.student_id "
            "WHERE p.school_id = 's1')"
        )
    assert "what you scored stays" in school.text("m1", "/undo")
    assert "what you scored stays" in school.tapped("m1", "Undo")
    assert school.scores == 4


def test_students_of_one_name_in_one_class_group_are_told_apart_by_what_differs(own_school: School):
    with own_school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        row = replace(roster()[0], student_id="s9", workplace="Volta nv")
        report = import_roster(catalogue, catalogue.list_organisations()[0], [row])
    assert report.rejected == ()
    own_school.say("m1", "jonas 8.1 v")
    assert own_school.buttons("m1")[:2] == [
        "Jonas Peeters · Elektro bv",
        "Jonas Peeters · Volta nv",
    ]
    assert own_school.scores == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("vandaag jonas 8.1 8,3", "8.3 marks 3: 1 time"),
        ("vandaag jonas 8,1", "8.1 marks 1: 1 time"),
        ("today jonas 8.1,8.3", "8.3 marks 3: 1 time"),
        ("jonas 8.1 v 8,3 x", "1 ✓ · 3 ✗"),
        ("jonas 8,1v 8,3x", "1 ✓ · 3 ✗"),
        ("jonas 8,1 v, 2 x", "1 ✓ · 2 ✗"),
        ("focus jonas 8.1 8,3", "8.3 marks 3"),
        ("jonas 8.2 nvt", "2 n/a here"),
        ("jonas 8.2: n.v.t. 8.3nvt", "2-3 n/a here"),
        ("jonas 8.2 Not here, 8.3 v", "2 n/a here · 3 ✓"),
        ("jonas 8.2 hier n.v.t. 8.3 n/a here", "2-3 n/a here"),
        ("jonas 8 alles v, 3 niet hier", "1-2 ✓ · 3 n/a here · 4 ✓"),
        ("jonas 8 all n/a, 3x", "1-2 n/a here · 3 ✗ · 4 n/a here"),
        ("Jonas: 8 – alles v, 3x", "1-2 ✓ · 3 ✗ · 4 ✓"),
        ("Jonas: 8 — vvlx", "1-2 ✓ · 3 ◐ · 4 ✗"),
        ("jonas 8: alles v – 3x", "1-2 ✓ · 3 ✗ · 4 ✓"),
    ],
)
def test_what_people_type_in_other_words_is_read(own_school: School, line: str, said: str):
    assert said in in_signs(own_school.text("m1", line))


def test_what_is_stored_for_nobody_says_so_in_words(own_school: School):
    school = own_school
    for student in ("jonas", "noor"):
        school.say("t1", f"{student} 8.1 v")
    for line in ("6E 8.1 n", "6E 8: 1n 2v"):
        text = school.text("t1", line)
        assert "0 student" not in text
        assert "Nothing was stored" in text
    assert school.scores == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("jonas 10 all v 3,4x", "letter is missing"),
        ("same jonas 8,10", "nothing to confirm"),
        ("vandaag jonas 8,9", "no indicator 9"),
        ("jonas 8.2 nvt v", "Two values"),
        ("jonas 8 all v, all nvt", "Two values"),
        ("jonas 8.1 v\n8.1 nvt", "Two values"),
        ("jonas 8 nvt", "that are not here"),
    ],
)
def test_what_could_mean_something_else_is_not_stored(own_school: School, line: str, reason: str):
    text = own_school.text("m1", line)
    assert reason in text
    assert "Nothing was stored" in text
    assert own_school.scores == 0
