"""Periods in the chat: everybody sees them, the coach keeps them, who knew is told once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import FRAMEWORK, School, roster
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]

BRUSSELS = ZoneInfo("Europe/Brussels")


def test_the_usual_three_by_one_tap(own_school: School):
    school = own_school
    assert "No periods were agreed yet." in school.text("s1", "/periods")
    school.say("c1", "/periods")
    added = school.tapped("c1", "add the usual three")
    assert "3 periods added." in added
    assert "Period 1: from 1 Sep, photo Fri 18 Dec, 16:00 (open, 65 days left)" in added
    assert "Period 2: from 7 Jan 2027, photo Fri 26 Mar 2027, 16:00 (not open yet)" in added
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
    assert "photo Thu 24 Dec, 16:00 (open, 71 days left)" in school.tapped("c1", "back")
    school.tap("c1", "cancel it")
    done = school.tapped("c1", "yes, cancel Period 1")
    assert "Period 1: from 1 Sep, photo Thu 24 Dec, 16:00 (cancelled)" in done


@both_ways
def test_the_coach_keeps_a_period_on_every_platform(school: School):
    today = school.at.astimezone(BRUSSELS).date()  # near midnight not the day of UTC
    opens, photo = (today + timedelta(days=days) for days in (-1, 30))
    added = school.text("c1", f"/periods add One; {opens}; {photo} 16:00")
    assert "One was added." in added
    assert "(open, 30 days left)" in added
    assert "(open, 30 days left)" in school.text("s1", "/periods")
    school.tap("c1", "change One")
    assert "(open, 37 days left)" in school.tapped("c1", "a week later")
    assert "(open, 36 days left)" in school.tapped("c1", "a day earlier")
    school.tap("c1", "cancel it")
    assert "One was cancelled." in school.tapped("c1", "yes, cancel One")
    assert "(cancelled)" in school.text("t1", "/periods")


def test_the_next_one_is_proposed_after_the_last_and_added_once(own_school: School):
    school = own_school
    school.say("c1", "/periods")
    school.tap("c1", "add the usual three")
    *_others, proposal = school.say("c1", "/periods")[0].buttons
    assert proposal[0]["label"] == "add Period 4: 1 Sep 2027 to 17 Dec 2027"
    assert "Period 4 was added." in school.tapped("c1", "add Period 4: 1 Sep 2027 to 17 Dec 2027")
    assert school.buttons("c1")[-1] == "add Period 5: 7 Jan 2028 to 24 Mar 2028"
    shown = school.text("c1", "/periods")
    assert "/periods add Period 5; 2028-01-07; 2028-03-24 16:00." in shown  # as it may be sent
    (again,) = school.tap_code("c1", proposal[0]["code"])
    assert "added" not in again.text
    assert again.text.count("photo Fri 17 Dec 2027") == 1
    school.say("c1", "/periods add Free; 2028-02-01")
    school.tap("c1", "yes, 2028")
    assert not any(label.startswith("add") for label in school.buttons("c1"))


def test_the_open_one_comes_first(own_school: School):
    school = own_school
    for line in ("Before; 2026-09-01; 2026-10-10 16:00", "Now; 2026-10-12; 2026-10-15 16:00"):
        school.at = datetime(2026, 10, 5, 8, tzinfo=UTC)
        school.say("c1", f"/periods add {line}")
    school.at = datetime(2026, 10, 14, 22, 30, tzinfo=UTC)  # in Brussels it is the 15th
    _title, first, second = school.text("m1", "/periods").splitlines()
    assert first == "Now: from 12 Oct, photo Thu 15 Oct, 16:00 (open, its photo is today)"
    assert second.startswith("Before:")


def test_no_tap_moves_a_photo_into_the_past(own_school: School):
    school = own_school
    school.say("c1", "/periods add One; 2026-10-01; 2026-10-16 16:00")
    school.tap("c1", "change One")
    moves = ["a day earlier", "a day later", "a week later"]
    assert school.buttons("c1") == [*moves, "this is the last photo", "cancel it"]
    school.later(days=2)
    assert "that time is past" in school.tapped("c1", "a day earlier")
    assert "photo Fri 16 Oct" in school.text("c1", "/periods")


def test_once_its_photo_was_taken_a_period_is_not_offered_for_change(own_school: School):
    school = own_school
    school.say("c1", "/periods add One; 2026-10-01; 2026-10-16 16:00")
    school.at = datetime(2026, 10, 16, 15, tzinfo=UTC)
    tick(school)
    assert "(photo taken)" in school.text("c1", "/periods")
    assert school.buttons("c1") == ["add Period 2: 7 Jan 2027 to 26 Mar 2027"]


def test_a_coach_of_several_programmes_names_one_by_its_code(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        organisation = uow.catalogue.list_organisations()[0]
        import_framework(uow.catalogue, organisation.id, replace(FRAMEWORK, code="WOOD-1"))
        import_roster(uow.catalogue, organisation, [replace(roster()[0], framework="WOOD-1")])
    elec, wood = school.say("c1", "/periods")
    assert "put ELEC-1 before add or move" in elec.text
    assert "put WOOD-1 before add or move" in wood.text
    line = "add One; 2026-10-01; 2026-12-18 16:00"
    assert "begin with the code of one (ELEC-1, WOOD-1)" in school.text("c1", f"/periods {line}")
    assert "One was added." in school.text("c1", f"/periods wood-1 {line}")
    elec, wood = school.say("c1", "/periods")
    assert "One:" not in elec.text
    assert "One:" in wood.text


def test_a_coach_types_them_exactly(own_school: School):
    school = own_school
    assert "Extra was added." in school.text("c1", "/periods add Extra; 1/11/2026; 20.12.2026 16u")
    assert "photo Mon 21 Dec, 10:30" in school.text("c1", "/periods move extra; 2026-12-21 10:30")
    moved = school.text("c1", "/periodes verplaats Extra; foto 22/12/2026 16:00")
    assert "Extra was moved." in moved
    assert "photo Tue 22 Dec, 16:00" in moved
    assert "Extra was moved." in school.text("c1", "/perioden Verschieben extra; 2026-12-20 16:00")
    assert "Extra was moved." in school.text("c1", "/periodes déplacer extra; 2026-12-21 16h")
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
        ("/periods move One; photo", "'photo' is not a day and a time"),
        ("/periods move One; photo 2026-10-13 16:00", "that time is past"),
        ("/periods add Two; 2025-09-01; 2025-12-18 16:00", "that time is past"),
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
    codes = (f"pe:{period}", f"pm:{period}:w", f"pk:{period}:yes", "pu:1", "pm:9:w")
    for code in (*codes, school.say("c1", "/periods")[0].buttons[-1][0]["code"]):
        (shown,) = school.tap_code("m1", code)
        assert "The coach keeps the periods" in shown.text
    assert "18 Dec, 16:00 (open, 65 days left)" in school.text("c1", "/periods")


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
