"""The real process, killed with -9 while people talk with it on Telegram."""

import pytest

from tests.fakes.telegram import TelegramProcess
from tests.faults.server import Server, free_port
from tests.faults.talking import check, joined, streamed

SECRET = "of-the-tests"


@pytest.fixture(params=["polling", "webhook"])
def settings(request, fake) -> dict[str, str]:
    chosen = {"KOMPAAN_TELEGRAM_TOKEN": fake.token, "KOMPAAN_TELEGRAM_API_URL": fake.url}
    if request.param == "webhook":
        chosen |= {"KOMPAAN_TELEGRAM_WEBHOOK_URL": "here", "KOMPAAN_TELEGRAM_SECRET": SECRET}
    return chosen


@pytest.fixture
def fake():
    with TelegramProcess() as running:
        yield running


def run(url: str, fake: TelegramProcess, settings: dict[str, str], folder: str, kills: int) -> None:
    users = joined(url, fake, "telegram")
    port = free_port()
    if "KOMPAAN_TELEGRAM_WEBHOOK_URL" in settings:
        settings = {**settings, "KOMPAAN_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}"}
    said: dict[int, str] = {}

    def say(who: str, line: str) -> None:
        message = users[who].says(line)
        assert message.update is not None
        said[message.update] = f"telegram:{users[who].id}:{message.id}"

    server = Server(url, port, folder, settings=settings, ready="/healthz")
    try:
        streamed(server, kills, 5, say)
        fake.quiet(240)  # what was refused comes again later and later
    finally:
        server.stop()
    assert said.keys() <= fake.acknowledged, "everything is acknowledged in the end"
    check(url, dict.fromkeys(said.values(), True))


def test_eight_kills_lose_and_double_nothing(sample_sqlite_url, fake, settings, tmp_path):
    run(sample_sqlite_url, fake, settings, str(tmp_path), kills=8)


@pytest.mark.long
def test_a_hundred_kills_lose_and_double_nothing(sample_sqlite_url, fake, settings, tmp_path):
    run(sample_sqlite_url, fake, settings, str(tmp_path), kills=100)
