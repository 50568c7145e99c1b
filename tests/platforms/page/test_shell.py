"""What a browser loads around the own chat: files of ours alone, and nothing of anybody in them."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.joining.sessions import Session, digest_of_token, new_token
from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.platforms.page.back import Seated
from bot.platforms.page.bundle import OWN_BUNDLE
from bot.platforms.page.door_page import BY_CODE, KEPT, WELCOME
from bot.platforms.page.door_page import SHARED as SHARED_DEVICE
from bot.platforms.page.platform import Page
from bot.platforms.page.shell import GROUND, THEME
from bot.platforms.page.talk import NOT_IN
from bot.platforms.web.application import web_application
from bot.platforms.web.page_files import KINDS, SCRIPT, SHARED, STYLE
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of
from tests.platforms.web.test_page import Elements

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SEAT = "abcdefghij"
OWN = {
    path.name: path.read_text(encoding="utf-8")
    for path in OWN_BUNDLE.folder.iterdir()
    if path.suffix != ".png"
}
SCRIPTS = {name: text for name, text in OWN.items() if name.endswith(".js")}
SHEETS = {name: text for name, text in OWN.items() if name.endswith(".css")}
COLOURS = (SHARED / "colours.css").read_text(encoding="utf-8")
BYTES = 32_000
"""Packed, of all that comes before the first message, as on the sample's page."""


class OneSession(FakeChat):
    """The page's back with one open session, of Els, whose language is Dutch."""

    def __init__(self):
        super().__init__()
        self.token = new_token()
        digest = digest_of_token(self.token)
        self.session = Session(1, 1, 3, SEAT, digest, "Chrome", AT, AT)

    def find(self, seat, digests):
        return self.session if seat == SEAT and self.session.digest in digests else None

    def list_seated(self, digests):
        return [Seated(self.session, "Els <Peeters>")] if self.session.digest in digests else []

    def leave(self, session):
        self.session = replace(session, ended_at=AT, digest="")

    def language(self, person_id):
        return self.people[person_id - 1].language


@pytest.fixture
def chat():
    return OneSession()


@pytest.fixture
def client(chat):
    page = Page(chat, secure=False, prefix="/kompaan")
    application = web_application(chat, page.site, platforms=[page], prefix="/kompaan")
    return client_of(application, base_url="http://localhost/kompaan")


@pytest.fixture
def own(client, chat):
    client.cookies["kompaan"] = chat.token
    return client


def texts_asked_for():
    for path in (*OWN_BUNDLE.folder.glob("*.js"), *SHARED.glob("*.js")):
        yield from re.findall(r'\bsay\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    yield from set(re.findall(r"\{\{(\w+)\}\}", OWN_BUNDLE.template())) - {"lang", "texts"}


def test_every_text_that_is_asked_for_exists_and_none_of_its_own_is_left_over():
    asked = set(texts_asked_for())
    completed = ("role_", "first_", "letter_", "means_")
    known = {key for key in OWN_BUNDLE.texts if not key.startswith(completed)}
    assert asked == known


def test_no_script_no_style_and_no_words_of_people_stand_in_the_html():
    page = Elements(OWN_BUNDLE.template())
    assert not {"script", "style"} & page.inside.keys()
    for _tag, given in page.found:
        assert not any(name.startswith("on") or name == "style" for name in given)
    for text in SCRIPTS.values():
        dangerous = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function"
        assert re.findall(dangerous, text) == []
        assert re.findall(r"https?:|\bwss?:|[\"'(]//", text) == []


def test_the_page_is_in_its_persons_language_and_may_do_no_more_than_register_its_worker(own):
    page = own.get(f"/me/{SEAT}/", headers={"Accept-Language": "en"})
    assert (page.status_code, page.headers["Content-Language"]) == (200, "nl")
    assert json.loads(Elements(page.text).found[0][1]["data-texts"]).keys() == {"nl"}
    policy = dict(
        rule.partition(" ")[::2] for rule in page.headers["Content-Security-Policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["worker-src"] == policy["manifest-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["trusted-types"] == "worker"
    assert SCRIPTS["install.js"].count('createPolicy("worker"') == 1
    assert "Els" not in page.text


def test_every_file_that_the_page_names_is_served_below_its_prefix(own):
    page = own.get(f"/me/{SEAT}/")
    named = set(re.findall(r'"\.\./\.\./page/([\w.-]+)"', page.text))
    assert named == {STYLE, SCRIPT, "icon.svg", "apple-touch-icon.png"}
    for name in named:
        answer = own.get(f"/page/{name}")
        assert answer.headers["Content-Type"] == KINDS[name[name.rindex(".") :]]
    packed = [own.get(f"/page/{name}", headers={"Accept-Encoding": "gzip"}) for name in named]
    assert sum(int(answer.headers["Content-Length"]) for answer in packed) < BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manifest_is_the_same_for_everybody_and_asks_for_no_session(client, language):
    answer = client.get(f"/me/{SEAT}/manifest.webmanifest?lang={language}")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    manifest = answer.json()
    assert (manifest["id"], manifest["start_url"], manifest["lang"]) == ("./", "./", language)
    assert manifest["scope"] == "../../", "a new link leads into the same app"
    assert (manifest["theme_color"], manifest["background_color"]) == (THEME, GROUND)
    assert f"--card: {THEME};" in COLOURS
    assert f"--paper: {GROUND};" in COLOURS
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        served = client.get(f"/me/{SEAT}/{icon['src']}")
        assert (served.status_code, served.headers["Content-Type"]) == (200, icon["type"])
    assert client.get("/me/odd/manifest.webmanifest").status_code == 404


def test_the_worker_keeps_the_pages_own_files_and_is_another_where_one_of_them_is(client):
    answer = client.get(f"/me/{SEAT}/worker.js?lang=en")
    told = json.loads(answer.text.splitlines()[0].removeprefix("const SHELL = ").rstrip(";"))
    files = f"../../page/{SCRIPT}", f"../../page/{STYLE}", "../../page/icon.svg"
    assert told["files"] == ["./", *files]
    assert answer.headers["Cache-Control"] == "no-cache"
    other = client.get(f"/me/{SEAT}/worker.js?lang=nl").text
    assert other.splitlines()[1:] == answer.text.splitlines()[1:]
    assert other.splitlines()[0] != answer.text.splitlines()[0]
    # What it does with anything else: nothing, so it keeps none of it.
    assert SCRIPTS["worker.js"].count("cache.put(") == 1
    assert "addAll" not in SCRIPTS["worker.js"]


def test_who_has_no_session_is_led_to_the_door_which_says_what_there_is_to_do(client):
    answer = client.get(f"/me/{SEAT}/", follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "../../?ended")
    door = client.get("/?ended", headers={"Accept-Language": "nl"})
    assert Voice("nl", "UTC").say(NOT_IN) in door.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_says_what_is_kept_and_has_one_button_and_no_script(client, language):
    voice = Voice(language, "UTC")
    door = client.get(f"/join/ABCDE-FGH23?lang={language}")
    said = re.sub(r"&#x27;", "'", door.text)
    assert all(line in said for line in voice.say(WELCOME).splitlines())
    assert voice.say(KEPT) in said
    tags = [tag for tag, _given in Elements(door.text).found]
    assert (tags.count("button"), tags.count("script"), tags.count("form")) == (1, 0, 1)
    assert 'action="/kompaan/join?lang=' in door.text
    assert door.headers["X-Robots-Tag"] == "noindex"
    # Without any referrer a browser names no origin for a form, which would be declined.
    assert door.headers["Referrer-Policy"] == "same-origin"
    assert voice.say(BY_CODE) in client.get(f"/?lang={language}").text


def test_two_people_on_one_device_choose_and_nobody_is_led_to_the_other(own, chat):
    assert own.get("/", follow_redirects=False).headers["Location"] == f"me/{SEAT}/"
    for address in ("/?other", "/?ended"):
        door = own.get(address)
        assert 'href="/kompaan/me/abcdefghij/">Els &lt;Peeters&gt;' in door.text
        assert '<input name="code"' in door.text
    assert Voice("en", "UTC").say(SHARED_DEVICE) not in own.get("/?other&lang=en").text


def test_who_leaves_takes_the_token_and_all_pictures_away(own):
    answer = own.post(f"/me/{SEAT}/leave", follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "../../")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert own.get(f"/me/{SEAT}/chat").status_code == 401


def test_no_sheet_names_a_colour_of_its_own_and_movement_stops_for_who_asks():
    named = set(re.findall(r"(--[\w-]+):", COLOURS))
    for text in SHEETS.values():
        assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", text) == []
        assert set(re.findall(r"var\((--[\w-]+)", text)) <= named
    assert "prefers-reduced-motion" in OWN_BUNDLE.style(STYLE)
