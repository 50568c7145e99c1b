"""The sample behind the page: its people live by the sample's clock, and only they."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy.exc import OperationalError

from bot.domain.coaching.repertoire import Repertoire
from bot.platforms.web.events import Broadcast
from bot.settings import Settings
from bot.wiring import House
from bot.wiring.pages import watched as subject
from bot.wiring.pages.web import web
from tests.fakes.waiting import Stopwatch, wait_for
from tests.platforms.web.client import client_of


@contextmanager
def opened(url, folder):
    """Open the page of an installation of which nobody is asked any question."""
    key = str(folder / "kompaan.key")
    settings = Settings(database_url=url, signing_key_file=key, _env_file=None)
    house = House(settings, keeps_open=True)
    house.repertoire = Repertoire()
    with client_of(web(house, house.lanes()), base_url="http://localhost") as client:
        yield client
    house.engine.dispose()


@pytest.fixture
def client(sample_url, tmp_path):
    with opened(sample_url, tmp_path) as client:
        yield client


def instant(written):
    return datetime.fromisoformat(written)


def test_what_a_move_tells_is_there_after_a_reload(client):
    before = client.get("/clock").json()
    assert abs(instant(before["at"]) - datetime.now(UTC)) < timedelta(seconds=30)
    for _what_comes_before_the_reminder in range(4):
        before = client.get("/clock").json()
        moved = client.post("/clock", json={"by": "reminder"}).json()
        assert moved["arrived"] > 0
        late = instant(moved["at"]) - instant(before["tells_at"])
        assert timedelta() <= late < timedelta(seconds=30)
        if reminders_of(client, "karim"):
            break
    for _reload in range(2):
        (reminder,) = reminders_of(client, "karim")
        assert instant(reminder["said_at"]) == instant(before["tells_at"])


def reminders_of(client, who):
    """List the messages of somebody's chat that say how much is open."""
    messages = client.get(f"/chat/{who}").json()["messages"]
    return [said for said in messages if "Jonas: 8 indicators for this week: 2 “" in said["text"]]


def test_what_is_said_on_the_page_is_said_by_the_samples_clock(client):
    client.post("/clock", json={"by": "photo"})
    at = instant(client.get("/clock").json()["at"])
    body = {"key": "k1", "text": "jonas 10 vvlvxvvvvlvvv"}
    said, answer = client.post("/chat/karim", json=body).json()["messages"]
    assert "13 indicators stored" in answer["text"]
    for message in (said, answer):
        assert timedelta() <= instant(message["said_at"]) - at < timedelta(seconds=30)


def test_many_readers_at_once_do_not_wait_for_each_other(client):
    watch = Stopwatch()
    paths = ["/chat/people", "/chat/karim", "/chat/karim/board", "/chat/lien", "/clock", "/metrics"]
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(client.get, paths * 12))
    assert {answer.status_code for answer in answers} == {200}
    assert watch.seconds < 15


def test_the_process_is_ready_wherever_the_samples_clock_stands(client):
    for _day in range(2):
        client.post("/clock", json={"by": "day"})
    assert client.get("/readyz").json() == {"status": "ok"}


def readiness(client) -> tuple[int, float]:
    """The status of /readyz, and after how many seconds it came."""
    watch = Stopwatch()
    return client.get("/readyz").status_code, watch.seconds


def test_a_held_lock_shows_in_readiness_which_itself_answers_at_once(sample_sqlite_url, tmp_path):
    with opened(sample_sqlite_url, tmp_path) as client:
        file = sample_sqlite_url.removeprefix("sqlite:///")
        holder = sqlite3.connect(file, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        for _probe in range(2):
            status, seconds = readiness(client)
            assert (status, seconds < 2) == (503, True)
        holder.execute("ROLLBACK")
        holder.close()
        wait_for(lambda: readiness(client)[0] == 200, what="to be ready again")


def test_a_full_disk_shows_in_readiness(client, monkeypatch):
    def full(_engine):
        raise OperationalError("UPDATE", {}, sqlite3.OperationalError("disk is full"))

    monkeypatch.setattr(subject, "touch", full)
    assert readiness(client)[0] == 503


def test_withdrawn_words_leave_the_open_pages(client, monkeypatch):
    told, numbers = [], count()
    monkeypatch.setattr(
        Broadcast, "tell", lambda _pages, _spoken, event, data: told.append((event, data))
    )

    def post(who, **said):
        body = {"key": f"k{next(numbers)}", **said}
        return client.post(f"/chat/{who}", json=body).json()["messages"]

    def tap(who, label):
        messages = client.get(f"/chat/{who}").json()["messages"]
        message, code = next(
            (message, button["code"])
            for message in reversed(messages)
            for button in (button for row in message["buttons"] for button in row)
            if label in button["label"].lower()
        )
        return post(who, tap=code, on=message["id"])

    words = "I bent it once"
    post("jonas", text="/reflect")
    tap("jonas", "write")
    post("jonas", text=words)
    tap("jonas", "done")
    tap("jonas", "mentor")
    post("karim", text="/reflect jonas")
    (shown,) = [m for m in client.get("/chat/karim").json()["messages"] if words in m["text"]]
    told.clear()
    tap("jonas", "withdraw")
    tap("jonas", "yes")
    anew = [
        message
        for event, data in told
        if event == "said" and data["person"] == "karim"
        for message in data["messages"]
    ]
    assert [message["id"] for message in anew] == [shown["id"]]
    assert words not in anew[0]["text"]
    assert anew[0]["edited"]


def test_the_pages_language_shows_the_sample_of_that_language(client):
    """The one in Dutch is loaded when it is first looked at; what is said in each stays there."""
    dutch = {"Accept-Language": "nl"}

    def board(language):
        return client.get(f"/chat/jonas/board?lang={language}").json()["board"]["rows"][0]["title"]

    body = {"key": "k1", "text": "jonas 10 vvlvxvvvvlvvv"}
    _said, answer = client.post("/chat/karim", json=body, headers=dutch).json()["messages"]
    assert "Legt buizen met draden naar elk punt" in answer["text"]
    assert client.get("/chat/karim").json()["messages"] == []
    assert board("en") == "Works with team and customer"
    assert board("nl") == "Werkt samen met ploeg en klant"
    before = client.get("/clock").json()["photo_at"]
    moved = client.post("/clock", json={"by": "day"}, headers=dutch).json()
    ahead = instant(moved["at"]) - instant(client.get("/clock").json()["at"])
    assert timedelta(hours=22) < ahead < timedelta(hours=26)
    assert client.get("/clock").json()["photo_at"] == before


def test_a_page_without_a_sample_loads_none(sqlite_url, tmp_path):
    house = House(Settings(database_url=sqlite_url, _env_file=None))
    with client_of(web(house, house.lanes()), base_url="http://localhost") as client:
        assert client.get("/chat/people?lang=nl").json() == {
            "people": [],
            "first": [],
            "commands": {},
        }
    house.engine.dispose()
