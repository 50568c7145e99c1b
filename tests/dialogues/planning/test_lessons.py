"""A teacher says when lessons are, and hears before each what the workplaces brought."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of, roster

__all__ = ["dutch_school", "own_school"]


def test_times_are_added_by_typing_and_taken_away_by_tapping(school: School):
    assert "do not know yet when you teach" in school.text("t1", "/lessons")
    added = school.text("t1", "/lessons 6E mon 8:30, thu 13h")
    assert "6E: Mon 8:30 and Thu 13:00 added." in added
    (shown,) = school.say("t1", "/lessons 7E vr 9u")
    assert buttons_of([shown]) == [
        "add a time for 6E",
        "add a time for 7E",
        "✕ remove: 6E, Mon 8:30",
        "✕ remove: 6E, Thu 13:00",
        "✕ remove: 7E, Fri 9:00",
    ]
    assert "6E: Thu 13:00\n7E: Fri 9:00" in school.tapped("t1", "✕ remove: 6E, Mon 8:30")


def test_times_are_added_by_tapping(school: School):
    school.say("t1", "/lessons")
    (asked,) = school.tap("t1", "add a time for 6E")
    assert asked.text == "6E · On which day?"
    assert buttons_of([asked]) == ["Mon", "Tue", "Wed", "Thu", "Fri", "‹ back"]
    assert school.tapped("t1", "Thu") == "6E · Thu · At what hour?"
    assert school.tapped("t1", "13:…") == "6E · Thu · At what time exactly?"
    assert "6E: Thu 13:15 added." in school.tapped("t1", "13:15")
    assert school.buttons("t1")[-1] == "✕ remove: 6E, Thu 13:15"
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
    assert "one of your class groups: 6E and 7E" in school.text("t1", "/lessons mon 8:30")
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
    assert told.text.splitlines() == [
        "Lesson with 6E on Thu 15 Oct, 08:30. New at the workplaces since 24 Sep:",
        "Jonas · 10 Lays conduits: 2 indicators came up, 1 is done alone now, says the mentor, "
        "1 more, says the student",
        "Groups that I propose for 15 Oct:",
        "8 Marks out routes: everybody · no scenario yet · "
        "nobody's workplace trains it: first, with everybody",
    ]
    assert buttons_of([told]) == [
        "✓ confirm the groups of 6E",
        "change the groups of 6E",
        "all new of Jonas",
        "what 6E did not meet at work yet",
    ]
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
    assert "6E, op de werkplekken in de voorbije week:\nJonas · 10 Lays conduits: " in asked
    assert "1 indicator kwam aan bod, 1 lukt nu zelfstandig, zegt de mentor" in asked


def test_what_was_taken_away_meanwhile_is_not_told(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)  # Wednesday
    school.say("t1", "/lessons 6E thu 8:30, fri 8:30")
    tick(school)
    school.tap("t1", "✕ remove: 6E, Thu 8:30")
    school.say("m1", "jonas 10.1 vs")
    assert "t1" not in tick_through(school, 14)
    (told,) = tick_through(school, 24)["t1"]
    assert "Lesson with 6E on Fri 16 Oct, 08:30" in told.text


def test_it_travels_in_one_message_with_a_reminder(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-09-01; 2026-10-16 16:00")
    school.say("t1", "/lessons 6E thu 8:30")
    school.say("m1", "jonas 10.1 vs")
    arrived = tick_through(school, 14)["t1"]
    (told,) = arrived
    assert "Jonas, Nicolas and Noor: 8 indicators to begin with: 8 “Marks out routes”" in told.text
    assert "Lesson with 6E on Thu 15 Oct, 08:30. New at the workplaces" in told.text


def test_a_whole_class_group_fits_on_a_phone(own_school: School):
    school = own_school
    enlarge(school, "6E")
    school.at = datetime(2026, 10, 13, 8, tzinfo=UTC)
    for line in range(2, 25):
        school.say("m1", f"alexander{line} 10: 1-4vs 6vr 8-13lr")
    school.say("t1", "/lessons 6E thu 8:30")
    (told,) = tick_through(school, 36)["t1"]
    assert (
        "Alexander10 · 10 Lays conduits: 11 indicators came up, 5 are done alone now" in told.text
    )
    assert "and 20 more students" in told.text
    assert len(told.text.splitlines()) == 7
    missing = school.tapped("t1", "what 6E did not meet at work yet")
    assert "Jonas: 10 Lays conduits\nNoor: 10 Lays conduits" in missing


def told_from(school: School, day: int, hour: int, minute: int = 0) -> list[str]:
    """What the teacher hears of a lesson at an instant in October, without a tick before it."""
    school.at = datetime(2026, 10, day, hour, minute, tzinfo=UTC)
    return [shown.text for shown in tick(school).get("t1", [])]


@pytest.mark.parametrize(
    ("at", "lesson"),
    [
        ((15, 10), "Thu 15 Oct, 13:00"),  # the evening before was missed, and noon is in time
        ((21, 15), "Thu 22 Oct, 13:00"),  # a lesson was missed, and its news is still of use
        ((28, 16), "Thu 29 Oct, 13:00"),  # two were
    ],
)
def test_a_tick_that_comes_late_tells_what_no_lesson_before_was_told(
    own_school: School, at: tuple[int, int], lesson: str
):
    school = own_school
    school.at = datetime(2026, 10, 13, 8, tzinfo=UTC)  # a Tuesday
    school.say("t1", "/lessons 6E thu 13:00")
    school.say("m1", "jonas 10.1 vs")
    (text,) = told_from(school, *at)
    assert f"Lesson with 6E on {lesson}." in text
    assert "Jonas · 10 Lays conduits: 1 indicator came up" in text
    later = told_from(school, 28, 17)
    assert all("New at the workplaces" not in text for text in later)  # it is no news any more


def test_what_was_said_between_the_message_and_the_lesson_is_told_before_the_next(
    own_school: School,
):
    school = own_school
    school.at = datetime(2026, 10, 13, 8, tzinfo=UTC)
    school.say("t1", "/lessons 6E thu 13:00")
    school.say("m1", "jonas 10.1 vs")
    assert "Jonas" in told_from(school, 14, 15)[0]
    school.at = datetime(2026, 10, 15, 10, 30, tzinfo=UTC)  # half an hour before the lesson
    school.say("m1", "noor 8.2 vs")
    (text,) = told_from(school, 21, 15)
    assert text.splitlines()[0].endswith("New at the workplaces since 14 Oct:")
    assert "Noor · 8 Marks out routes: 1 indicator came up" in text
    assert "Jonas ·" not in text


def enlarge(school: School, *groups: str) -> None:
    """Put 23 students more into each of these class groups."""
    more = [
        replace(
            roster()[0],
            line=line,
            class_group=group,
            student_id=f"{group}{line}",
            student=f"Alexander{line} {group}",
        )
        for group in groups
        for line in range(2, 25)
    ]
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        assert not import_roster(
            uow.catalogue, uow.catalogue.list_organisations()[0], more
        ).rejected


def test_two_classes_on_one_day_are_told_in_eight_lines(own_school: School):
    school = own_school
    enlarge(school, "6E", "7E")
    school.at = datetime(2026, 10, 13, 8, tzinfo=UTC)
    school.say("t1", "/lessons 6E thu 8:30")
    school.say("t1", "/lessons 7E thu 10:20")
    for line in range(2, 25):
        for group in ("6E", "7E"):
            school.say("m1", f"alexander{line} {group} 10.1 vs")
    (text,) = told_from(school, 14, 15)
    assert text == (
        "Lesson with 6E on Thu 15 Oct, 08:30: news of 23 students at work.\n"
        "Groups that I propose for 15 Oct: 8 Marks out routes: everybody\n"
        "Lesson with 7E on Thu 15 Oct, 10:20: news of 23 students at work.\n"
        "Groups that I propose for 15 Oct: 8 Marks out routes: everybody"
    )


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
