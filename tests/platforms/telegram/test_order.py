"""Taps and lines of one second count in the order in which they were made."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.platforms.telegram.polling import latest_times
from bot.storage.tables import entry, mark
from tests.dialogues.chat import opened
from tests.dialogues.telegram import TelegramSchool


@pytest.fixture(params=["polling", "webhook"])
def school(request, school_url):
    with opened(TelegramSchool, school_url, webhook=request.param == "webhook") as made:
        yield made


def marks(school):
    with school.engine.begin() as connection:
        return list(connection.execute(select(mark.c.mastery)).scalars())


def times(school):
    with school.engine.begin() as connection:
        said = select(entry.c.said_at).order_by(entry.c.id)
        return list(connection.execute(said).scalars())


def within_a_second(school):
    """Let a second begin, far enough in it that a line of the same second seems older."""
    school.later(seconds=1.4 - school.fake.now() % 1)


def test_a_line_typed_right_after_a_tap_counts(school):
    school.say("m1", "jonas 10.1")
    within_a_second(school)
    school.tap("m1", "✗ not")
    school.say("m1", "jonas 10.1 v")
    assert marks(school) == ["V"]
    assert times(school) == sorted(set(times(school)))


def test_a_tap_right_after_a_line_counts(school):
    school.say("m1", "jonas 10.1")
    within_a_second(school)
    school.say("m1", "jonas 10.1 v")
    school.say("m1", "jonas 10.1")
    school.tap("m1", "✗ not")
    assert marks(school) == ["X"]


def test_a_line_edited_right_after_a_tap_counts(school):
    said = school.users["m1"].says("jonas 10.1 l")
    school.quiet()
    school.say("m1", "jonas 10.1")
    within_a_second(school)
    school.tap("m1", "✗ not")
    school.users["m1"].edits(said, "jonas 10.1 v")
    school.quiet()
    assert marks(school) == ["V"]


def test_what_waited_out_an_outage_counts_in_its_order(school):
    """A tap tells no time: it is not later than the line that followed it."""
    user = school.users["m1"]
    school.say("m1", "jonas 10.1")
    school.fake.pause()
    user.taps(user.last, "✗ not")
    school.later(minutes=5)
    user.says("jonas 10.1 v")
    typed = datetime.fromtimestamp(school.fake.now(), UTC)
    school.later(hours=1)
    school.fake.pause(False)
    school.quiet()
    assert marks(school) == ["V"]
    if not school.webhook:
        assert (times(school)[-1] - typed).total_seconds() < 2, "as it was said, before the hour"


def test_by_when_a_tap_happened_is_told_by_what_follows_it():
    def line(number, date):
        return {"update_id": number, "message": {"date": date}}

    updates = [{"update_id": 7}, line(8, 100), {"update_id": 9}, {"update_id": 6}, line(5, 90)]
    by = datetime.fromtimestamp(100, UTC)
    assert latest_times(updates) == [by, None, None, by, by]
    assert latest_times([{"update_id": 1}, line(2, "x"), line(3, 10**30)]) == [None] * 3
