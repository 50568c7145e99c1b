"""Meetings as a calendar file that any calendar takes in."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from bot.i18n import Voice
from bot.messages import CalendarEntry

MAKER = "-//Kompaan//Kompaan//EN"


def calendar_ics(entries: Sequence[CalendarEntry], voice: Voice, at: datetime) -> bytes:
    """Write entries in the reader's language, made at that instant (aware) unless they name one.

    Times are in UTC, which every calendar shows in its own zone. The same meeting, said anew or
    moved, has the same identity and a higher sequence (RFC 5545, 3.8.7.4), so that a calendar
    changes it instead of keeping two, or the first.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, voice, at))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry, voice: Voice, at: datetime) -> Event:
    begins = entry.begins.astimezone(UTC)
    event = Event()
    event.add("uid", f"{sha256(entry.meeting.encode()).hexdigest()[:32]}@kompaan")
    event.add("dtstamp", (entry.made_at or at).astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.version)
    if entry.minutes:
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=entry.minutes))
    else:  # a whole day has no zone (3.6.1): noon lies on the same one in UTC
        event.add("dtstart", begins.date())
    event.add("summary", voice.say(entry.title))
    for name, what in (("description", entry.description), ("location", entry.place)):
        if text := voice.say(what):
            event.add(name, text)
    return event
