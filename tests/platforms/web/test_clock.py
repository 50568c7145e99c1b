"""The sample's clock over HTTP: shown, moved, and refused."""

import pytest

from bot.platforms.sample_page.application import sample_application
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of


@pytest.fixture
def chat():
    return FakeChat()


@pytest.fixture
def client(chat):
    with client_of(sample_application(chat), base_url="http://localhost:8080") as client:
        yield client


def test_the_clock_is_shown(client):
    answer = client.get("/clock")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json() == {
        "at": "2026-03-02T12:00:00+00:00",
        "zone": "Europe/Brussels",
        "tells_at": "2026-03-02T14:00:00+00:00",
        "photo_at": None,
    }


def test_the_clock_is_moved_and_says_where_it_stands(client, chat):
    answer = client.post("/clock", json={"by": "photo"}).json()
    assert chat.moved == ["photo"]
    assert (answer["at"], answer["arrived"]) == (chat.at.isoformat(), 2)


def test_what_is_said_then_is_said_at_that_time(client, chat):
    client.post("/clock", json={"by": "day"})
    client.post("/chat/jonas", json={"key": "k", "text": "10 all v"})
    _speaker, said = chat.said[0]
    assert said.said_at > chat.at.replace(hour=12, minute=59)


@pytest.mark.parametrize(
    "body", [{}, [], "day", {"by": "week"}, {"by": 1}, {"by": ["day"]}, {"by": "day", "to": "x"}]
)
def test_another_move_is_refused_with_those_there_are(client, chat, body):
    answer = client.post("/clock", json=body)
    assert answer.status_code == 400
    assert "hour, day, reminder, photo" in answer.json()["error"]
    assert chat.moved == []


def test_a_move_comes_from_our_own_page(client, chat):
    foreign = {"Origin": "http://elsewhere.example"}
    assert client.post("/clock", json={"by": "day"}, headers=foreign).status_code == 403
    assert client.post("/clock", data={"by": "day"}).status_code == 415
    assert client.put("/clock", json={"by": "day"}).status_code == 405
    assert chat.moved == []


def test_without_a_sample_there_is_no_clock(client, chat):
    chat.has_sample = False
    assert client.get("/clock").status_code == 404
    assert "no sample" in client.get("/clock").json()["error"]
