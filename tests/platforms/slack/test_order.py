"""Taps and lines of one second count in the order in which they were made."""

from datetime import timedelta

from sqlalchemy import select

from bot.storage.tables import mark
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool


class Ahead(SlackSchool):
    """The school, where our clock is ahead of Slack's, as it is where a tap reaches us late."""

    def now(self):
        return super().now() + timedelta(seconds=5)


def test_a_line_typed_right_after_a_tap_counts(school_url):
    with opened(Ahead, school_url) as school:
        school.say("m1", "jonas 10.1")
        school.tap("m1", "✗ not")
        school.say("m1", "jonas 10.1 v")
        with school.engine.begin() as connection:
            assert list(connection.execute(select(mark.c.mastery)).scalars()) == ["V"]
