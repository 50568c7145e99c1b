"""A class of a school's own on the page: everybody in it, its clock, and nothing of the samples."""

import re
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from html import unescape
from itertools import count
from pathlib import Path

import pytest

from bot.refusal import Refused
from bot.wiring.pages.web import web
from bot.wiring.trying import own_class
from bot.wiring.trying.class_files import read_class
from bot.wiring.trying.own_class import house_to_try, load_class
from tests.platforms.web.client import client_of

EXAMPLES = Path(__file__).parents[2] / "examples"
ENGLISH = ("en", EXAMPLES / "roster.csv", EXAMPLES / "BAKER.csv")
DUTCH = ("nl", EXAMPLES / "nl" / "klas.csv", EXAMPLES / "nl" / "BAKKER.csv")
NOW = datetime.now(UTC)
KEYS = count()


@contextmanager
def opened(folder, language, roster, *frameworks):
    house = house_to_try(folder, None)
    loaded = load_class(house, read_class(roster, frameworks, language), language, NOW)
    assert loaded.shown is not None
    application = web(house, house.lanes(), loaded.shown)
    with client_of(application, base_url="http://localhost") as client:
        yield client
    house.engine.dispose()


@pytest.fixture
def folder(tmp_path, migrated_file, monkeypatch):
    """A folder with a database of this version and nothing in it: to make one takes seconds."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(migrated_file, tmp_path / "kompaan.db")
    return tmp_path


@pytest.fixture
def client(folder):
    with opened(folder, *ENGLISH) as client:
        yield client


def say(client, who, text):
    """Say something as somebody; gives what was answered."""
    body = {"key": f"k{next(KEYS)}", "text": text}
    _said, *answers = client.post(f"/chat/{who}", json=body).json()["messages"]
    return "\n".join(answer["text"] for answer in answers)


def texts(client, who):
    return "\n".join(said["text"] for said in client.get(f"/chat/{who}").json()["messages"])


def lines_of(page):
    return [unescape(line) for line in re.findall(r'data-line="([^"]+)"', page)]


def test_everybody_of_the_class_is_there_and_one_of_each_role_is_shown_first(client):
    told = client.get("/chat/people").json()
    assert told["first"] == ["s01", "m01", "t01", "c01"]
    assert len(told["people"]) == 13
    for person in told["people"]:
        assert client.get(f"/chat/{person['school_id']}").json()["board"], person


@pytest.mark.parametrize("files", [ENGLISH, DUTCH], ids=["en", "nl"])
def test_the_guide_does_what_it_says_in_the_language_of_the_class(folder, files):
    with opened(folder, *files) as client:
        page = client.get("/?lang=en").text
        assert f'<html lang="{files[0]}"' in page
        assert "hreflang" not in page
        scores, report, of_one = lines_of(page)
        answers = say(client, "m01", scores), say(client, "s01", report), say(client, "c01", of_one)
    stored, _report, read = answers
    assert re.search(r"4 indicator(s stored|en bewaard)", stored)
    assert read.count("✓") >= 3


def test_the_clock_brings_questions_reminders_and_the_photo(client):
    say(client, "m02", "dries aerts 1 all v")
    say(client, "t01", "dries aerts 1 all x")
    say(client, "s04", "1 all v")
    for by in ("day", "reminder", "photo"):
        assert client.post("/clock", json={"by": by}).json()["arrived"] > 0
    assert "Dries · 1 Prepares the dough" in texts(client, "c01")
    assert "The photo of Period 1 was taken." in texts(client, "m01")
    assert "After a day at work I ask you one question" in texts(client, "s06")


def test_no_browser_keeps_anything_of_the_class(client):
    client.post("/chat/s01", json={"key": "picture", "text": "/report"})
    (*_, answer) = client.get("/chat/s01").json()["messages"]
    for path in (answer["files"][0]["url"], "/", "/chat/people", "/chat/s01", "/clock"):
        given = client.get(path)
        assert (given.status_code, given.headers["Cache-Control"]) == (200, "no-store")


def test_nothing_of_the_samples_comes_beside_the_class(client):
    for path in ("/chat/people?lang=nl", "/clock?lang=nl", "/chat/s01/files/nl/1/x"):
        client.get(path)
    assert "jonas" not in client.get("/chat/people?lang=nl").text
    assert client.get("/chat/jonas?lang=nl").status_code == 404


def test_no_setting_of_the_school_reaches_a_class_to_try(folder, monkeypatch):
    monkeypatch.setenv("KOMPAAN_TELEGRAM_TOKEN", "1:abc")
    monkeypatch.setenv("KOMPAAN_HTTP_HOST", "0.0.0.0")
    monkeypatch.setenv("KOMPAAN_HTTP_ALLOWED_HOSTS", "kompaan.school.example")
    monkeypatch.setenv("KOMPAAN_DATABASE_URL", "sqlite:///school.db")
    with opened(folder, *ENGLISH) as client:
        assert client.get("/readyz").json() == {"status": "ok"}
        abroad = client.get("/", headers={"Host": "kompaan.school.example"})
        assert abroad.status_code == 421
    house = house_to_try(folder, None)
    assert (house.settings.http_host, house.chats) == ("127.0.0.1", [])
    assert not (folder / "school.db").exists()


def test_a_container_answers_to_the_name_of_its_published_port_alone(folder, monkeypatch):
    inside = folder / "in-a-container"
    monkeypatch.setattr(own_class, "CONTAINER_SIGNS", (inside,))
    with pytest.raises(Refused):
        house_to_try(folder, None, in_container=True)
    inside.touch()
    house = house_to_try(folder, None, in_container=True)
    loaded = load_class(house, read_class(*ENGLISH[1:2], ENGLISH[2:], "en"), "en", NOW)
    application = web(house, house.lanes(), loaded.shown)
    with client_of(application, "http://localhost:8080", peer=("172.17.0.1", 50000)) as client:
        assert client.get("/").status_code == 200
        abroad = client.get("/", headers={"Host": "kompaan.school.example"})
        assert abroad.status_code == 421
    house.engine.dispose()
