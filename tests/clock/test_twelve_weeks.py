"""A period of twelve weeks with a class of five, in Dutch: every message is read."""

from pathlib import Path

import pytest

from tests.clock.period.class_of_five import ClassOfFive
from tests.clock.period.play import Play
from tests.clock.period.reader import read_all

EXPECTED = {"notice", "reminder", "rehearsal", "photo", "alert", "prompt", "tip"}
"""What a period brings to people who did not ask for it."""

TAPPED = {"[los op …]", "[kies dit moment]", "[stuur de gewone]", "[antwoord]", "[klaar]"}
"""What must have been found to tap: a play whose buttons are gone plays nothing."""

OUTPUT = Path(__file__).parents[1] / "output"


@pytest.mark.slow
def test_nothing_is_too_long_untitled_or_untrue(sqlite_engine):
    school = ClassOfFive(sqlite_engine).found()
    try:
        Play(school).run()
    finally:
        OUTPUT.mkdir(exist_ok=True)
        (OUTPUT / "twelve_weeks.txt").write_text(school.transcript(), encoding="utf-8")
    complaints = [
        f"{message.at:%d %b} {message.to} {message.asked or 'unasked'}: {complaint}"
        for message, complaint in read_all(school)
    ]
    assert complaints == []
    assert {message.shown.kind for message in school.messages if message.unasked} >= EXPECTED
    assert {message.asked for message in school.messages} >= TAPPED
    assert school.agrees()
