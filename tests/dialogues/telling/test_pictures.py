"""The picture of a message that nobody asked for: drawn when it arrives, for who may see it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.periods.period import Dates
from bot.messages import HeatMapPicture, ReportPicture
from bot.messages.kept import described
from bot.ports import Shown
from bot.storage.tables import involvement, outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import hear, tick, told
from tests.dialogues.conftest import own_school, school
from tests.dialogues.files import PNG, newest_file
from tests.dialogues.school import School
from tests.use_cases.telling.test_look_here import ticks

__all__ = ["own_school", "school"]

NOON = datetime(2026, 10, 23, 11, 5, tzinfo=UTC)  # a Friday, 13:05 in Brussels
NICOLAS = 3
"""His track."""
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


def rehearsing(school: School, noon: datetime = NOON) -> School:
    """A period of which the photo is taken a week after a noon."""
    dates = Dates(noon - 8 * WEEK, noon + WEEK + timedelta(hours=3))
    with school.engine.begin() as connection:
        add_period(StoredUnitOfWork(connection), 1, 1, "One", dates)
    for who, line in (("s3", "8 all l"), ("m2", "8 xxxl"), ("t1", "nicolas 8 all v")):
        school.say(who, line)
    school.at = noon
    return school


@pytest.fixture
def timed(own_school: School) -> School:
    own_school.at = NOON - DAY
    return rehearsing(own_school)


def picture_of(shown: Shown):
    """The one picture of a message, whole or in parts."""
    found = [described(file["described"]) for file in shown.files]
    assert len({type(picture) for picture in found}) == 1
    return found[0]


def test_words_and_picture_arrive_on_every_platform(school: School):
    noon = school.at.replace(hour=11, minute=5) + DAY * (8 - school.at.weekday())  # a Tuesday
    rehearsing(school, noon)
    hear(school)
    (text,) = told(school, "m2", "reminder")  # the reminder of that day stands in it
    assert "This is how the photo of One would look now:\nNicolas: 1 competence not" in text
    assert newest_file(school, "m2").startswith(PNG)
    assert "8 Marks out routes" in school.tapped("m2", "report")
    school.at = noon + WEEK + DAY
    hear(school)
    text = told(school, "s3", "reminder")[-1]
    assert text.startswith("The photo of One was taken.")
    assert newest_file(school, "s3").startswith(PNG)


def test_a_rehearsal_shows_who_scores_their_own_view_alone(timed: School):
    arrived = tick(timed)
    for who, role in (("s3", "student"), ("m2", "mentor")):
        picture = picture_of(arrived[who][0])
        assert isinstance(picture, ReportPicture)
        assert picture.columns == (role,)
        assert picture.title == "Nicolas Maes · Electrician"
        assert "Nicolas Maes · Electrician" in (arrived[who][0].alt or "")


def test_a_photo_shows_all_that_its_button_shows(timed: School):
    tick(timed)
    timed.at += WEEK + 3 * DAY
    arrived = tick(timed)
    (told_mentor,) = arrived["m2"]
    picture = picture_of(told_mentor)
    assert picture.photo == "One"
    (shown,) = timed.tap("m2", "see the photo")
    assert [{**file["described"], "in_brief": False} for file in shown.files] == [
        file["described"] for file in told_mentor.files
    ]


def without(school: School, who: str, track_id: int) -> None:
    """Take somebody's place around a student away."""
    with school.engine.begin() as connection:
        connection.execute(
            involvement.delete().where(
                involvement.c.person_id == school.people[who].person_id,
                involvement.c.track_id == track_id,
            )
        )


def test_several_students_are_summed_up_by_the_map_of_their_class_or_by_none(timed: School):
    arrived = tick(timed)
    assert not any(arrived[who][0].files for who in ("m1", "t1", "c1"))  # no single class
    without(timed, "t1", NICOLAS)
    without(timed, "c1", NICOLAS)
    timed.at += WEEK + 3 * DAY
    arrived = tick(timed)
    for who in ("t1", "c1"):
        picture = picture_of(next(shown for shown in arrived[who] if shown.kind == "photo"))
        assert isinstance(picture, HeatMapPicture)
        assert (picture.title, len(picture.students)) == ("6E · Electrician · photo of One", 2)
    assert not arrived["m1"][0].files


def test_who_may_not_see_it_any_more_gets_none_and_the_outbox_keeps_none(timed: School):
    ticks(timed)  # what is due is planned, and nobody has looked yet
    without(timed, "m2", NICOLAS)
    arrived = tick(timed)
    assert "m2" not in arrived
    assert arrived["s3"][0].files
    with timed.engine.begin() as connection:
        kept = connection.execute(outbox.select()).all()
    assert kept
    assert not any(row.content.keys() & {"files", "made"} for row in kept)
