"""Files on the page: to whom they are given, as what, and what the page is told of them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.i18n import Voice
from bot.messages import CalendarEntry, File, Reply
from bot.platforms.sample_page.application import sample_application
from bot.platforms.transcript import rendered
from tests.exchange.documents.samples import council_page
from tests.pictures.samples import EVERY
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
PNG = File("route.png", "image/png", b"light", "alt", "caption")
ICS = File("talk.ics", "text/calendar", b"BEGIN", "alt", "caption")


@pytest.fixture
def chat():
    made = FakeChat()
    made.files = {
        (1, 7, "a", "light"): PNG,
        (1, 7, "a", "dark"): replace(PNG, data=b"dark"),
        (1, 7, "b", "light"): ICS,
    }
    return made


@pytest.fixture
def client(chat):
    return client_of(sample_application(chat), base_url="http://localhost")


def test_a_picture_is_shown_in_light_and_in_dark(client):
    shown = client.get("/chat/jonas/files/en/7/a")
    assert (shown.content, shown.headers["Content-Type"]) == (b"light", "image/png")
    assert shown.headers["Cache-Control"] == "private, max-age=3600"
    assert "Content-Disposition" not in shown.headers
    assert client.get("/chat/jonas/files/en/7/a?scheme=dark").content == b"dark"


def test_another_file_is_downloaded_under_its_name(client):
    shown = client.get("/chat/jonas/files/en/7/b")
    assert shown.headers["Content-Disposition"] == 'attachment; filename="talk.ics"'
    assert shown.headers["Content-Type"].startswith("text/calendar")
    assert shown.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["karim/files/en/7/a", "nobody/files/en/7/a", "jonas/files/en/8/a", "jonas/files/en/7/c",
     "jonas/files/en/99999999999999999999/a", "jonas/files/en/x/a",
     "jonas/files/es/7/a", "jonas/files/en/-7/a"],
)  # fmt: skip
def test_nobody_gets_anothers_file_nor_one_that_is_not_there(client, path):
    assert client.get(f"/chat/{path}").status_code == 404


HUGE = "9" * 5000


@pytest.mark.parametrize(
    "path",
    [f"/chat/jonas/files/en/{HUGE}/a", f"/chat/jonas/files/en/7/{HUGE}", f"/chat/{HUGE}",
     f"/chat/{HUGE}/board", f"/page/{HUGE}", f"/{HUGE}", f"/chat/jonas/files/en/-{HUGE}/a",
     "/chat/jonas/files/en/%D9%A7/a", f"/chat/jonas/files/en/1e{HUGE}/a", "/chat/jonas/files/en//a",
     f"/chat/jonas/files/en/0x{HUGE}/a", "/chat/jonas/files/en/NaN/a",
     f"/chat/jonas/files/en/{2**63}/a"],
    ids=lambda path: path[:28],
)  # fmt: skip
def test_absurd_numbers_are_not_there_and_answered_like_the_rest(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" in answer.headers


def test_a_mistake_of_ours_is_answered_with_the_headers_of_the_rest(client, chat, monkeypatch):
    monkeypatch.setattr(chat, "pane", lambda _language, _id: "nobody")
    answer = client.get("/chat/jonas/files/en/7/a")
    assert answer.status_code == 500
    assert "Content-Security-Policy" in answer.headers
    assert "NoneType" not in answer.text


def test_a_file_is_guarded_like_the_rest(client):
    assert (
        client.get("/chat/jonas/files/en/7/a", headers={"Host": "evil.example"}).status_code == 421
    )


def test_the_page_is_told_where_a_file_is_and_not_what_it_is_made_of(client, chat):
    files = (EVERY["report"], EVERY["route"], CalendarEntry("m1", "Talk", AT, 30), council_page(1))
    shown = rendered(Reply("Here", files=files), Voice("en", "UTC"), AT, 7)
    chat.shown[1] = [shown]
    (told,) = client.get("/chat/jonas").json()["messages"]
    assert told["picture"]["title"] == EVERY["report"].title
    # A report is the picture that it is in every chat, too.
    report, *others = told["files"]
    assert report["kind"] == "image/png"
    assert [(file["name"], file["kind"]) for file in others] == [
        ("route-jonas-peeters-electrician-14-december-2026.png", "image/png"),
        ("talk.ics", "text/calendar"),
        ("class-council-jonas-peeters-18-june-2027.pdf", "application/pdf"),
    ]
    assert [set(file) for file in told["files"]] == [{"url", "name", "kind", "alt"}] * 4
    assert others[0]["url"] == f"/chat/jonas/files/en/7/{shown.files[1]['id']}"
