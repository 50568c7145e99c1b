"""Where we are reached: on both families, and below a path that a proxy leaves in place."""

import socket

import pytest

from bot.platforms.sample_page.application import sample_application
from bot.platforms.web.serving.server import listening
from bot.settings import Settings
from bot.wiring.pages.address import opened_at
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of

V6 = pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="no IPv6 here")


def connects(family, host, port):
    with socket.socket(family) as line:
        line.settimeout(5)
        return line.connect_ex((host, port)) == 0


@V6
@pytest.mark.parametrize("host", ["::", "[::]"])
def test_everywhere_means_both_families(host):
    with listening(host, 0) as ear:
        port = ear.getsockname()[1]
        assert connects(socket.AF_INET6, "::1", port)
        assert connects(socket.AF_INET, "127.0.0.1", port)


@V6
@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_one_address_of_the_newer_family_is_that_one(host):
    with listening(host, 0) as ear:
        assert connects(socket.AF_INET6, "::1", ear.getsockname()[1])
        assert not connects(socket.AF_INET, "127.0.0.1", ear.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("::", "http://localhost:8080"),
        ("[::]", "http://localhost:8080"),
        ("0.0.0.0", "http://localhost:8080"),
        ("::1", "http://[::1]:8080"),
        ("[fd00::7]", "http://[fd00::7]:8080"),
        ("kompaan.example", "http://kompaan.example:8080"),
    ],
)
def test_the_address_that_is_printed_opens(host, address):
    assert opened_at(host, 8080) == address


@pytest.fixture
def client():
    with client_of(sample_application(FakeChat(), prefix="/school/kompaan")) as made:
        yield made


@pytest.mark.parametrize("path", ["/healthz", "/chat/people", "/page/page.js", "/"])
def test_with_the_prefix_and_without_it_is_the_same(client, path):
    with_it = client.get(f"/school/kompaan{path}")
    assert with_it.status_code == 200
    assert with_it.content == client.get(path).content


def test_the_page_itself_ends_with_a_slash(client):
    answer = client.get("/school/kompaan", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/school/kompaan/")


@pytest.mark.parametrize("path", ["/school", "/school/kompaanx/healthz", "/kompaan/healthz"])
def test_what_only_looks_like_the_prefix_is_nothing(client, path):
    assert client.get(path).status_code == 404


def test_streams_are_guarded_with_the_prefix_as_well(client):
    elsewhere = {"Origin": "https://elsewhere.example"}
    assert client.get("/school/kompaan/chat/events", headers=elsewhere).status_code == 403


@pytest.mark.parametrize(
    ("given", "kept"),
    [("", ""), ("/", ""), ("/kompaan", "/kompaan"), ("/a/b/", "/a/b")],
)
def test_a_prefix_is_a_path(given, kept):
    assert Settings(http_prefix=given, _env_file=None).http_prefix == kept


@pytest.mark.parametrize("given", ["kompaan", "/ä", "/a b", "//a", "https://x/a", "/a/../b?"])
def test_what_is_no_path_is_refused(given):
    with pytest.raises(ValueError, match="is not a path"):
        Settings(http_prefix=given, _env_file=None)
