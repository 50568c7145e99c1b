"""A meeting as a calendar entry that any calendar takes in."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from bot.i18n import Voice
from bot.messages import CalendarEntry

MAKER = "-//Kompaan//Kompaan//EN"


def calendar_ics(entry: CalendarEntry, voice: Voice, at: datetime) -> bytes:
    """Write an entry in the reader's language, made at that instant (aware) unless it names one.

    Times are in UTC, which every calendar shows in its own zone. The same meeting, said anew or
    moved, has the same identity and a higher sequence (RFC 5545, 3.8.7.4), so that a calendar
    changes it instead of keeping two, or the first.
    """
    begins = entry.begins.astimezone(UTC)
    event = Event()
    event.add("uid", f"{sha256(entry.meeting.encode()).hexdigest()[:32]}@kompaan")
    event.add("dtstamp", (entry.made_at or at).astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.version)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=entry.minutes))
    event.add("summary", voice.say(entry.title))
    for name, what in (("description", entry.description), ("location", entry.place)):
        if text := voice.say(what):
            event.add(name, text)
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
