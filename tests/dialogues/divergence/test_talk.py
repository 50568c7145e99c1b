"""Planning a talk: an entry for a calendar, moved until it fits; and the log as a file."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.files import newest_file
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def alerted(school: School) -> School:
    """Let an alert of Jonas stand; it is Wednesday in the schools that keep a time of their own."""
    timed = with_period(school)
    all_score(timed)
    quiet(timed)
    return timed


def event(school: School):
    (found,) = Calendar.from_ical(newest_file(school, "c1")).walk("VEVENT")
    return found


@both_ways
def test_every_platform_brings_a_calendar_file_and_moves_it(school: School):
    timed = alerted(school)
    assert "8.1 marks 1" in timed.tapped("c1", "plan a talk")
    first = event(timed)
    assert str(first["SUMMARY"]) == "Talk about Jonas · 8 Marks out routes · Period 3"
    assert "Jonas Peeters (student)" in str(first["DESCRIPTION"])
    assert not set("✗◐✓") & set(str(first["DESCRIPTION"]))
    assert first.start.weekday() < 5
    (moved,) = timed.tap("c1", "an hour later")
    assert moved.edited
    assert (event(timed).start - first.start).total_seconds() == 3600
    assert event(timed)["UID"] == first["UID"]


def test_each_move_tells_a_calendar_that_it_is_newer(own_school: School):
    timed = alerted(own_school)
    timed.tap("c1", "plan a talk")
    sequences, stamps = [], []
    for _move in range(3):
        sequences.append(int(event(timed)["SEQUENCE"]))
        stamps.append(event(timed)["DTSTAMP"].dt)
        timed.later(minutes=1)
        timed.tap("c1", "an hour later")
    assert sequences == sorted(set(sequences))
    assert stamps[0] == timed.at - timedelta(minutes=3)
    assert Calendar.from_ical(newest_file(timed, "c1"))["METHOD"] == "PUBLISH"


def test_it_proposes_the_third_working_day_and_steps_over_weekends(own_school: School):
    timed = alerted(own_school)  # Wednesday 14 October 2026
    assert "Mon 19 Oct, 16:00, 30 minutes" in timed.tapped("c1", "plan a talk")
    assert "Fri 16 Oct, 16:00" in timed.tapped("c1", "a day earlier")
    assert "Thu 15 Oct, 16:00" in timed.tapped("c1", "a day earlier")
    assert "Wed 14 Oct, 16:00" in timed.tapped("c1", "a day earlier")
    assert timed.buttons("c1") == [
        "choose this moment",
        "a day later",
        "an hour earlier",
        "an hour later",
        "another moment …",
    ]
    for _day in range(3):
        timed.tap("c1", "a day later")
    assert "Tue 20 Oct, 16:00" in timed.tapped("c1", "a day later")


def test_another_moment_can_be_typed(own_school: School):
    timed = alerted(own_school)
    timed.tap("c1", "plan a talk")
    timed.tap("c1", "another moment …")
    assert "I need a day and a time" in timed.text("c1", "tomorrow")
    for never in ("2026-10-01 14:00", "8999-12-31 14:00"):
        assert "for a moment to come, within a year" in timed.text("c1", never)
    assert "I need a day and a time" in timed.text("c1", "9999-12-31 14:00")
    (refused,) = timed.tap_code("c1", "tm:1:999912312330")
    assert refused.files == []
    assert "Tue 3 Nov, 14:30" in timed.text("c1", "3/11/2026 14u30")
    assert event(timed).start == datetime(2026, 11, 3, 13, 30, tzinfo=UTC)


def test_it_is_planned_once_a_moment_is_chosen(own_school: School):
    timed = alerted(own_school)
    timed.tap("c1", "plan a talk")
    timed.tap("c1", "a day earlier")
    assert "Nothing was done about Jonas yet" in timed.text("c1", "/log jonas")
    (planned,) = timed.tap("c1", "choose this moment")
    assert planned.edited
    assert "Planned: Fri 16 Oct, 16:00, 30 minutes" in planned.text
    assert "choose this moment" not in timed.buttons("c1")
    assert event(timed).start == datetime(2026, 10, 16, 14, tzinfo=UTC)
    timed.tap_code("c1", "ta:1:202610161400")
    timed.tap("c1", "another moment …")
    timed.say("c1", "3/11/2026 14u30")
    _title, *planned_at = timed.text("c1", "/log jonas").splitlines()
    assert [line.partition(" · ")[2] for line in planned_at] == [
        "8 Marks out routes · talk planned Tue 3 Nov, 14:30 · Lien Martens",
        "8 Marks out routes · talk planned Fri 16 Oct, 16:00 · Lien Martens",
    ]


@pytest.mark.parametrize("who", ["s1", "m1", "t1", "s2"])
def test_nobody_else_plans_one(own_school: School, who: str):
    timed = alerted(own_school)
    for code in ("tm:1:202610191400", "ta:1:202610191400", "ty:1", "tm:1:209913991400"):
        (answer,) = timed.tap_code(who, code)
        assert answer.files == []
        assert "Jonas" not in answer.text
    timed.tap("c1", "seen")
    (answer,) = timed.tap_code(who, "lx:1")
    assert answer.files == []
    assert timed.say(who, "/log export")[0].files == []


def test_the_log_goes_along_as_a_file(school: School):
    timed = alerted(school)
    assert "Nothing was done about Jonas yet" in timed.text("c1", "/log export jonas")
    timed.tap("c1", "resolve …")
    timed.say("c1", "=HYPERLINK(1)")
    assert "as a file: 1 line" in timed.text("c1", "/log export jonas")
    named, header, line, *_rest = newest_file(timed, "c1").decode("utf-8-sig").split("\r\n")
    assert named == "sep=;"  # the school is in Belgium
    assert header == "when;competence;about;what;in words;by whom"
    assert line.endswith(
        ";8 Marks out routes;seen differently;resolved;'=HYPERLINK(1);Lien Martens"
    )
    timed.say("c1", "/log jonas")
    assert "as a file: 1 line" in timed.tapped("c1", "as a file")


def test_in_dutch(dutch_school: School):
    timed = alerted(dutch_school)
    said = timed.tapped("c1", "plan een gesprek")
    assert "ma 19 okt, 16:00, 30 minuten" in said
    assert "Gepland: ma 19 okt, 16:00" in timed.tapped("c1", "kies dit moment")
    timed.say("c1", "/logboek exporteer jonas")
    _named, header, *_rest = newest_file(timed, "c1").decode("utf-8-sig").split("\r\n")
    assert header == "wanneer;competentie;waarover;wat;in woorden;door wie"


def test_a_moment_is_typed_right_after_a_talk_is_planned(own_school: School):
    timed = alerted(own_school)  # Wednesday 14 October 2026
    for text, meant in (
        ("donderdag om 14u", "Thu 15 Oct, 14:00"), ("liever vrijdag 15:30", "Fri 16 Oct, 15:30"),
        ("Monday at 9am", "Mon 19 Oct, 09:00"), ("jeudi à 14h", "Thu 15 Oct, 14:00"),
        ("Freitag um 10 Uhr", "Fri 16 Oct, 10:00"), ("20/10 11u", "Tue 20 Oct, 11:00"),
    ):  # fmt: skip
        timed.tap("c1", "plan a talk")
        assert f"Planned: {meant}" in timed.text("c1", text), text
    timed.tap("c1", "plan a talk")
    timed.tap("c1", "an hour later")
    assert "Planned: Thu 15 Oct, 14:00" in timed.text("c1", "donderdag om 14u")
    timed.tap("c1", "plan a talk")
    assert "Type a day and a time" in timed.text("c1", "donderdag")
    assert "Planned: Thu 15 Oct, 14:00" in timed.text("c1", "donderdag om 14u")
    timed.tap("c1", "plan a talk")
    assert "Jonas Peeters · Electrician" in timed.text("c1", "/report jonas")
    assert "Planned" not in timed.text("c1", "donderdag om 14u")
