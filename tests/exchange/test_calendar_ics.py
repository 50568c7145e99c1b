"""A calendar entry, read back by a library that knows the format."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from icalendar import Calendar

from bot.exchange.calendar_ics import calendar_ics
from bot.i18n import Voice
from bot.messages import CalendarEntry, _

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
BEGINS = datetime(2026, 12, 1, 14, 30, tzinfo=timezone(timedelta(hours=1)))
ODD = "Talk, with; Jonas\nEND:VEVENT\r\nBEGIN:VALARM \\ é 😀" + "x" * 200
ENTRY = CalendarEntry("m1", ODD, BEGINS, 45, _("student"), "")


def read(entry, language="en"):
    written = calendar_ics([entry], Voice(language, "Europe/Brussels"), AT)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    calendar = Calendar.from_ical(written)
    (event,) = calendar.walk("VEVENT")
    assert not calendar.walk("VALARM")
    return event


def test_it_says_what_when_and_how_long_whatever_somebody_wrote():
    event = read(ENTRY, "nl")
    assert str(event["SUMMARY"]).split() == ODD.split()
    assert event.start == BEGINS
    assert event.duration == timedelta(minutes=45)
    assert event["DESCRIPTION"] == "leerling"
    assert "LOCATION" not in event


def test_the_same_meeting_said_anew_is_the_same_one():
    later = BEGINS + timedelta(days=1)
    again = replace(ENTRY, begins=later, description="more to say", place="Room 2")
    assert read(again)["UID"] == read(ENTRY)["UID"]
    assert read(again)["LOCATION"] == "Room 2"
    assert read(replace(ENTRY, meeting="m2"))["UID"] != read(ENTRY)["UID"]


def test_an_entry_that_is_moved_says_so_to_the_calendar():
    moved = replace(ENTRY, begins=BEGINS + timedelta(days=1), version=60, made_at=AT - timedelta(1))
    before, after = read(ENTRY), read(moved)
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTAMP"].dt == AT - timedelta(days=1)
    written = calendar_ics([moved], Voice("en", "UTC"), AT)
    assert Calendar.from_ical(written)["METHOD"] == "PUBLISH"


def test_an_entry_without_minutes_is_a_whole_day_and_several_stand_in_one_file():
    noon = datetime(2026, 12, 18, 12, tzinfo=timezone(timedelta(hours=1)))
    days = [replace(ENTRY, meeting=f"m{place}", begins=noon, minutes=0) for place in (1, 2)]
    events = Calendar.from_ical(calendar_ics(days, Voice("nl", "UTC"), AT)).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [date(2026, 12, 18)] * 2
    assert len({event["UID"] for event in events}) == 2
