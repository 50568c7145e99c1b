"""A moment to come, as people name it in four languages."""

from datetime import UTC, datetime

import pytest

from handlers.talking.meaning.ahead import read_ahead

NOW = datetime(2026, 12, 2, 10, 0, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-12-18 16:00", "2026-12-18 16:00"),
        ("18/12/2026 16h30", "2026-12-18 16:30"),
        ("2026-12-18T16:00", "2026-12-18 16:00"),
        ("Friday 3pm", "2026-12-04 15:00"),
        ("next friday at 3:30 pm", "2026-12-04 15:30"),
        ("vrijdag 15u", "2026-12-04 15:00"),
        ("vrijdag om 15 uur", "2026-12-04 15:00"),
        ("vr 15u30", "2026-12-04 15:30"),
        ("18/12 15:00", "2026-12-18 15:00"),
        ("18.12. 15:00", "2026-12-18 15:00"),
        ("18 dec 15h", "2026-12-18 15:00"),
        ("18 december, 15:00", "2026-12-18 15:00"),
        ("12 jan 9:00", "2027-01-12 09:00"),
        ("1/12 9:00", "2027-12-01 09:00"),
        ("morgen 9u", "2026-12-03 09:00"),
        ("tomorrow at 12am", "2026-12-03 00:00"),
        ("today 12pm", "2026-12-02 12:00"),
        ("woensdag 9u", "2026-12-09 09:00"),
        ("woensdag 11u", "2026-12-02 11:00"),
        ("jeudi à 14h", "2026-12-03 14:00"),
        ("Donnerstag um 14 Uhr", "2026-12-03 14:00"),
        ("am Freitag um 14:30", "2026-12-04 14:30"),
        ("demain à 9h30", "2026-12-03 09:30"),
        ("18 décembre 15h", "2026-12-18 15:00"),
        ("ma 9u", "2026-12-07 09:00"),
    ],
)
def test_a_day_and_a_time_are_the_next_that_come(written: str, meant: str):
    assert read_ahead(written, NOW) == datetime.fromisoformat(meant)


@pytest.mark.parametrize(
    "written",
    ["", "friday", "15:00", "friday 15", "t 9u", "m 9u", "31/2 15:00", "friday 25:00",
     "friday 13pm", "friday 0am", "18/13 15:00", "someday 15:00", "today 9:00",
     "2026-12-01 16:00"],
)  # fmt: skip
def test_what_is_not_sure_or_past_is_not_read(written: str):
    assert read_ahead(written, NOW) is None
