"""The one place where unasked messages go: what waits goes along, and what if it is lost."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import Permanent, RefusalReason
from bot.domain.telling.places import Place
from bot.messages import MessageKind
from bot.ports.telling.outbox import Posted, Tried
from bot.storage.tables import account, outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.talking.change_preferences import Setting, change_preferences
from bot.use_cases.telling.deliver_outbox import settle_tried
from bot.use_cases.telling.places import find_place
from tests.fakes.devices import subscribe
from tests.fakes.outbox import MORNING, claim, draft, populate, write

HOUR = timedelta(hours=1)


@pytest.fixture
def school(engine):
    """Person 1 joined on Telegram, then on the page, where a device has push messages."""
    populate(engine, 1)
    with engine.begin() as connection:
        later = {"organisation_id": 1, "joined_at": MORNING + HOUR}
        page = {**later, "person_id": 1, "platform": "page", "address": "1"}
        connection.execute(insert(account), page)
    subscribe(engine, 1, 11, at=MORNING)
    return engine


def does(school, use_case, *given):
    with school.begin() as connection:
        return use_case(StoredUnitOfWork(connection), *given)


def chooses(school, place):
    does(school, change_preferences, 1, Setting.PLACE, place, MORNING)


def posts(school, subject):
    posted = Posted(1, MessageKind.ALERT, subject, Asks.ALERT, about_id=1)
    does(school, lambda uow: uow.outbox.post(posted, MORNING))


def where(school):
    with school.begin() as connection:
        found = select(outbox.c.subject, outbox.c.platform).order_by(outbox.c.id)
        return [tuple(row) for row in connection.execute(found)]


def test_it_is_the_chosen_one_and_what_waits_goes_along(school):
    assert does(school, find_place, 1, MORNING) is Place.PUSH
    posts(school, "a")
    write(school, [draft(1, "said of Telegram", kind=MessageKind.NOTICE)])
    chooses(school, "telegram")
    posts(school, "b")
    assert where(school) == [("a", "telegram"), ("said of Telegram", "telegram"), ("b", "telegram")]
    chooses(school, "push")
    posts(school, "c")
    assert where(school) == [
        ("a", "page"), ("said of Telegram", "telegram"), ("b", "page"), ("c", "page"),
    ]  # fmt: skip
    assert does(school, find_place, 1, MORNING) is Place.PUSH
    chooses(school, "slack")
    assert does(school, find_place, 1, MORNING) is Place.PUSH


def test_what_stands_in_a_chat_is_changed_there(school):
    chooses(school, "telegram")
    posts(school, "a")
    with school.begin() as connection:
        connection.execute(outbox.update().values(platform_ref="77"))
    chooses(school, "page")
    assert where(school) == [("a", "telegram")]


def test_where_it_is_lost_the_next_is_used_and_told_there(school):
    chooses(school, "telegram")
    posts(school, "a")
    (message,) = claim(school)
    blocked = [Tried(message, Permanent(RefusalReason.BLOCKED), MORNING)]
    does(school, settle_tried, blocked, lambda: 0.0)
    assert does(school, find_place, 1, MORNING) is Place.PUSH
    assert [(platform, asks) for _subject, platform, asks in told(school)] == [
        ("page", "alert:1"),
        ("page", "place lost:0"),
    ]
    posts(school, "b")
    assert where(school)[-1] == ("b", "page")


def told(school):
    with school.begin() as connection:
        found = select(outbox.c.subject, outbox.c.platform, outbox.c.asks).order_by(outbox.c.id)
        return connection.execute(found).all()
