"""Whatever Slack answers, no loop ends: it goes on, and who writes is answered."""

import pytest

from bot import lasting
from bot.platforms.slack import platform
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack import wait_for
from tests.platforms.odd_answers import EVERYWHERE


@pytest.fixture(params=[False, True], ids=["http", "socket"])
def school(request, school_url, monkeypatch):
    monkeypatch.setattr(lasting, "SLOWEST", 0.01)
    monkeypatch.setattr(platform, "AGAIN", 0.01)
    with opened(SlackSchool, school_url, sockets=request.param, beat=0.01) as made:
        yield made


def looks(school):
    return sum(call["method"] == "auth.test" for call in school.fake.world.calls)


def test_the_look_goes_on(school):
    for body in EVERYWHERE:
        school.fake.fails("odd", method="auth.test", body=body, times=1)
        school.fake.fails("odd", method="apps.connections.open", body=body, times=1)
    before = looks(school) + len(EVERYWHERE)
    wait_for(lambda: looks(school) > before + 2, what="another look")
    assert "4 indicators stored" in school.text("m1", "jonas 8 all v")
    assert school.platform.problem(school.at) is None


def test_a_new_socket_is_opened_whatever_was_answered_before(school):
    for body in EVERYWHERE:
        school.fake.fails("odd", method="apps.connections.open", body=body, times=1)
    school.fake.disconnects()
    assert "4 indicators stored" in school.text("m1", "jonas 8 all v")
