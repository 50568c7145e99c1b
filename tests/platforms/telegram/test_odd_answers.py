"""Whatever Telegram answers, no loop ends: it goes on, and who writes is answered."""

import pytest

from bot import lasting
from bot.platforms.telegram import platform, polling
from tests.dialogues.chat import opened
from tests.dialogues.telegram import TelegramSchool
from tests.fakes.telegram import wait_for
from tests.platforms.odd_answers import EVERYWHERE, POLLED


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Try again at once: what is tried is that it does, not after how long."""
    monkeypatch.setattr(lasting, "SLOWEST", 0.01)
    for module, name in ((polling, "AGAIN"), (platform, "AGAIN"), (platform, "BEAT")):
        monkeypatch.setattr(module, name, 0.01)


def answers_oddly(fake, method, bodies):
    for body in bodies:
        fake.fails("odd", method=method, body=body, times=1)


def looks(school):
    return len(school.fake.calls("getWebhookInfo"))


def test_the_poll_goes_on(school_url):
    with opened(TelegramSchool, school_url) as school:
        bodies = [*EVERYWHERE, *POLLED]
        answers_oddly(school.fake, "getUpdates", bodies)
        assert "4 indicators stored" in school.text("m1", "jonas 8 all v")
        assert len(school.fake.calls("getUpdates")) > len(bodies)
        assert school.platform.problem(school.at) is None


def test_what_is_no_update_goes_by_and_what_is_one_is_taken(school_url):
    with opened(TelegramSchool, school_url) as school:
        school.fake.raw_update({"message": None})
        assert "4 indicators stored" in school.text("m1", "jonas 8 all v")


def test_the_look_at_a_webhook_goes_on(school_url):
    with opened(TelegramSchool, school_url, webhook=True) as school:
        before = looks(school) + len(EVERYWHERE)
        answers_oddly(school.fake, "getWebhookInfo", EVERYWHERE)
        wait_for(lambda: looks(school) > before + 2, what="another look")
        assert "4 indicators stored" in school.text("m1", "jonas 8 all v")
        assert school.platform.problem(school.at) is None


class Odd(TelegramSchool):
    """A school whose Telegram answers oddly from the first call on."""

    def __init__(self, engine):
        super().__init__(engine)
        for method in ("getMe", "deleteWebhook", "setMyCommands"):
            answers_oddly(self.fake, method, EVERYWHERE)


def test_the_beginning_goes_on(school_url):
    with opened(Odd, school_url) as school:
        assert "4 indicators stored" in school.text("m1", "jonas 8 all v")
