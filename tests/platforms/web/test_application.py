"""The web chat as its page and others meet it, on a hand-written back."""

import logging
import threading
from concurrent.futures import Future
from dataclasses import replace

import pytest

from bot.i18n import Voice
from bot.platforms.apology import APOLOGY
from bot.platforms.sample_page.application import sample_application
from bot.platforms.sample_page.talk import NO_SUCH_PERSON, first_of_each_role
from bot.platforms.web import talk as web_talk
from bot.ports import JobOutcome
from tests.platforms.fake_chat import BOARD, NOON, FakeChat, pane
from tests.platforms.web.client import client_of

HERE = "http://localhost:8080"


@pytest.fixture
def chat():
    return FakeChat()


@pytest.fixture
def client(chat):
    with client_of(sample_application(chat), base_url=HERE) as client:
        yield client


def say(client, text="10 all v", to="jonas", key="k1", **more):
    return client.post(f"/chat/{to}", json={"key": key, "text": text}, **more)


# --- who and what --------------------------------------------------------------------------------


def test_people_are_listed_and_the_first_of_each_role_is_chosen(client):
    told = client.get("/chat/people").json()
    ids = [person["school_id"] for person in told["people"]]
    assert ids == ["jonas", "karim", "els", "amina", "lien"]
    assert told["people"][2] == {
        "school_id": "els",
        "name": "Els Peeters",
        "roles": ["teacher", "coach"],
        "language": "nl",
        "about": "teacher and coach of Jonas",
        "class_group": "",
        "students": [],
    }
    assert told["first"] == ["jonas", "karim", "els", "lien"]


def test_nobody_is_chosen_twice_and_a_missing_role_leaves_no_hole():
    both = pane(1, "els", "teacher", "coach")
    assert first_of_each_role([both]) == ["els"]
    assert first_of_each_role([both, pane(2, "lien", "coach")]) == ["els", "lien"]
    assert first_of_each_role([]) == []


def test_a_conversation_has_its_messages_and_its_board(client):
    say(client)
    told = client.get("/chat/jonas").json()
    assert [(message["text"], message["mine"]) for message in told["messages"]] == [
        ("10 all v", True),
        ("heard: 10 all v", False),
    ]
    assert told["messages"][0]["said_at"] == "2026-03-02T12:00:01+00:00"
    assert told["person"]["name"] == "Jonas Peeters"
    assert told["board"] == BOARD
    assert told["person"].pop("commands") == []
    assert client.get("/chat/jonas/board").json() == {
        "person": told["person"],
        "board": BOARD,
    }
    assert client.get("/chat/lien").json()["board"] is None


def test_what_commands_do_is_told_once_and_in_whole_where_a_chat_speaks_otherwise(chat, client):
    score = ({"name": "score", "does": "score by tapping"},)
    chat.people[0] = replace(chat.people[0], commands=score)
    chat.people[2] = replace(chat.people[2], commands=({"name": "scoor", "does": "tikken"},))
    assert client.get("/chat/people").json()["commands"] == {"score": "score by tapping"}
    assert client.get("/chat/jonas").json()["person"]["commands"] == ["score"]
    others = [{"name": "scoor", "does": "tikken"}]
    assert client.get("/chat/els").json()["person"]["commands"] == others


def test_messages_before_the_newest_can_be_read(client):
    for number in range(40):
        say(client, f"line {number}", key=f"k{number}")
    newest = client.get("/chat/jonas").json()
    assert (len(newest["messages"]), newest["more"]) == (60, True)
    first = newest["messages"][0]["id"]
    earlier = client.get(f"/chat/jonas/before/{first}").json()
    assert [message["id"] for message in earlier["messages"]] == list(range(100, first))
    assert not earlier["more"]
    assert client.get("/chat/jonas/before/99999999999999999999").status_code == 404


@pytest.mark.parametrize("path", ["/chat/nobody", "/chat/nobody/board", "/chat/2"])
def test_who_is_not_in_the_sample_is_not_found(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "sample" in answer.json()["error"]


def test_who_is_not_in_the_sample_cannot_speak(client, chat):
    assert say(client, to="nobody").status_code == 404
    assert chat.said == []


# --- saying something ----------------------------------------------------------------------------


def test_what_is_said_is_handed_on_and_answered(client, chat):
    answer = say(client, "jonas 10 vv", to="karim")
    assert answer.status_code == 200
    own, heard = answer.json()["messages"]
    assert (own["text"], own["mine"], own["key"]) == ("jonas 10 vv", True, "k1")
    assert (heard["text"], heard["mine"], heard["key"]) == ("heard: jonas 10 vv", False, "")
    speaker, said = chat.said[0]
    assert (speaker.person_id, speaker.organisation_id) == (2, 1)
    assert (said.text, said.tap, said.on, said.form, said.said_at) == (
        "jonas 10 vv", "", 0, None, NOON,
    )  # fmt: skip


def test_the_same_key_gets_the_same_answer(client):
    first = say(client, "10 all v").json()
    assert say(client, "10 all v").json() == first
    assert len(client.get("/chat/jonas").json()["messages"]) == 2


def test_the_same_key_of_somebody_else_is_another(client, chat):
    say(client, to="jonas")
    say(client, to="karim")
    keys = {said.key for _speaker, said in chat.said}
    assert len(keys) == 2


def test_a_tap_changes_the_message_it_is_on(client, chat):
    message = say(client).json()["messages"][1]
    body = {"key": "k2", "tap": "un:7", "on": message["id"]}
    answer = client.post("/chat/jonas", json=body).json()["messages"]
    assert [(message["id"], message["text"], message["edited"]) for message in answer] == [
        (message["id"], "heard: un:7", True)
    ]
    assert chat.said[1][1].on == message["id"]


def test_a_form_is_handed_on_with_the_code_of_what_it_answers(client, chat):
    body = {"key": "k", "tap": "sf:1:2", "form": {"m1": "V", "c1": "R"}, "on": 5}
    assert client.post("/chat/karim", json=body).status_code == 200
    _speaker, said = chat.said[0]
    assert (said.tap, said.form, said.on) == ("sf:1:2", {"m1": "V", "c1": "R"}, 5)


def test_nothing_is_answered_before_it_is_stored(client, chat):
    chat.waiting = Future()
    answers = []
    sender = threading.Thread(target=lambda: answers.append(say(client)))
    sender.start()
    sender.join(0.3)
    assert sender.is_alive()
    assert answers == []
    chat.waiting.set_result(JobOutcome([]))
    sender.join(10)
    assert answers[0].status_code == 200


def test_what_could_not_be_stored_is_to_be_sent_again(client, chat, caplog):
    chat.waiting = Future()
    chat.waiting.set_exception(ConnectionError("no route to 'my secret words'"))
    answer = say(client, "my secret words")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "again" in answer.json()["error"]
    assert "ConnectionError" in caplog.text
    assert "secret" not in caplog.text


def test_a_page_that_waits_too_long_sends_again_and_nothing_is_cancelled(client, chat, monkeypatch):
    monkeypatch.setattr(web_talk, "PATIENCE", 0.05)
    chat.waiting = Future()
    assert say(client).status_code == 503
    # A lane that sets the result of a cancelled future would break.
    assert not chat.waiting.cancelled()
    chat.waiting.set_result(JobOutcome([]))


@pytest.mark.parametrize(
    "outcome", [JobOutcome(quarantined=True), JobOutcome([]), JobOutcome(None)]
)
def test_what_was_set_aside_is_answered_with_an_apology(client, chat, outcome):
    chat.outcome = outcome
    answer = say(client, to="els")
    assert answer.status_code == 200
    (message,) = answer.json()["messages"]
    assert message["id"] == 0
    assert not message["mine"]
    assert message["text"]
    chat.people[0] = pane(1, "jonas", "student", language="en")
    assert say(client).json()["messages"][0]["text"] == APOLOGY.key


@pytest.mark.parametrize(
    "path", ["/chat/people", "/chat/jonas", "/chat/jonas/board", "/readyz", "/clock", "/metrics"]
)
def test_a_database_that_is_away_is_said_so(client, chat, path):
    chat.failing = ConnectionError("away")
    answer = client.get(path)
    assert answer.status_code == 503
    assert "Retry-After" in answer.headers
    assert client.get("/healthz").status_code == 200


def test_readiness_is_told(client, chat):
    assert client.get("/readyz").json() == {"status": "ok"}
    chat.is_ready = False
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").json() == {"status": "ok"}


# --- refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "wishes", "language"),
    [
        ("", "nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("", "en;q=0.3, nl ; q=0.5", "nl"),
        ("", "es, nl;q=0, en;q=0.1", "en"),
        ("", "nl,en", "nl"),
        ("", "es", "en"),
        ("", "fr-BE,fr;q=0.9,en;q=0.8", "fr"),
        ("", "de-AT", "de"),
        ("", ";;q=x,*,nl;q=many", "en"),
        ("", "nl;q=nan", "en"),
        ("lang=nl", "en", "nl"),
        ("lang=../x", "nl", "nl"),
    ],
)
def test_the_readers_language_is_found(client, query, wishes, language):
    answer = client.get(f"/chat/nobody?{query}", headers={"Accept-Language": wishes})
    assert answer.json()["error"] == Voice(language, "UTC").say(NO_SUCH_PERSON)
    page = client.get(f"/?{query}", headers={"Accept-Language": wishes})
    assert page.headers["Content-Language"] == language


def test_another_method_or_path_is_refused_in_the_same_form(client):
    for answer, status in (
        (client.put("/chat/jonas"), 405),
        (client.options("/chat/jonas"), 405),
        (client.get("/nothing"), 404),
        (client.get("/page/../web.py"), 404),
        (client.get("/page/index.html"), 404),
        (client.get("/page/%2e%2e%2fweb.py"), 404),
    ):
        assert answer.status_code == status
        assert list(answer.json()) == ["error"]


def test_the_log_is_quiet_about_refusals(client, caplog):
    caplog.set_level(logging.INFO, logger="bot")
    say(client, to="nobody")
    client.post("/chat/jonas", content=b"{", headers={"Content-Type": "application/json"})
    assert [record for record in caplog.records if record.name.startswith("bot")] == []
