"""Periods in the chat: everybody sees them, the coach keeps them, who knew is told once."""

from datetime import UTC, datetime

from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


def test_the_usual_three_by_one_tap(own_school: School):
    school = own_school
    assert "No periods were agreed yet." in school.text("s1", "/periods")
    school.say("c1", "/periods")
    added = school.tapped("c1", "add the usual three")
    assert "3 periods added." in added
    assert "Period 1: from 1 Sep, photo Fri 18 Dec, 16:00 (open)" in added
    assert "Period 2: from 7 Jan, photo Fri 26 Mar, 16:00 (not open yet)" in added
    assert "Period 1: from 1 Sep" in school.text("m1", "/periods")
    assert school.buttons("m1") == []


def test_a_photo_is_moved_by_taps_and_the_period_cancelled_after_a_question(own_school: School):
    school = own_school
    school.say("c1", "/periods")
    school.tap("c1", "add the usual three")
    school.tap("c1", "change Period 1")
    assert "photo Fri 25 Dec, 16:00" in school.tapped("c1", "a week later")
    assert "photo Thu 24 Dec, 16:00" in school.tapped("c1", "a day earlier")
    assert "Cancel Period 1?" in school.tapped("c1", "cancel it")
    assert "photo Thu 24 Dec, 16:00 (open)" in school.tapped("c1", "back")
    school.tap("c1", "cancel it")
    done = school.tapped("c1", "yes, cancel Period 1")
    assert "Period 1: from 1 Sep, photo Thu 24 Dec, 16:00 (cancelled)" in done


def test_a_coach_types_them_exactly(own_school: School):
    school = own_school
    assert "Extra was added." in school.text("c1", "/periods add Extra; 1/11/2026; 20.12.2026 16u")
    assert "photo Mon 21 Dec, 10:30" in school.text("c1", "/periods move extra; 2026-12-21 10:30")
    assert "no deadline" in school.text("c1", "/periodes nieuw Vrij; 2027-01-08")


def test_what_cannot_be_is_said_and_changes_nothing(own_school: School):
    school = own_school
    school.say("c1", "/periods add One; 2026-10-01; 2026-12-18 16:00")
    for line, answer in (
        ("/periods add One; 2027-01-08; 2027-02-01 16:00", "a period called One already"),
        ("/periods add Two; 2026-12-01; 2027-02-01 16:00", "overlap with One"),
        ("/periods add Two; 2027-01-08; 2027-01-08 16:00", "at least a day after"),
        ("/periods add Two; 2027-01-08; 2029-01-08 16:00", "longer than a year"),
        ("/periods add Two; soon; 2027-02-01 16:00", "'soon' is not a day"),
        ("/periods add Two; 2027-01-08; noon", "'noon' is not a day and a time"),
        ("/periods move Three; 2027-01-08 16:00", "no period Three; there are: One"),
        ("/periods move One; 30/2/2027 16:00", "is not a day and a time"),
        ("/periods remove One", "I read it as: add or move"),
        (f"/periods add {'x' * 41}; 2027-01-08; 2027-02-01 16:00", "at most 40 characters"),
    ):
        assert answer in school.text("c1", line), line
    assert school.text("m1", "/periods").count("photo") == 1
    for who in ("m1", "t1", "s1"):
        assert "The coach keeps the periods" in school.text(who, "/periods move One; 2026-12-19 9u")


def test_buttons_of_a_coach_are_nobody_elses(own_school: School):
    school = own_school
    school.say("c1", "/periods add One; 2026-10-01; 2026-12-18 16:00")
    with school.engine.begin() as connection:
        (period,) = connection.exec_driver_sql("SELECT id FROM period").scalars()
    for code in (f"pe:{period}", f"pm:{period}:w", f"pk:{period}:yes", "pu:1", "pm:9:w"):
        (shown,) = school.tap_code("m1", code)
        assert "moved" not in shown.text
    assert "18 Dec, 16:00 (open)" in school.text("c1", "/periods")


def test_who_had_heard_of_a_period_is_told_of_its_move_once(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-10-12; 2026-12-18 16:00")
    opened = tick_through(school, 12)
    assert {who for who, shown in opened.items() if "One has begun." in shown[0].text} == set(
        school.people
    )
    school.at = datetime(2026, 10, 15, 6, tzinfo=UTC)
    school.say("c1", "/periods move One; 2026-12-11 16:00")
    moved = tick_through(school, 12)
    assert {len(shown) for shown in moved.values()} == {1}
    assert all("now taken on Fri 11 Dec, 16:00" in shown[0].text for shown in moved.values())
    assert moved.keys() == school.people.keys()
    assert tick_through(school, 30) == {}


def test_one_that_nobody_knew_of_moves_silently(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)
    school.say("c1", "/periods add Later; 2027-01-08; 2027-03-26 16:00")
    school.say("c1", "/periods move Later; 2027-03-19 16:00")
    assert tick_through(school, 14) == {}
    assert tick(school) == {}


def test_a_cancelled_one_is_told_and_gives_no_photo(dutch_school: School):
    school = dutch_school
    school.at = datetime(2026, 10, 14, 6, tzinfo=UTC)
    school.say("c1", "/periodes nieuw Een; 2026-10-12; 2026-10-30 16:00")
    tick_through(school, 12)
    school.at = datetime(2026, 10, 15, 6, tzinfo=UTC)
    school.say("c1", "/periodes")
    school.tap("c1", "Een wijzigen")
    school.tap("c1", "schrap ze")
    school.tap("c1", "ja, schrap Een")
    told = tick_through(school, 12)
    assert "Een gaat niet door: er komt geen foto." in told["s1"][0].text
    school.at = datetime(2026, 10, 30, 16, tzinfo=UTC)
    assert tick(school) == {}
    assert "nog geen foto" in school.text("s1", "/foto")
