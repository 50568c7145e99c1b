"""The sample behind the page: its people live by the sample's clock, and only they."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from bot.wiring.web_chat import web_chat
from tests.clock.sample import sample
from tests.platforms.web.client import client_of


@pytest.fixture
def client(database_url, tmp_path):
    with sample(database_url, datetime.now(UTC), tmp_path) as made:
        application = web_chat(made.house, made.house.lanes())
        with client_of(application, base_url="http://localhost") as client:
            yield client


def instant(written):
    return datetime.fromisoformat(written)


def test_what_a_move_tells_is_there_after_a_reload(client):
    before = client.get("/clock").json()
    assert abs(instant(before["at"]) - datetime.now(UTC)) < timedelta(seconds=30)
    for _week_of_the_coach_then_reminder in range(2):
        before = client.get("/clock").json()
        moved = client.post("/clock", json={"by": "reminder"}).json()
        assert moved["arrived"] > 0
        late = instant(moved["at"]) - instant(before["tells_at"])
        assert timedelta() <= late < timedelta(seconds=30)
        if client.get("/chat/karim").json()["messages"]:
            break
    for _reload in range(2):
        (reminder,) = client.get("/chat/karim").json()["messages"]
        assert "Jonas: 8 indicators for this week: 2 “" in reminder["text"]
        assert instant(reminder["said_at"]) == instant(before["tells_at"])


def test_what_is_said_on_the_page_is_said_by_the_samples_clock(client):
    client.post("/clock", json={"by": "photo"})
    at = instant(client.get("/clock").json()["at"])
    body = {"key": "k1", "text": "jonas 10 vvlvxvvvvlvvv"}
    (answer,) = client.post("/chat/karim", json=body).json()["messages"]
    assert "13 indicators stored" in answer["text"]
    assert timedelta() <= instant(answer["said_at"]) - at < timedelta(seconds=30)


def test_many_readers_at_once_do_not_wait_for_each_other(client):
    began = datetime.now(UTC)
    paths = ["/chat/people", "/chat/karim", "/chat/karim/board", "/chat/lien", "/clock", "/metrics"]
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(client.get, paths * 12))
    assert {answer.status_code for answer in answers} == {200}
    assert datetime.now(UTC) - began < timedelta(seconds=15)


def test_the_process_is_ready_wherever_the_samples_clock_stands(client):
    for _day in range(2):
        client.post("/clock", json={"by": "day"})
    assert client.get("/readyz").json() == {"status": "ok"}
