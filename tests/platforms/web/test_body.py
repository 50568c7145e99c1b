"""What a page may post, and that nothing else makes the server stumble."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.sample_page.application import sample_application
from bot.platforms.web.body import LIMIT
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of

HERE = "http://localhost:8080"


@pytest.fixture
def chat():
    return FakeChat()


@pytest.fixture
def client(chat):
    return client_of(sample_application(chat), base_url=HERE)


# --- bad input -----------------------------------------------------------------------------------

BAD_BODIES = {
    "not an object": [],
    "a number": 7,
    "nothing": None,
    "no key": {"text": "10 all v"},
    "an empty key": {"key": "", "text": "x"},
    "a key with spaces": {"key": "a b", "text": "x"},
    "a long key": {"key": "k" * 101, "text": "x"},
    "a key that is a number": {"key": 7, "text": "x"},
    "a key with a line": {"key": "k\n", "text": "x"},
    "neither text nor tap": {"key": "k"},
    "text and tap": {"key": "k", "text": "x", "tap": "y"},
    "text and form": {"key": "k", "text": "x", "form": {}},
    "a text that is a list": {"key": "k", "text": ["x"]},
    "a text that is nothing": {"key": "k", "text": None},
    "an empty tap": {"key": "k", "tap": ""},
    "a long tap": {"key": "k", "tap": "é" * 33},
    "half a character in a tap": {"key": "k", "tap": "\ud800"},
    "a zero in a tap": {"key": "k", "tap": "a\0b"},
    "a form that is a list": {"key": "k", "form": ["a"]},
    "a form of numbers": {"key": "k", "form": {"a": 1}},
    "half a character in a form": {"key": "k", "form": {"a": "\udc00"}},
    "a huge form": {"key": "k", "form": {f"f{n}": "x" for n in range(201)}},
    "on that is a text": {"key": "k", "tap": "x", "on": "5"},
    "on that is true": {"key": "k", "tap": "x", "on": True},
    "on that is a fraction": {"key": "k", "tap": "x", "on": 1.5},
    "on below zero": {"key": "k", "tap": "x", "on": -1},
    "on beyond a database": {"key": "k", "tap": "x", "on": 2**63},
    "an unknown field": {"key": "k", "text": "x", "as": "coach"},
}


@pytest.mark.parametrize("what", BAD_BODIES)
def test_a_wrong_field_is_refused_with_a_sentence(client, chat, what):
    answer = client.post(
        "/chat/jonas",
        content=json.dumps(BAD_BODIES[what]),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")
    assert chat.said == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"nul", b"[" * 60_000, b'{"key": "k", "on": ' + b"9" * 5000 + b"}"],
)
def test_what_is_not_json_is_refused_with_a_sentence(client, content):
    headers = {"Content-Type": "application/json"}
    answer = client.post("/chat/jonas", content=content, headers=headers)
    assert answer.status_code == 400
    assert "JSON" in answer.json()["error"]


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "json"])
def test_another_type_is_refused(client, chat, kind):
    answer = client.post(
        "/chat/jonas", content=b'{"key":"k","text":"x"}', headers={"Content-Type": kind}
    )
    assert answer.status_code == 415
    assert chat.said == []


def test_json_may_name_its_charset(client):
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}
    answer = client.post("/chat/jonas", content=b'{"key":"k","text":"x"}', headers=headers)
    assert answer.status_code == 200


def test_a_body_has_a_limit_announced_or_not(client, chat):
    frame = len(json.dumps({"key": "k", "text": ""}).encode())
    headers = {"Content-Type": "application/json"}
    for size, status in ((LIMIT, 200), (LIMIT + 1, 413)):
        body = json.dumps({"key": "k", "text": "x" * (size - frame)}).encode()
        assert client.post("/chat/jonas", content=body, headers=headers).status_code == status
    chunks = (b"x" * 1024 for _ in range(100))
    assert client.post("/chat/jonas", content=chunks, headers=headers).status_code == 413
    assert len(chat.said) == 1


def test_odd_text_is_answered_like_any_other(client, chat):
    for text in ("", "   ", "x" * 5000, "🔧🛠️", "'; DROP TABLE score; --", "<b>x</b>", "a\0\ud800b"):
        body = json.dumps({"key": f"k{len(chat.said)}", "text": text})
        headers = {"Content-Type": "application/json"}
        assert client.post("/chat/jonas", content=body, headers=headers).status_code == 200
    assert chat.said[-1][1].text == "ab"


# --- anything at all -----------------------------------------------------------------------------

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_NEARLY = st.fixed_dictionaries(
    {},
    optional={
        "key": _JSON | st.just("k"),
        "text": _JSON | st.text(),
        "tap": _JSON | st.text(max_size=70),
        "on": _JSON | st.integers(),
        "form": _JSON | st.dictionaries(st.text(), st.text()),
        "more": _JSON,
    },
)
_GOOD = json.dumps({"key": "k", "tap": "sm:3:7:V", "on": 12}).encode()


@st.composite
def _mutated(draw):
    """Take a good body with some of its bytes changed, taken out or doubled."""
    body = bytearray(_GOOD)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(body) - 1))
        body[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
    return bytes(body)


_ANY = (_JSON | _NEARLY).map(json.dumps).map(str.encode)


@given(body=st.binary(max_size=200) | _mutated() | _ANY)
def test_no_body_makes_the_server_stumble(body):
    client = client_of(sample_application(FakeChat()), base_url=HERE)
    headers = {"Content-Type": "application/json"}
    answer = client.post("/chat/jonas", content=body, headers=headers)
    assert answer.status_code in (200, 400)
    assert "messages" in answer.json() or "error" in answer.json()


@given(
    path=st.text(max_size=30),
    host=st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20),
)
def test_no_path_and_no_host_makes_the_server_stumble(path, host):
    client = client_of(sample_application(FakeChat()), base_url=HERE)
    answer = client.get(f"{HERE}/chat/{path!r}".replace("#", ""), headers={"Host": host})
    assert answer.status_code in (404, 421)
