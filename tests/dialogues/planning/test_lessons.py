"""A teacher says when lessons are, and hears before each what the workplaces brought."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of, roster

__all__ = ["dutch_school", "own_school"]


def test_times_are_added_by_typing_and_taken_away_by_tapping(school: School):
    assert "do not know yet when you teach" in school.text("t1", "/lessons")
    added = school.text("t1", "/lessons 6E mon 8:30, thu 13h")
    assert "6E: Mon 8:30, Thu 13:00 added." in added
    (shown,) = school.say("t1", "/lessons 7E vr 9u")
    assert buttons_of([shown]) == [
        "add a time for 6E",
        "add a time for 7E",
        "✕ 6E, Mon 8:30",
        "✕ 6E, Thu 13:00",
        "✕ 7E, Fri 9:00",
    ]
    assert "6E: Thu 13:00\n7E: Fri 9:00" in school.tapped("t1", "✕ 6E, Mon 8:30")


def test_times_are_added_by_tapping(school: School):
    school.say("t1", "/lessons")
    (asked,) = school.tap("t1", "add a time for 6E")
    assert asked.text == "6E · On which day?"
    assert buttons_of([asked]) == ["Mon", "Tue", "Wed", "Thu", "Fri", "‹ back"]
    assert school.tapped("t1", "Thu") == "6E · Thu · At what hour?"
    assert school.tapped("t1", "13:…") == "6E · Thu · At what time exactly?"
    assert "6E: Thu 13:15 added." in school.tapped("t1", "13:15")
    assert school.buttons("t1")[-1] == "✕ 6E, Thu 13:15"
    school.tap("t1", "add a time for 7E")
    assert school.tapped("t1", "back").startswith("6E: Thu 13:15\n")


def test_nobody_adds_times_for_a_group_of_another(own_school: School):
    school = own_school
    school.say("t1", "/lessons")
    school.tap("t1", "add a time for 6E")
    code = school.tap("t1", "Mon")[0].buttons[0][0]["code"]
    for who in ("m1", "s1", "c1"):
        assert "You teach no class group" in school.tap_code(who, f"{code}:30")[0].text
    assert "On which day?" in school.tap_code("t1", f"{code[:-2]}:99:99")[0].text
    assert "do not know yet" in school.text("t1", "/lessons")


def test_what_is_not_understood_stores_nothing(school: School):
    assert "'noon'" in school.text("t1", "/lessons 6E noon")
    assert "Begin with one of your class groups: 6E, 7E" in school.text("t1", "/lessons mon 8:30")
    assert "You teach no class group" in school.text("m1", "/lessons 6E mon 8:30")
    assert "do not know yet" in school.text("t1", "/lessons")


def test_before_a_lesson_the_teacher_hears_what_the_workplaces_brought(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)  # a Monday
    school.say("t1", "/lessons 6E tue 8:30, thu 8:30")
    school.later(days=1, hours=1)
    school.say("m1", "jonas 10: 1vs 2lr")
    school.say("s1", "today 10.5")
    school.say("t1", "jonas 10: 3vs")
    school.later(hours=1)  # Tuesday 11:00 in Brussels: Thursday's lesson is told tomorrow
    assert tick_through(school, 20).get("t1") is None
    (told,) = tick_through(school, 12)["t1"]
    assert "6E, lesson on Thu 15 Oct, 08:30." in told.text
    assert told.text.splitlines()[1:] == [
        "Jonas · 10 Lays conduits: 2 came up, 1 now alone, says the mentor, "
        "1 came up, says the student"
    ]
    assert buttons_of([told]) == ["all new of Jonas", "what 6E did not meet at work yet"]
    new = school.tapped("t1", "all new of Jonas")
    assert "10.1 lays 1: came up, now alone, says the mentor\n10.2 lays 2: came up" in new
    assert "lays 3" not in new  # what was scored on campus is no news to the teacher
    assert school.tapped("t1", "what 6E did not meet at work yet") == (
        "No mentor says yet that these came up:\n8 Marks out routes\n11 Sets boxes\n"
        "Besides, per student:\nNoor: 10 Lays conduits"
    )
    assert tick(school) == {}


def test_what_is_behind_the_buttons_is_the_teachers(own_school: School):
    own_school.say("m1", "jonas 10: 1vs 2lr")
    for who in ("m1", "s1", "s2", "c1"):
        for code in ("lw:1:0", "lm:1"):
            assert "lays" not in own_school.tap_code(who, code)[0].text.casefold()


def test_nothing_new_is_no_message_and_is_said_to_who_asks(dutch_school: School):
    school = dutch_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)
    school.say("t1", "/lessen 6E ma 9u")
    school.at = datetime(2026, 10, 16, 14, 20, tzinfo=UTC)  # Friday
    assert "t1" not in tick_through(school, 1)
    asked = school.text("t1", "/lessen 6E")
    assert "6E: niets nieuws van de werkplekken in de voorbije week." in asked
    school.say("m1", "jonas 10.1 vs")
    asked = school.text("t1", "/lessen 6E")
    assert (
        "6E, op de werkplekken in de voorbije week:\nJonas · 10 Lays conduits: 1 aan bod" in asked
    )


def test_what_was_taken_away_meanwhile_is_not_told(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)  # Wednesday
    school.say("t1", "/lessons 6E thu 8:30, fri 8:30")
    tick(school)
    school.tap("t1", "✕ 6E, Thu 8:30")
    school.say("m1", "jonas 10.1 vs")
    assert "t1" not in tick_through(school, 14)
    (told,) = tick_through(school, 24)["t1"]
    assert "lesson on Fri 16 Oct, 08:30" in told.text


def test_it_travels_in_one_message_with_a_reminder(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-09-01; 2026-10-16 16:00")
    school.say("t1", "/lessons 6E thu 8:30")
    school.say("m1", "jonas 10.1 vs")
    arrived = tick_through(school, 14)["t1"]
    (told,) = arrived
    assert "Jonas, Nicolas, Noor: 8 indicators to begin with: 8 “Marks out routes”" in told.text
    assert "6E, lesson on Thu 15 Oct, 08:30. At the workplaces since the last one:" in told.text


def test_a_whole_class_group_fits_on_a_phone(own_school: School):
    school = own_school
    more = [
        replace(roster()[0], line=line, student_id=f"x{line}", student=f"Alexander{line} Peeters")
        for line in range(2, 25)
    ]
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        assert not import_roster(
            uow.catalogue, uow.catalogue.list_organisations()[0], more
        ).rejected
    school.at = datetime(2026, 10, 13, 8, tzinfo=UTC)
    for line in range(2, 25):
        school.say("m1", f"alexander{line} 10: 1-4vs 6vr 8-13lr")
    school.say("t1", "/lessons 6E thu 8:30")
    (told,) = tick_through(school, 36)["t1"]
    assert "Alexander10 · 10 Lays conduits: 11 came up, 5 now alone, says the mentor" in told.text
    assert "and 20 more students" in told.text
    assert len(told.text.splitlines()) == 5
    missing = school.tapped("t1", "what 6E did not meet at work yet")
    assert "Jonas: 10 Lays conduits\nNoor: 10 Lays conduits" in missing


def test_nothing_is_told_after_the_lesson_has_begun(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)
    school.say("t1", "/lessons 6E wed 8:30")
    school.at = datetime(2026, 10, 14, 10, 30, tzinfo=UTC)  # Wednesday 12:30: it is over
    assert tick(school) == {}


def test_days_off_have_no_lesson_to_tell_of(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 16, 7, tzinfo=UTC)
    school.say("t1", "/lessons 6E sat 8:30")
    assert tick_through(school, 24) == {}
