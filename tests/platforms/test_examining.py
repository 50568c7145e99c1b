"""What the doctor hears from the platforms, and what it says of each mistake."""

import asyncio
import logging
from typing import Any

import pytest
from pydantic import SecretStr

from bot.i18n import Voice
from bot.platforms.slack.platform import Slack, SlackLine
from bot.platforms.telegram.platform import Telegram, TelegramLine
from bot.settings import Settings
from bot.wiring.platforms import examined_platforms
from tests.fakes.slack import FakeSlack
from tests.fakes.telegram import FakeTelegram
from tests.fakes.waiting import wait_for
from tests.platforms.behind import behind

NOBODY = "http://127.0.0.1:9"
HOOK = "http://kompaan.example/telegram/webhook"
VOICE = Voice("en", "UTC")


@pytest.fixture
def telegram():
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture
def slack():
    with FakeSlack() as fake:
        yield fake


def found(**settings):
    """Ask as the doctor does; gives the sentences that are good, and those that are not."""
    asked = examined_platforms(Settings(_env_file=None, **settings))
    said = {good: [VOICE.say(text) for ok, text in asked if ok == good] for good in (True, False)}
    every = " ".join(said[True] + said[False])
    assert "xoxb-" not in every
    assert "xapp-" not in every
    return said[True], said[False]


def on_telegram(fake, **more):
    return {"telegram_token": fake.token, "telegram_api_url": fake.url, **more}


def hooked(fake):
    address = HOOK.removesuffix("/telegram/webhook")
    return on_telegram(fake, telegram_webhook_url=address, telegram_secret="s3")


def on_slack(fake, **more):
    tokens = {"slack_bot_token": fake.token, "slack_app_token": fake.app_token}
    return {**tokens, "slack_api_url": fake.url, **more}


def sets_webhook(fake, url=HOOK, **more):
    with fake.dispatch.world.lock:
        bot = fake.dispatch.world.bots[fake.token]
        bot.webhook.url = url
        vars(bot.webhook).update(more)
        return bot


def test_nothing_is_asked_where_nothing_is_configured():
    assert examined_platforms(Settings(_env_file=None)) == []


def test_a_sound_line_to_telegram(telegram):
    good, bad = found(**on_telegram(telegram))
    assert bad == []
    assert good == [
        "Telegram answers; the bot is @kompaan_bot.",
        "Telegram is asked for what is new (polling).",
    ]
    sets_webhook(telegram)
    good, bad = found(**hooked(telegram))
    assert (good[1], bad) == ("Telegram delivers to kompaan.example.", [])


def test_a_refused_token_of_telegram(telegram):
    telegram.do("revoke", token=telegram.token)
    _good, (bad,) = found(**on_telegram(telegram))
    assert "KOMPAAN_TELEGRAM_TOKEN" in bad
    assert telegram.token not in bad


def test_telegram_that_is_not_there(telegram):
    _good, (bad,) = found(**on_telegram(telegram, telegram_api_url=NOBODY))
    assert "127.0.0.1:9" in bad
    assert "Connect call failed" in bad or "refused" in bad.lower()
    assert telegram.token not in bad


@pytest.mark.parametrize(
    ("url", "more", "said"),
    [
        ("", {}, "Telegram has no webhook"),
        ("https://other.example/secret-path", {}, "Telegram delivers to other.example and not"),
    ],
)
def test_a_webhook_that_is_not_ours(telegram, url, more, said):
    sets_webhook(telegram, url, **more)
    _good, (bad,) = found(**hooked(telegram))
    assert said in bad
    assert "secret-path" not in bad


def test_a_webhook_where_we_ask(telegram):
    sets_webhook(telegram, "https://other.example/x")
    _good, (bad,) = found(**on_telegram(telegram))
    assert "here it is to be asked" in bad


def test_what_telegram_cannot_deliver(telegram):
    bot = sets_webhook(
        telegram,
        last_error="Wrong response from the webhook: 502 Bad Gateway",
        last_error_at=1_790_000_000,
    )
    bot.queue.paused = True
    telegram.user("Karim").says("hello")
    _good, (bad,) = found(**hooked(telegram))
    assert "holds 1 message back" in bad
    assert "502 Bad Gateway" in bad


def test_a_sound_line_to_slack(slack):
    good, bad = found(**on_slack(slack))
    assert bad == []
    assert good == [
        "Slack answers; the app is kompaan in Kompaan.",
        "The app may do on Slack what it needs to.",
        "Slack lets us open a socket.",
    ]


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"slack_bot_token": "xoxb-wrong"}, "KOMPAAN_SLACK_BOT_TOKEN (invalid_auth)"),
        ({"slack_app_token": "xapp-wrong"}, "KOMPAAN_SLACK_APP_TOKEN (invalid_auth)"),
        ({"slack_api_url": NOBODY}, "KOMPAAN_SLACK_API_URL"),
    ],
)
def test_each_mistake_on_slack_is_named(slack, settings, named):
    _good, bad = found(**on_slack(slack, **settings))
    assert any(named in text for text in bad)


def test_what_the_app_may_not_do_is_listed(slack):
    slack.world.scopes -= {"files:write", "im:history"}
    _good, (bad,) = found(**on_slack(slack))
    assert "files:write, im:history" in bad


@pytest.mark.parametrize("word", ["missing_scope", "not_allowed_token_type", "internal_error"])
def test_a_socket_that_is_not_opened(slack, word):
    slack.fails(word, method="apps.connections.open")
    _good, (bad,) = found(**on_slack(slack))
    assert "KOMPAAN_SLACK_APP_TOKEN" in bad or word in bad


# --- what the log says ---


def told(caplog, what):
    return any(what in record.getMessage() for record in caplog.records)


def runs(platform, until):
    async def run():
        await platform.start()
        try:
            await asyncio.to_thread(wait_for, until)
        finally:
            await platform.stop()

    asyncio.run(run())


def test_a_wrong_app_token_is_logged_and_shown_with_its_reason(slack, caplog):
    caplog.set_level(logging.INFO)
    line = SlackLine(slack.token, slack.url, app_token="xapp-wrong", beat=0.05)
    platform = Slack(line, behind())
    runs(platform, lambda: told(caplog, "no socket to Slack: SlackApiError (invalid_auth)"))
    assert platform._ear is not None
    assert "invalid_auth" in platform._ear.trouble
    assert not told(caplog, "xapp-wrong")


def test_a_refused_connection_is_logged_with_its_reason(caplog):
    caplog.set_level(logging.INFO)
    line = TelegramLine("700000001:secret", NOBODY)
    runs(Telegram(line, behind()), lambda: told(caplog, "The line to Telegram failed: NoConn"))
    assert told(caplog, "Connect call failed") or told(caplog, "refused")
    assert not told(caplog, "secret")


def test_a_webhook_that_telegram_refuses_is_logged_in_its_words(telegram, caplog):
    caplog.set_level(logging.INFO)
    telegram.do("configure", local=False)
    line = TelegramLine(telegram.token, telegram.url, "https://kompaan.example:9000", "s3")
    runs(Telegram(line, behind()), lambda: told(caplog, "only on ports 80, 88, 443 or 8443"))


# --- what is refused at the start ---

TOKENS: dict[str, Any] = {"telegram_token": SecretStr("1:a"), "telegram_secret": SecretStr("s3")}


@pytest.mark.parametrize(
    "settings",
    [
        {"telegram_api_url": "api.telegram.org"},
        {"telegram_api_url": "ftp://api.telegram.org"},
        {"slack_api_url": "slack.com/api"},
        {"slack_api_url": "https://"},
        {"slack_api_url": "https://slack.com:http/api"},
        {"telegram_webhook_url": "kompaan.example"},
        {"telegram_webhook_url": "http://kompaan.example"},
        {"telegram_webhook_url": "http://localhost:8080"},
        {"telegram_webhook_url": "https://kompaan.example:9000"},
        {"telegram_webhook_url": "https://kompaan.example/ path"},
        {"telegram_webhook_url": "https://kompaan.example/?x=1"},
    ],
)
def test_an_address_that_cannot_work_is_refused(settings: dict[str, Any]):
    with pytest.raises(ValueError, match=r"address|https|port"):
        Settings(_env_file=None, **TOKENS, **settings)


@pytest.mark.parametrize(
    "settings",
    [
        {"telegram_webhook_url": "https://kompaan.example"},
        {"telegram_webhook_url": "https://kompaan.example:8443/kompaan/"},
        {"telegram_webhook_url": "http://kompaan:8080", "telegram_api_url": "http://tg-api:8081"},
        {"telegram_api_url": "http://[::1]:8081"},
    ],
)
def test_an_address_that_works_is_taken(settings: dict[str, Any]):
    Settings(_env_file=None, **TOKENS, **settings)
