"""A legend stands in full on the first picture of a person's day, afterwards in one line."""

import io
from datetime import UTC, datetime, timedelta

from PIL import Image

from bot.messages.kept import described
from bot.messages.pictures import Headed
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school, school
from tests.dialogues.files import newest_file
from tests.dialogues.school import School
from tests.dialogues.telling.test_pictures import NOON, rehearsing

__all__ = ["own_school", "school"]


def in_brief(shown) -> list[bool]:
    """Say of each picture of some messages whether its legend is one line."""
    pictures = (described(file["described"]) for answer in shown for file in answer.files)
    return [picture.in_brief for picture in pictures if isinstance(picture, Headed)]


def test_it_is_in_full_once_a_day_for_each_person(own_school: School):
    assert in_brief(own_school.say("m1", "/report jonas")) == [False]
    assert in_brief(own_school.say("m1", "/report jonas")) == [True]
    assert in_brief(own_school.say("m1", "/route jonas")) == [True]
    assert in_brief(own_school.say("s1", "/report")) == [False]
    own_school.later(days=1)
    assert in_brief(own_school.say("m1", "/route jonas")) == [False]


def test_a_day_is_the_persons_own(own_school: School):
    own_school.at = datetime(2026, 10, 14, 21, 30, tzinfo=UTC)  # 23:30 in Brussels
    assert in_brief(own_school.say("s1", "/report")) == [False]
    own_school.later(hours=1)
    assert in_brief(own_school.say("s1", "/report")) == [False]
    own_school.later(hours=10)
    assert in_brief(own_school.say("s1", "/report")) == [True]


def test_the_same_message_again_shows_what_it_showed(own_school: School):
    person, today = own_school.people["s1"].person_id, own_school.at.date()
    with own_school.engine.begin() as connection:
        legends = StoredUnitOfWork(connection).legends
        said = [("outbox:1", 0), ("outbox:1", 0), ("k2", 0), ("outbox:1", 0), ("k2", 1), ("k3", 1)]
        full = [legends.take(person, today + timedelta(days=day), key) for key, day in said]
    assert full == [True, True, False, True, True, False]


def test_what_comes_unasked_counts(own_school: School):
    own_school.at = NOON
    rehearsing(own_school)
    (arrived,) = tick(own_school)["m2"]
    assert in_brief([arrived]) == [False]
    assert in_brief(own_school.say("m2", "/report nicolas")) == [True]


def test_every_platform_draws_the_second_one_with_a_line(school: School):
    for line in ("8 all v", "10 all x", "11 all l"):
        school.say("s1", line)
    heights = []
    for _time in range(2):
        school.say("s1", "/report")
        with Image.open(io.BytesIO(newest_file(school, "s1"))) as picture:
            heights.append(picture.height)
    assert heights[0] > heights[1]
