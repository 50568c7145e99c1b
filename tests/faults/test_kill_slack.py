"""The real process, killed with -9 while people talk with it on Slack."""

from itertools import cycle

import pytest

from bot.platforms.slack.endpoint import PATH
from tests.fakes.slack import Delivery, FakeSlack
from tests.faults.server import Server, free_port
from tests.faults.talking import check, joined, streamed

RETRIES = (0.05, 1.5, 5.0)
"""Seconds until an event comes again; starting takes a second, where in real life there are five
minutes for it."""


@pytest.fixture
def fake():
    with FakeSlack() as running:
        running.deliverer.retries = RETRIES
        yield running


@pytest.fixture(params=["http", "socket"])
def sockets(request):
    return request.param == "socket"


def run(url: str, fake: FakeSlack, folder: str, kills: int, *, sockets: bool) -> None:
    users = joined(url, fake, "slack")
    port = free_port()
    settings = {"KOMPAAN_SLACK_BOT_TOKEN": fake.token, "KOMPAAN_SLACK_API_URL": fake.url}
    if sockets:
        settings["KOMPAAN_SLACK_APP_TOKEN"] = fake.app_token
    else:
        settings["KOMPAAN_SLACK_SIGNING_SECRET"] = fake.secret
        fake.deliverer.url = f"http://127.0.0.1:{port}{PATH}"
    said: dict[str, Delivery] = {}
    commanding = cycle((False, False, True))

    def say(who: str, line: str) -> None:
        user = users[who]
        if next(commanding):
            delivery = user.commands(f"score {line}")
            said[f"slack:{fake.world.team}:{delivery.payload['trigger_id']}"] = delivery
        else:
            message, delivery = user.says(line)
            said[f"slack:{user.person.channel}:{message.ts}"] = delivery

    server = Server(url, port, folder, settings=settings, ready="/healthz")
    try:
        streamed(server, kills, 5, say)
        fake.quiet(240)  # what was refused comes again later and later
    finally:
        server.stop()
    # A command that takes too long is acknowledged with a sentence that says so.
    check(url, {ref: sent.acknowledged and not sent.body for ref, sent in said.items()})


def test_five_kills_lose_and_double_nothing(sample_sqlite_url, fake, tmp_path, sockets):
    run(sample_sqlite_url, fake, str(tmp_path), kills=5, sockets=sockets)


@pytest.mark.long
def test_a_hundred_kills_lose_and_double_nothing(sample_sqlite_url, fake, tmp_path, sockets):
    run(sample_sqlite_url, fake, str(tmp_path), kills=100, sockets=sockets)
