"""Everything around scoring: today, open, undo, report, settings, language, help."""

import re
from dataclasses import replace

import pytest

from bot.domain.school.tracks import Role
from bot.messages import Incoming
from bot.storage.unit_of_work import StoredUnitOfWork
from handlers.answering import answer
from handlers.reporting.board import describe_board
from handlers.routes import TABLE
from tests.dialogues.school import School, buttons_of


def test_the_tally_gives_the_coverage(school: School):
    assert "10.1 lays 1: 1 time – sometimes" in school.text("s1", "today 10.1 10.2")
    for _day in range(2):
        school.later(days=1)
        school.say("s1", "vandaag 10.1")
    school.later(days=1)
    assert "10.1 lays 1: 4 times – regularly" in school.text("s1", "/today 10.1")
    school.say("s1", "/undo")
    assert "student ✓" not in school.text("s1", "/report 10")
    assert "student –S" in school.text("s1", "/report 10")


def test_a_value_by_hand_stands_until_a_tally_raises_it(school: School):
    school.say("s1", "10.1 r")
    told = school.text("s1", "today 10.1")
    assert "10.1 lays 1: tallied 1 time; it stays “regularly”, as was said" in told


def test_today_by_tapping(school: School):
    (shown,) = school.say("s1", "/today")
    assert "1. Rough work" in buttons_of([shown])
    school.tap("s1", "1. Rough work")
    school.tap("s1", "10 Lays conduits")
    (shown,) = school.tap("s1", "☐ 2. lays 2")
    assert "☑ 2. lays 2 ×1" in buttons_of([shown])
    school.tap("s1", "☑ 2. lays 2 ×1")
    assert school.scores == 1
    (shown,) = school.tap("s1", "done")
    assert "10.2 lays 2: 1 time – sometimes" in shown.text
    school.tap("s1", "Undo")
    assert school.scores == 0


def test_today_in_a_context(school: School):
    (shown,) = school.say("s1", "today context 1")
    assert buttons_of([shown]) == ["8 Marks out routes", "10 Lays conduits"]
    assert "no such context" in school.text("s1", "today context 9")


def test_today_refuses_a_whole_competence_and_letters(school: School):
    assert "Name the indicators" in school.text("s1", "today 10")
    assert "list of numbers" in school.text("s1", "today 10.1 v")
    assert "for the student and the mentor" in school.text("t1", "today jonas 10.1")
    assert school.scores == 0


def test_open_counts_down_and_starts_exactly_that(school: School):
    assert "Jonas Peeters: 22 indicators are open" in school.text("m1", "/open")
    school.say("m1", "jonas 8 all v")
    text = school.text("m1", "/open")
    assert "18 indicators are open, first 10 Lays conduits" in text
    assert "Jonas: which competence?" in school.tapped("m1", "start: Jonas")


def test_open_says_when_nothing_is(school: School):
    assert "Where views differ: /" in school.text("c1", "/open")


def test_undo_goes_back_entry_by_entry(school: School):
    school.say("m1", "jonas 8 all x")
    school.say("m1", "jonas 8 all v")
    text = school.text("m1", "/undo")
    assert "Undone: Jonas · 8" in text
    assert "not acquired" in text
    assert "nothing scored yet" in school.text("m1", "/ongedaan")
    assert "nothing of yours to undo" in school.text("m1", "/undo")
    assert school.scores == 0


def test_undo_twice_by_button_changes_nothing(own_school: School):
    school = own_school
    (shown,) = school.say("m1", "jonas 8 all v")
    code = shown.buttons[0][0]["code"]
    assert "Undone" in school.tapped("m1", code)
    (again,) = _tap_code(school, "m1", code)
    assert "already undone" in again.text


def _tap_code(school: School, who: str, code: str):
    from bot.platforms.transcript import Utterance

    return school.utter(who, Utterance(f"x{next(school.keys)}", school.at, tap=code))


def test_nobody_undoes_what_is_anothers(own_school: School):
    school = own_school
    (shown,) = school.say("m1", "jonas 8 all v")
    (told,) = _tap_code(school, "t1", shown.buttons[0][0]["code"])
    assert told.text == "That is not there for you, or not any more; nothing changed."
    assert _tap_code(school, "t1", "un:999999999999999999")[0].text == told.text
    assert school.scores == 4


def test_the_report_shows_three_perspectives_side_by_side(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 all v")
    school.say("s1", "8 all l")
    school.say("t1", "jonas 8 vxxx")
    (shown,) = school.say("s1", "/report")
    assert "🟩L ✅D 🟥R 8 Marks out routes (4/4/1 of 4)" in shown.text
    assert shown.picture is not None
    assert shown.picture["rows"][0]["cells"][1]["colour"] == "dark_green"
    assert shown.alt is not None
    assert "Marks out routes" in shown.alt
    (card,) = school.tap("s1", "8")
    assert "student · 🟩 acquired, with support" in card.text


def test_report_of_an_unknown_competence(school: School):
    assert "no competence 99" in school.text("c1", "/report jonas 99")


def test_cancel_works_at_any_point(school: School):
    assert "Nothing was going on" in school.text("m1", "/cancel")
    school.say("m1", "/score")
    assert "put away" in school.text("m1", "/annuleer")
    school.say("m1", "/score jonas 8")
    school.tap("m1", "Tap instead")
    school.tap("m1", "note")
    assert "put away" in school.text("m1", "/cancel")
    assert "4 indicators stored" in school.text("m1", "jonas 8 all v")


def test_the_language_changes_at_once(school: School):
    assert "Nederlands" in school.text("m1", "/taal nl")
    assert "13 indicatoren bewaard" in school.text("m1", "jonas 10 all v")
    shown = school.say("m1", "/language")
    assert buttons_of(shown) == ["Nederlands", "Français", "Deutsch", "English"]
    assert "English" in school.tapped("m1", "English")
    assert "13 indicators stored" in school.text("m1", "jonas 10 all v")


def test_settings_are_one_message_changed_in_place(own_school: School):
    school = own_school
    (first,) = school.say("m1", "/settings")
    assert "Reminders: standard" in first.text
    (second,) = school.tap("m1", "light: only the last reminder")
    assert second.id == first.id
    assert "Reminders: light" in second.text
    (third,) = school.tap("m1", "away for two weeks")
    assert "Away up to and including 27 Oct" in third.text
    (fourth,) = school.tap("m1", "I am back")
    assert "Away" not in fourth.text
    (fifth,) = school.tap("m1", "mute")
    assert "Muted" in fifth.text


def helped(school: School, who: str) -> str:
    """Ask for help; gives its commands as they are elsewhere, whatever Slack calls them."""
    return school.text(who, "/help").replace("/kompaan ", "/")


def test_help_and_start_speak_of_ones_own_students(school: School):
    assert "jonas 11.1 l" in helped(school, "m1")
    assert "/focus" not in helped(school, "s1")
    assert "/choose – course components to be evaluated on" in helped(school, "s1")
    assert "/lessons" not in helped(school, "s1")
    assert "/lessons – when you teach" in helped(school, "t1")
    assert "/periods – the evaluation periods" in helped(school, "c1")
    text = school.text("c1", "/start")
    assert "Hello Lien" in text
    assert "Hello Karim" in school.text("m1", "/begin")


@pytest.mark.parametrize("who", ["s1", "m1", "t1", "c1"])
def test_help_names_every_command_of_the_menu(school: School, who: str):
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        tracks = uow.tracks.list_of(school.people[who].person_id)
    roles = {role for track in tracks for role in track.roles}
    named = re.findall(r"(?<!\S)/(\w+)", helped(school, who))
    missing = [own.name for own in TABLE.menu(roles) if own.name not in named]
    assert missing == ["help"]


def test_an_edited_message_corrects_the_entry_it_made(own_school: School):
    school = own_school
    speaker = school.people["m1"]

    def said(text: str, *, edited: bool, key: str):
        with school.engine.begin() as connection:
            incoming = Incoming(key, speaker.person_id, school.at, text=text, ref="message-7")
            return answer(StoredUnitOfWork(connection), replace(incoming, edited=edited))

    said("jonas 8 all x", edited=False, key="a")
    assert school.scores == 4
    said("jonas 8 all v", edited=True, key="b")
    assert school.scores == 4
    assert "✅ acquired, autonomously" in school.text("c1", "/report jonas 8")
    kept = said("jonas 8 vv", edited=True, key="c")
    assert kept.replies[0].text.parts[0].key.startswith("Your earlier message stands")
    assert school.scores == 4


def test_focus_is_set_by_mentor_or_teacher(school: School):
    assert "has no focus now" in school.text("m1", "/focus jonas")
    text = school.text("m1", "/focus jonas 10.7")
    assert "10.7 lays 7" in text
    assert "10.7 lays 7" in school.text("t1", "focus jonas")
    assert "set by the mentor or the teacher" in school.text("s1", "focus 10.1")
    assert "has no focus" in school.text("m1", "focus jonas none")


def test_dutch_from_the_first_word(dutch_school: School):
    assert "13 indicatoren bewaard" in dutch_school.text("m1", "jonas 10 alles v")
    assert "verworven, zelfstandig" in dutch_school.text("s1", "/rapport")
    shown = dutch_school.say("m1", "/scoor jonas 8")
    assert buttons_of(shown) == ["Liever tikken"]


def test_roles_are_what_the_roster_says(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (track,) = uow.tracks.list_of(school.people["s1"].person_id)
        assert track.roles == {Role.STUDENT}
        assert len(uow.tracks.list_of(school.people["t1"].person_id)) == 3


def test_a_language_that_is_not_translated_yet_is_answered_in_english(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE person SET language = 'es' WHERE school_id = 's1'")
    assert "Language: English" in school.text("s1", "/settings")
    assert "13 indicators stored" in school.text("s1", "10 all v")


def test_home_reads_nobody_whom_it_does_not_name(own_school: School, monkeypatch):
    monkeypatch.setattr("handlers.home.STUDENTS", 1)
    with own_school.statements() as asked:
        shown = own_school.text("t1", "/home")
    assert "and 2 more students" in shown
    assert sum("FROM colour" in statement for statement in asked) == 1


def test_the_board_is_about_whom_the_dialogue_is_about(own_school: School):
    school = own_school

    def title(who: str) -> object:
        with school.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            picture = describe_board(uow, school.people[who].person_id, school.at)
        assert picture is not None
        return picture.title

    assert title("c1") == "Jonas Peeters · Electrician"
    school.say("c1", "/report nicolas")
    assert title("c1") == "Nicolas Maes · Electrician"
    school.later(minutes=31)
    assert title("c1") == "Jonas Peeters · Electrician"


def test_help_stands_in_parts_and_says_what_words_behind_it_are_about(own_school: School):
    said = own_school.text("c1", "/help")
    assert said.startswith("What has a date:\n/desk – ")
    parts = said.split("\n\n")
    assert all(len(part.splitlines()) <= 10 for part in parts)
    assert "/helps – what helps a student at work, as they share it" in said
    assert "/helps – what helps at work, in a student's own words" in own_school.text("s1", "/help")
    assert own_school.text("c1", "/help visit") == (
        "/visit – visits at the workplace\n/help shows all of it."
    )
    assert "/groups – " in own_school.text("c1", "/help planning")
    assert own_school.text("c1", "/help nothing of this kind") == said
    assert own_school.buttons("c1") == ["my desk", "report"]
