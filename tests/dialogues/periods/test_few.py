"""A few to begin with: only `/open` says how much is open in all, and each number has its title."""

import re
from datetime import UTC, datetime

import pytest

from bot.domain.periods.period import Dates
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]

OPENS = datetime(2026, 9, 1, tzinfo=UTC)
PHOTO = datetime(2026, 10, 30, 15, tzinfo=UTC)
NOON = datetime(2026, 10, 16, 10, 5, tzinfo=UTC)


@pytest.fixture
def timed(own_school: School) -> School:
    return with_period(own_school)


def with_period(school: School) -> School:
    with school.engine.begin() as connection:
        add_period(StoredUnitOfWork(connection), 1, 1, "One", Dates(OPENS, PHOTO))
    school.at = NOON
    return school


def test_a_reminder_begins_with_a_few(timed: School):
    (told,) = tick(timed)["m1"]
    assert told.text == (
        "Jonas and Noor: 8 indicators for this week: 8 “Marks out routes”, 11 “Sets boxes”.\n"
        "Everything that is open: /open\n"
        "14 days until the photo of One: Fri 30 Oct, 16:00."
    )
    assert "22 indicators are open" in timed.text("m1", "/open")


def test_what_is_in_focus_comes_first(timed: School):
    timed.say("t1", "focus jonas 11.4 11.5")
    (told,) = tick(timed)["m1"]
    assert "Jonas: 8 indicators for this week: 11 “Sets boxes”, 8 “Marks out routes”." in told.text
    assert "Jonas · 11 Sets boxes" in timed.tapped("m1", "start: Jonas")


def test_then_what_the_period_lacks_most(timed: School):
    timed.say("s1", "8 all v")
    timed.say("s1", "10: 1-3v")
    (told,) = tick(timed)["s1"]
    assert "Your own view: 8 indicators for this week: 11 “Sets boxes”, 10 “Lays" in told.text
    assert "Jonas · 11 Sets boxes" in timed.tapped("s1", "start")


def test_the_last_few_are_said_as_they_are(timed: School):
    for line in ("8 all v", "10 all v", "11: 1-2v"):
        timed.say("s1", line)
    (told,) = tick(timed)["s1"]
    assert told.text.startswith("Your own view: 3 indicators still wait: 11 “Sets boxes”.\n14 days")


def test_just_before_the_photo_a_few_are_to_begin_with(timed: School):
    tick_through(timed, 24 * 13)
    (told,) = tick_through(timed, 26)["s1"]
    assert "8 indicators to begin with: " in told.text


def test_no_message_but_open_says_the_whole_number(timed: School):
    said = [shown.text for texts in tick_through(timed, 24 * 14).values() for shown in texts]
    for who in ("s1", "m1", "t1"):
        timed.say(who, "/score")
        said += [timed.text(who, line) for line in ("/home", "/help", "/score jonas")]
    assert said
    for text in said:
        assert not re.search(r"\b(22|44|66)\b", text), text
    assert "22 indicators are open" in timed.text("s1", "/open")


def test_the_coach_reads_who_has_not_begun(timed: School):
    timed.say("s1", "8 all v")
    for line in ("8 all v", "10 all v", "11: 1-2v"):
        timed.say("m1", f"jonas {line}")
    told = "\n".join(shown.text for shown in tick_through(timed, 24 * 13)["c1"])
    assert "Jonas: student in part, mentor 3 left, teacher nothing yet" in told


def test_in_dutch(dutch_school: School):
    (told,) = tick(with_period(dutch_school))["s1"]
    assert told.text == (
        "Je eigen kijk: 8 indicatoren voor deze week: 8 “Marks out routes”, 11 “Sets boxes”.\n"
        "Alles wat openstaat: /open\n"
        "Nog 14 dagen tot de foto van One: vr 30 okt, 16:00."
    )
