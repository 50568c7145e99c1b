"""A line that hears nothing, or only half: a webhook that is not ours any more, two that fetch."""

import json
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import timedelta

import pytest

from bot.platforms.line.pulse import SILENCE
from bot.platforms.telegram import platform, polling
from tests.dialogues.chat import opened
from tests.dialogues.telegram import SECRET, TelegramSchool
from tests.fakes.telegram import wait_for

ELSEWHERE = "http://127.0.0.1:9/telegram/webhook"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(platform, "BEAT", 0.05)
    monkeypatch.setattr(polling, "AGAIN", 0.05)


@pytest.fixture
def hooked(school_url):
    with opened(TelegramSchool, school_url, webhook=True) as made:
        wait_for(lambda: made.fake.bot["webhook"]["url"], what="the webhook")
        yield made


@pytest.fixture
def polled(school_url):
    with opened(TelegramSchool, school_url) as made:
        wait_for(lambda: made.fake.calls("getUpdates"), what="a poll")
        yield made


def elsewhere(school, method, **values):
    """Call as another process with the same token does."""
    request = urllib.request.Request(
        f"{school.fake.base_url}{school.fake.token}/{method}",
        json.dumps(values).encode(),
        {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return json.load(error)


def trouble(school):
    return school.platform.problem(school.now()) or ""


@pytest.mark.parametrize(
    ("method", "values", "said"),
    [
        ("deleteWebhook", {}, "deleted"),
        ("setWebhook", {"url": ELSEWHERE}, "elsewhere"),
        ("setWebhook", {"url": ELSEWHERE, "drop_pending_updates": True}, "elsewhere"),
        ("setWebhook", {"url": ""}, "deleted"),
    ],
)
def test_a_webhook_that_is_not_ours_any_more_shows_and_is_set_again(hooked, method, values, said):
    address = hooked.fake.bot["webhook"]["url"]
    elsewhere(hooked, method, **values)
    wait_for(lambda: said in trouble(hooked), what="the trouble")
    wait_for(lambda: hooked.fake.bot["webhook"]["url"] == address, what="our webhook")
    assert "4 indicators stored" in hooked.text("m1", "jonas 8 all v")
    later = hooked.now() + SILENCE + timedelta(seconds=1)
    hooked.platform._pulse.good(later)
    assert hooked.platform.problem(later) is None


def test_our_address_with_other_wishes_is_set_right(hooked):
    address = hooked.fake.bot["webhook"]["url"]
    elsewhere(hooked, "setWebhook", url=address, secret_token=SECRET, allowed_updates=["message"])
    kinds = set(polling.ALLOWED)
    wait_for(
        lambda: (
            set(elsewhere(hooked, "getWebhookInfo")["result"].get("allowed_updates", ())) == kinds
        ),
        what="our wishes",
    )


def test_another_secret_is_heard_of_and_set_right(hooked):
    address = hooked.fake.bot["webhook"]["url"]
    elsewhere(
        hooked, "setWebhook", url=address, secret_token="theirs", allowed_updates=polling.ALLOWED
    )
    assert "4 indicators stored" in hooked.text("m1", "jonas 8 all v")


@contextmanager
def proxy_fails(school):
    """Let what stands before us answer 502 meanwhile, as Telegram sees it."""
    route = school.platform._intake.take

    async def take(_raw, **_more):
        raise RuntimeError("not now")

    school.platform._intake.take = take
    yield
    school.platform._intake.take = route


def test_what_telegram_cannot_deliver_is_said_in_its_words_until_it_can(hooked):
    with proxy_fails(hooked):
        hooked.users["m1"].says("jonas 8 all v")
        wait_for(lambda: "Telegram cannot deliver: Wrong response" in trouble(hooked))
        assert "503" in trouble(hooked)
    hooked.users["m1"].wait_for("4 indicators stored")
    hooked.fake.quiet()
    seen = len(hooked.fake.calls("getWebhookInfo"))
    wait_for(lambda: len(hooked.fake.calls("getWebhookInfo")) > seen + 1, what="another look")
    later = hooked.now() + SILENCE + timedelta(seconds=1)
    hooked.platform._pulse.good(later)
    assert hooked.platform.problem(later) is None


def test_a_failure_of_long_ago_is_no_trouble(hooked):
    with proxy_fails(hooked):
        hooked.users["m1"].says("jonas 8 all v")
        wait_for(lambda: "cannot deliver" in trouble(hooked))
    hooked.quiet()
    wait_for(lambda: hooked.platform.caught_up(), what="an empty line")
    hooked.later(seconds=200)
    hooked.fake.pause()
    hooked.users["m1"].says("jonas 8 all x")
    seen = len(hooked.fake.calls("getWebhookInfo"))
    wait_for(lambda: len(hooked.fake.calls("getWebhookInfo")) > seen + 1, what="another look")
    assert trouble(hooked) == ""


def test_two_that_fetch_with_one_token_show_on_both(polled):
    def polls_too():
        said = elsewhere(polled, "getUpdates", timeout=1)
        return said.get("error_code") == 409

    wait_for(polls_too, what="a conflict on the other one")
    wait_for(lambda: polls_too() and "another process fetches" in trouble(polled))
    assert "4 indicators stored" in polled.text("m1", "jonas 8 all v")


def test_who_fetches_says_that_a_webhook_was_set_and_takes_it_away(polled):
    elsewhere(polled, "setWebhook", url=ELSEWHERE)
    wait_for(lambda: "a webhook was set" in trouble(polled), what="the trouble")
    wait_for(lambda: not polled.fake.bot["webhook"]["url"], what="no webhook")
    assert "4 indicators stored" in polled.text("m1", "jonas 8 all v")


def test_one_conflict_alone_is_no_trouble(polled):
    polled.fake.fails("409", method="getUpdates", times=1)
    polled.users["m1"].says("jonas 8 all v")
    polled.users["m1"].wait_for("4 indicators stored")
    assert trouble(polled) == ""
