"""Other sites, other names and caches: who may ask the page, and what it says of itself."""

import pytest

from bot.platforms.page.platform import Page
from bot.platforms.web.application import web_application
from bot.wiring.pages.push_desk import PushDesk
from bot.wiring.pages.watched import WatchedHouse
from tests.dialogues.page import ADDRESS, HOST, Device, PageSchool, SchoolChat
from tests.platforms.web.client import client_of

EVIL = "https://evil.example"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": EVIL},
        {"Origin": "null"},
        {"Origin": f"http://{HOST}:81"},
        {"Origin": f"{ADDRESS}.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": f"https://other.{HOST}"},
        {"Sec-Fetch-Site": "same-origin", "Origin": EVIL},
    ],
)
def test_another_site_changes_nothing_and_opens_nobodys_link(page: PageSchool, headers):
    own, code, victim = page.come_in("m1"), page.invite("s1"), Device()
    # The link of somebody else, opened by a hostile page so that its reader types into that chat.
    assert page.knock(victim, code, "N" * 43, headers=headers).status_code == 403
    assert victim.client is not None
    assert not victim.client.cookies
    for path in ("chat", "chat/attached", "seen", "leave"):
        sent = page.ask(own, "POST", f"/{own.seat}/{path}", json={"key": "k"}, headers=headers)
        assert sent.status_code == 403
    assert page.ask(own, "GET", f"/{own.seat}/events", headers=headers).status_code == 403
    assert page.ask(own, "GET", f"/{own.seat}/chat").status_code == 200
    assert page.knock(victim, code).status_code == 303


def test_what_browsers_say_of_our_own_form_is_believed(page: PageSchool):
    headers = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}
    assert page.knock(Device(), page.invite("m1"), headers=headers).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": f"{HOST}@evil.example"},
        {"Host": f"{HOST}.evil.example"},
        {"Host": "localhost"},
        {"Host": "127.0.0.1"},
    ],
)
def test_the_page_has_one_name(page: PageSchool, headers):
    code = page.invite("m1")
    for method, path in (("GET", f"/join/{code}"), ("POST", "/join"), ("GET", "/")):
        assert page.ask(Device(), method, path, headers=headers).status_code == 421


def test_no_header_leads_anybody_elsewhere(page: PageSchool):
    forged = {
        "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http",
        "Forwarded": "host=evil.example", "X-Original-URL": "/metrics",
    }  # fmt: skip
    came = page.knock(Device(), page.invite("m1"), headers=forged)
    assert came.headers["location"].startswith("me/")
    assert "evil" not in page.ask(Device(), "GET", "/", headers=forged).text


@pytest.mark.parametrize("prefix", ["", "/k"])
def test_a_slash_too_many_leads_beside_itself(page: PageSchool, prefix):
    site = Page(SchoolChat(page.house, page.lanes, school=page), secure=True, prefix=prefix).site
    watched = WatchedHouse(page.house, page.lanes)
    client = client_of(web_application(watched, site, prefix=prefix), f"https://{HOST}")
    for path, leads in (
        ("/join/AB/?lang=nl", "/join/AB?lang=nl"), ("/join/", "/join"),
        ("/mail/stop/x/", "/mail/stop/x"),
    ):  # fmt: skip
        led = client.get(prefix + path, follow_redirects=False)
        assert led.headers["location"].startswith("../"), "a proxy's name and TLS are its own"
        reached = client.get(prefix + path)
        assert reached.status_code == 200
        assert str(reached.url) == f"https://{HOST}{prefix}{leads}"
    assert client.post(f"{prefix}/join/").status_code == 404
    assert client.get(f"{prefix}/nothing/").status_code == 404


def test_what_is_somebodys_is_kept_by_nobody_on_the_way(page: PageSchool):
    page.say("m1", "/report jonas")
    own = page.devices["m1"]
    (file,) = [file["url"] for message in page.messages("m1") for file in message.files]
    for path in ("/", "/join/ABC", f"/{own.seat}/chat", f"/{own.seat}/{file}"):
        answer = page.ask(own, "GET", path)
        kept = answer.headers["cache-control"]
        assert kept == "no-store" or kept.startswith("private"), path
        assert answer.headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        # Another site learns no code; and our own form still says that it is ours.
        assert answer.headers["referrer-policy"] == "same-origin"
    assert page.ask(own, "GET", "/join/ABC").headers["x-robots-tag"] == "noindex"


@pytest.mark.parametrize(
    ("secure", "prefix", "name", "flags"),
    [
        (True, "", "__Host-kompaan", {"path=/", "httponly", "samesite=lax", "secure"}),
        (True, "/k", "__Secure-kompaan", {"path=/k", "httponly", "samesite=lax", "secure"}),
        (False, "", "kompaan", {"path=/", "httponly", "samesite=lax"}),
        (False, "/k", "kompaan", {"path=/k", "httponly", "samesite=lax"}),
    ],
)
def test_a_cookie_goes_no_further_than_it_must(page: PageSchool, secure, prefix, name, flags):
    chat = SchoolChat(page.house, page.lanes, school=page)
    site = Page(chat, PushDesk(page.house), secure=secure, prefix=prefix).site
    watched = WatchedHouse(page.house, page.lanes)
    client = client_of(web_application(watched, site, prefix=prefix), f"https://{HOST}")
    data = {"code": page.invite("m1"), "nonce": "N" * 43}
    came = client.post(f"{prefix}/join", data=data, follow_redirects=False)
    given, *rest = came.headers["set-cookie"].lower().split("; ")
    assert given.startswith(f"{name.lower()}=")
    assert {flag for flag in rest if not flag.startswith(("max-age", "expires"))} == flags
