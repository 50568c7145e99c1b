"""School holidays from files: calendars and lists as schools have them, and what is refused."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from bot.domain.telling.holidays import SchoolHoliday
from bot.exchange.holidays_file import read_holidays
from bot.refusal import Refused
from tests.exchange.english import english

AUTUMN = SchoolHoliday(date(2026, 11, 2), date(2026, 11, 8), "Herfstvakantie")
BRIDGE = SchoolHoliday(date(2027, 5, 7), date(2027, 5, 7), "Brugdag")


def read(folder: Path, text: str | bytes, name: str = "h.csv") -> list[SchoolHoliday]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_holidays(path, "Europe/Brussels")


@pytest.mark.parametrize(
    "text",
    [
        "first,last,name\n2026-11-02,2026-11-08,Herfstvakantie\n2027-05-07,,Brugdag\n",
        "naam;van;tot en met\nHerfstvakantie;2/11/2026;8/11/2026\nBrugdag;7-5-2027;7.5.2027\n",
        "sep=;\nNaam;Begindatum;Einddatum\nBrugdag;07/05/2027;\n"
        "Herfstvakantie;02/11/2026;08/11/2026\n",
        "\ufefffrom\tuntil\tname\n2026-11-02 00:00:00\t2026-11-08 00:00:00\tHerfstvakantie\n"
        "2027-05-07\t2027-05-07\tBrugdag\n",
    ],
)
def test_a_list_is_read(tmp_path, text):
    assert read(tmp_path, text) == [AUTUMN, BRIDGE]


def calendar(*entries: dict[str, object]) -> bytes:
    made = Calendar()
    made.add("prodid", "-//x//y//EN")
    made.add("version", "2.0")
    for number, entry in enumerate(entries):
        event = Event()
        event.add("uid", f"{number}@x")
        for name, value in entry.items():
            event.add(name, value)
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def test_a_calendar_is_read_whose_ends_are_not_part_of_it(tmp_path):
    text = calendar(
        {"summary": "Brugdag", "dtstart": date(2027, 5, 7)},
        {"summary": "Herfstvakantie", "dtstart": date(2026, 11, 2), "dtend": date(2026, 11, 9)},
        {"summary": "Weg", "dtstart": date(2026, 12, 2), "status": "CANCELLED"},
    )
    assert read(tmp_path, text, "h.ics") == [AUTUMN, BRIDGE]


def test_times_in_a_calendar_are_days_of_the_school(tmp_path):
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "SUMMARY:Herfstvakantie\r\nDTSTART:20261101T230000Z\r\nDTEND:20261108T230000Z\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert read(tmp_path, text, "h.ics") == [AUTUMN]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name\nx\n", "its first line lacks these columns: first"),
        ("first,last\n2026-11-02,2026-11-01\n", "line 2: 2026-11-01 is before 2026-11-02"),
        ("first,last\n2026-11-02,\n31/2/2026,\n", "line 3: '31/2/2026' is not a day such as"),
        ("first,last\nsoon,\n", "line 2: 'soon' is not a day such as"),
        ("first,last\n2026-09-01,2027-06-30\n", "is longer than 100 days"),
        ("first,last\n2026-09-01,2026-10-31\n2026-11-01,2026-12-31\n", "is longer than 100 days"),
        ("BEGIN:VCALENDAR\nthis is none\nEND:VCALENDAR\n", "not a calendar that I can read"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n", "there is no holiday in it"),
        (calendar({"summary": "Pause"}), "'Pause' has no days that I can read"),
        (
            calendar({"summary": "X", "dtstart": date(2026, 1, 1), "rrule": {"freq": "yearly"}}),
            "'X' repeats",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(tmp_path, text, why):
    with pytest.raises(Refused) as refused:
        read(tmp_path, text)
    assert why in english(refused.value.text)
