"""Who may talk to the web chat: Host, Origin, and the headers that go with every answer."""

import asyncio

import pytest

from bot.platforms.sample_page.application import sample_application
from bot.platforms.web.serving.guard import HEADERS
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of

BODY = {"key": "k", "text": "x"}


def client_at(host):
    return client_of(sample_application(FakeChat()), base_url=f"http://{host}")


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "localhost:1", "LOCALHOST:8080", "localhost.", "127.0.0.1", "127.0.0.1:8080",
        "127.8.9.10", "[::1]", "[::1]:8080", "kompaan.example", "KOMPAAN.example:8443",
        "other.example",
    ],
)  # fmt: skip
def test_loopback_and_configured_names_are_ours(host):
    client = client_at("localhost")
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "", "example.com", "testserver", "localhost.example.com", "localhost:x", "localhost:123456",
        "127.0.0.1.nip.io", "0.0.0.0", "[::]", "192.168.1.7", "a@localhost", "localhost/",
        "localhost:80:80", "kompaan.example.com", "xkompaan.example", "127.1",
    ],
)  # fmt: skip
def test_other_names_are_not(host):
    client = client_at("localhost")
    for path in ("/", "/chat/people", "/chat/events", "/healthz", "/metrics", "/clock"):
        answer = client.get(path, headers={"Host": host})
        assert answer.status_code == 421
        assert "KOMPAAN_HTTP_ALLOWED_HOSTS" in answer.json()["error"]


@pytest.mark.parametrize("hosts", [[], [b"localhost", b"localhost"], [b"localhost", b"evil"]])
def test_a_request_has_one_host(hosts):
    sent = []
    headers = [(b"host", host) for host in hosts]
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": headers}

    async def receive():
        return {"type": "http.request"}

    async def send(message):
        sent.append(message)

    asyncio.run(sample_application(FakeChat())(scope, receive, send))
    assert sent[0]["status"] == 421


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("localhost:8080", None),
        ("localhost:8080", "http://localhost:8080"),
        ("localhost", "http://localhost"),
        ("localhost:80", "http://localhost"),
        ("kompaan.example", "https://kompaan.example"),
        ("kompaan.example:443", "https://kompaan.example"),
        ("[::1]:8080", "http://[::1]:8080"),
        # a proxy that puts its own name in Host
        ("127.0.0.1:8080", "https://kompaan.example"),
    ],
)
def test_our_own_page_and_programs_may_post(host, origin):
    headers = {"Host": host} | ({"Origin": origin} if origin else {})
    assert client_at("localhost").post("/chat/jonas", json=BODY, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        "null", "", "http://example.com", "https://localhost:8080.example.com", "localhost:8080",
        "http://localhost:3000", "http://localhost", "http://127.0.0.1:8080", "file://",
        "http://kompaan.example:3000", "chrome-extension://localhost:8080", "http://localhost:8080/",
    ],
)  # fmt: skip
def test_another_site_may_neither_post_nor_listen(origin):
    chat = FakeChat()
    client = client_of(sample_application(chat), base_url="http://localhost:8080")
    headers = {"Origin": origin}
    assert client.post("/chat/jonas", json=BODY, headers=headers).status_code == 403
    answer = client.get("/chat/events", headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.json()["error"]
    assert chat.said == []


@pytest.mark.parametrize(("site", "status"), [
    ("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403),
])  # fmt: skip
def test_a_browser_that_says_where_a_request_comes_from_is_believed(site, status):
    headers = {"Sec-Fetch-Site": site}
    answer = client_at("localhost").post("/chat/jonas", json=BODY, headers=headers)
    assert answer.status_code == status


def test_every_answer_carries_the_headers():
    client = client_at("localhost")
    answers = [
        client.get("/"),
        client.get("/page/page.js"),
        client.get("/chat/people"),
        client.get("/nothing"),
        client.get("/", headers={"Host": "example.com"}),
        client.post("/chat/jonas", content=b"x"),
        client.post("/chat/jonas", json=BODY, headers={"Origin": "null"}),
    ]
    for answer in answers:
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert not any(name.startswith("access-control") for name in answer.headers)


def test_the_policy_lets_nothing_in_but_our_own_files():
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy


def test_what_people_say_is_kept_in_no_cache():
    client = client_at("localhost")
    for path in ("/chat/people", "/chat/jonas", "/chat/jonas/board", "/chat/nobody", "/readyz"):
        assert client.get(path).headers["Cache-Control"] == "no-store"


ELSEWHERE = ("192.168.1.7", 50000)
FORWARDED = [
    {"X-Forwarded-For": "203.0.113.9"},
    {"Forwarded": "for=203.0.113.9"},
    {"X-Real-IP": "203.0.113.9"},
    {"Via": "1.1 proxy"},
    {"X-Forwarded-Host": "kompaan.example"},
]
PATHS = ("/", "/chat/people", "/chat/jonas", "/clock", "/metrics")


class PublicChat(FakeChat):
    """One that is reached from outside, through a proxy on this machine."""

    is_public = True


@pytest.mark.parametrize("path", [*PATHS, "/healthz", "/readyz"])
@pytest.mark.parametrize(
    "peer", [ELSEWHERE, ("203.0.113.9", 1), ("2001:db8::1", 1), ("testclient", 1)]
)
def test_who_writes_localhost_elsewhere_is_elsewhere(path, peer):
    client = client_of(sample_application(FakeChat()), peer=peer)
    for host in ("localhost", "127.0.0.1:8080", "[::1]"):
        assert client.get(path, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("path", [*PATHS, "/healthz", "/readyz"])
@pytest.mark.parametrize("forwarded", FORWARDED, ids=lambda header: next(iter(header)))
def test_what_a_proxy_passes_on_is_not_from_this_machine(path, forwarded):
    assert client_of(sample_application(FakeChat())).get(path, headers=forwarded).status_code == 421


def test_behind_a_proxy_that_says_nothing_the_page_is_not_on_loopback():
    client = client_of(sample_application(PublicChat()))
    assert [client.get(path).status_code for path in PATHS] == [421] * len(PATHS)
    body = {"key": "k", "text": "x"}
    assert client.post("/chat/jonas", json=body).status_code == 421
    assert client.get("/healthz").status_code == client.get("/readyz").status_code == 200


def test_a_configured_name_is_answered_wherever_it_is_asked():
    for chat in (FakeChat(), PublicChat()):
        client = client_of(sample_application(chat), "http://kompaan.example", ELSEWHERE)
        assert client.get("/", headers=FORWARDED[0]).status_code == 200


@pytest.mark.parametrize(
    ("given", "status"),
    [("", 401), ("Bearer t0ken", 200), ("bearer t0ken", 200), ("Bearer other", 401),
     ("Bearer ", 401), ("Basic t0ken", 401), ("t0ken", 401), ("Bearer é", 401)],
)  # fmt: skip
def test_from_elsewhere_the_figures_want_the_token(given, status):
    chat = PublicChat()
    chat.figures_token = "t0ken"
    client = client_of(sample_application(chat), "http://kompaan.example", ELSEWHERE)
    headers = {"Authorization": given.encode()} if given else {}
    assert client.get("/metrics", headers=headers).status_code == status


def test_where_there_is_no_token_nobody_has_it():
    client = client_of(sample_application(PublicChat()), "http://kompaan.example", ELSEWHERE)
    for given in ("Bearer ", "Bearer", ""):
        assert client.get("/metrics", headers={"Authorization": given}).status_code == 401
