"""The log holds no secret and nothing that people said, whatever went wrong."""

import io
import logging
from contextlib import contextmanager
from typing import Any

import pytest
from pydantic import SecretStr

from bot import lasting
from bot.platforms.telegram import polling
from bot.settings import Settings
from bot.wiring.logs import DiscreetFormatter, log_discreetly, secrets_of
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool

CANARY = "needs help with the bending radius"
TOKEN = "700000001:a-token_of-the-tests"
LIBRARIES = ("telegram.request.BaseRequest", "slack_sdk.web", "asyncio", "sqlalchemy.engine",
             "apscheduler.executors", "aiohttp.server", "PIL.Image", "anything")  # fmt: skip


@contextmanager
def log_of(**settings):
    """The log as the running process writes it."""
    to = io.StringIO()
    handler = log_discreetly(Settings(_env_file=None, **settings), to)
    try:
        yield to
    finally:
        logging.getLogger().removeHandler(handler)


def a_failure(text):
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


@pytest.mark.parametrize("name", LIBRARIES)
def test_of_a_library_only_where_and_which_kind(name):
    with log_of() as to:
        logging.getLogger(name).error("no JSON: %s", CANARY, exc_info=a_failure(CANARY))
        logging.getLogger(name).error(f"no JSON: {CANARY}")
    assert CANARY not in to.getvalue()
    assert to.getvalue().count(f"ERROR {name} said something in test_logs, line ") == 2
    assert "(ValueError)" in to.getvalue()


@pytest.mark.parametrize("name", ["bot.outbox", "uvicorn.error", "telegram"])
def test_no_line_holds_a_secret(name):
    secrets = {
        "telegram_token": TOKEN,
        "slack_bot_token": "xoxb-1-2-abc",
        "slack_signing_secret": "s3-of-slack",
    }
    url = "postgresql+psycopg://kompaan:p%40ss-word@db/kompaan"
    with log_of(database_url=url, **secrets) as to:
        for secret in (*secrets.values(), "700000001%3Aa-token_of-the-tests", "p@ss-word"):
            logging.getLogger(name).warning("at https://api/bot%s/getMe", secret)
            assert secret not in to.getvalue()


@pytest.mark.parametrize(
    ("proxy", "secret"),
    [
        ("http://me:s3-of-proxy@proxy:3128", "s3-of-proxy"),
        ("me:s3-of-proxy@proxy:3128", "s3-of-proxy"),
        ("http://me:s3%40proxy@proxy:3128", "s3@proxy"),
    ],
)
def test_no_line_holds_the_password_of_a_proxy(monkeypatch, proxy, secret):
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with log_of() as to:
        logging.getLogger("bot.outbox").warning("by %s", proxy)
        logging.getLogger("bot.outbox").warning("with %s", secret)
    assert proxy.partition("@")[0].rpartition(":")[2] not in to.getvalue()
    assert secret not in to.getvalue()


def test_a_proxy_that_is_no_address_keeps_nobody_from_logging(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://[proxy")
    with log_of() as to:
        logging.getLogger("bot.outbox").warning("sending")
    assert "sending" in to.getvalue()


def test_our_own_words_stay_and_the_servers():
    with log_of() as to:
        logging.getLogger("bot.outbox").warning("sending on %s: %s", "telegram", "TimedOut")
        logging.getLogger("uvicorn.error").warning("listens")
    assert "WARNING bot.outbox sending on telegram: TimedOut\n" in to.getvalue()
    assert "listens" in to.getvalue()


def test_every_secret_among_the_settings_is_known():
    secret = {name: f"secret-{number}" for number, name in enumerate(Settings.model_fields)
              if Settings.model_fields[name].annotation is SecretStr}  # fmt: skip
    values: dict[str, Any] = {name: SecretStr(value) for name, value in secret.items()}
    made = Settings.model_construct(**values)
    assert len(secret) >= 5
    assert set(secret.values()) <= set(secrets_of(made))


def test_one_line_whatever_is_said():
    record = logging.LogRecord("bot", logging.INFO, "x.py", 1, "a\nb\r\nc\x1b[31m", None, None)
    assert "\n" not in DiscreetFormatter([]).format(record)
    assert "\x1b" not in DiscreetFormatter([]).format(record)


BROKEN = '{"ok":true,"result":[{"update_id":12,"message":{"text":"' + CANARY + " " + TOKEN


def test_a_broken_answer_of_telegram_is_not_written_down(school_url, monkeypatch):
    monkeypatch.setattr(lasting, "SLOWEST", 0.01)
    monkeypatch.setattr(polling, "AGAIN", 0.01)
    with log_of(telegram_token=TOKEN) as to, opened(TelegramSchool, school_url) as school:
        for method in ("getUpdates", "sendMessage", "editMessageText", "getMe"):
            school.fake.fails("odd", method=method, body=BROKEN, times=1)
        school.users["m1"].says(f'jonas 8.1 l "{CANARY}"')
        school.fake.quiet()
        school.users["m1"].says("jonas 8.2 l")
        school.users["m1"].wait_for("indicator")
    assert "Telegram" in to.getvalue()
    assert CANARY not in to.getvalue()
    assert TOKEN not in to.getvalue()
    assert school.fake.token not in to.getvalue()


def test_nor_one_of_slack(school_url):
    with log_of() as to, opened(SlackSchool, school_url) as school:
        for method in ("chat.postMessage", "chat.update"):
            school.fake.fails("odd", method=method, body=BROKEN, times=1)
        school.users["m1"].says(f'jonas 8.1 l "{CANARY}"')
        school.quiet()
    assert to.getvalue()
    assert CANARY not in to.getvalue()
    assert school.fake.token not in to.getvalue()
