"""An answer that a platform does not take for long is said once it may be."""

import pytest
from sqlalchemy import select

from bot.storage.tables import outbox
from tests.dialogues.chat import opened
from tests.dialogues.clock import hear
from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool
from tests.fakes.waiting import wait_for

SENDS = {"telegram": "sendMessage", "slack": "chat.postMessage"}


@pytest.fixture(params=["telegram", "slack"])
def school(request, school_url):
    kind, more = (
        (TelegramSchool, {"webhook": True})
        if request.param == "telegram"
        else (
            SlackSchool,
            {},
        )
    )
    with opened(kind, school_url, **more) as made:
        yield made


def held(school):
    with school.engine.begin() as connection:
        return connection.execute(select(outbox).order_by(outbox.c.id)).all()


def holds_back(school, seconds, times=1):
    method = SENDS[school.platform.name]
    school.fake.fails("429", method=method, retry_after=seconds, times=times)


def texts(school):
    return [message.text for message in school.users["m1"].answers]


@pytest.mark.parametrize("seconds", [61, 900, 40_000])
def test_it_waits_in_the_outbox_and_is_said_when_it_may_be(school, seconds):
    holds_back(school, seconds)
    school.users["m1"].says("jonas 8 all v")
    wait_for(lambda: held(school), what="an answer held back")
    school.settled()
    assert texts(school) == []
    school.at = school.now()
    school.later(seconds=seconds - 30)
    hear(school)
    assert texts(school) == []
    school.later(seconds=60)
    hear(school)
    (told,) = texts(school)
    assert "4 indicators stored" in told
    assert "↩ Undo" in school.users["m1"].last.labels
    assert "Undone" in school.tapped("m1", "↩ Undo")
    assert school.scores == 0


def test_what_was_said_of_it_is_not_said_again(school):
    school.say("m1", "jonas 8 all v")
    holds_back(school, 900)
    school.users["m1"].says("/help")
    wait_for(lambda: held(school), what="an answer held back")
    assert len(held(school)) == 1


def test_a_stranger_is_kept_nothing_for(school):
    stranger = school.fake.user("stranger")
    holds_back(school, 900)
    stranger.says("hello")
    school.quiet()
    assert held(school) == []
    assert stranger.answers == []


def test_what_comes_meanwhile_is_stored_and_answered(school):
    holds_back(school, 900)
    school.users["m1"].says("jonas 8 all v")
    wait_for(lambda: held(school), what="an answer held back")
    assert "4 indicators stored" in school.text("m1", "noor 8 all v")
    assert school.scores == 8
