"""The page itself: its texts, its colours, and that it loads nothing but its own files."""

import json
import re
from html.parser import HTMLParser
from itertools import chain

import pytest

from bot.domain.languages import LANGUAGES
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.platforms.sample_page.application import sample_application
from bot.platforms.sample_page.bundle import SAMPLE_BUNDLE
from bot.platforms.sample_page.talk import ROLES
from bot.platforms.web.page_files import KINDS, SCRIPT, SHARED, STYLE
from bot.ports.worlds import Move
from bot.showing.palette import BAR_PAINT, COLOUR_PAINT, Paint, Scheme
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of
from tests.showing.seeing import contrast

FILES = {
    path.name: path.read_text(encoding="utf-8")
    for folder in (SHARED, SAMPLE_BUNDLE.folder)
    for path in folder.iterdir()
}
HTML = SAMPLE_BUNDLE.template()
STYLES = [f"{name}.css" for name in SAMPLE_BUNDLE.sheets[STYLE]]
TEXTS, texts_of = SAMPLE_BUNDLE.texts, SAMPLE_BUNDLE.texts_of
SCRIPTS = {name: text for name, text in FILES.items() if name.endswith(".js")}
SHEETS = {name: text for name, text in FILES.items() if name.endswith(".css")}
FILLED_BY_THE_SERVER = {"lang", "texts", "languages", "line_mentor", "run"}
BYTES = 32_000
"""Packed, of all that comes before the first message: the page, its style and its script."""

SET_BY_SCRIPTS = {"--role", "--done", "--hours", "--minutes"}


@pytest.fixture(scope="module")
def client():
    return client_of(sample_application(FakeChat()), base_url="http://localhost")


# --- texts ---------------------------------------------------------------------------------------


def keys_in_scripts():
    """List the texts the scripts ask for; role and colour complete some of the names."""
    for text in SCRIPTS.values():
        yield from re.findall(r'\bsay\(\s*"(\w+)"', text)
        for beginning in re.findall(r"\bsay\(\s*`(\w+_)\$\{", text):
            endings = Role if beginning in ("role_", "sees_", "first_") else Colour
            yield from (f"{beginning}{ending.value}" for ending in endings)


def keys_in_html():
    return set(re.findall(r"\{\{(\w+)\}\}", HTML)) - FILLED_BY_THE_SERVER


def test_every_text_that_is_asked_for_exists_and_none_is_left_over():
    assert keys_in_html() | set(keys_in_scripts()) == set(TEXTS)


def test_every_call_of_say_was_understood():
    for text in SCRIPTS.values():
        calls = re.findall(r"\bsay\((?!key\b)", text)
        understood = re.findall(r'\bsay\(\s*(?:"\w+"|`\w+_\$\{)', text)
        assert len(calls) == len(understood)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_keeps_its_places_in_every_language(language):
    english = texts_of("en")
    for key, text in texts_of(language).items():
        assert text.strip() == text != ""
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[key]))


def test_what_scripts_say_in_a_chat_s_language_is_sent_in_every_language():
    said = re.compile(
        r'say\(\s*["`](\w+?)(?:\$\{\w+(?:\.\w+)?\})?["`],[^()]*\b(?:spoken|language),?\s*\)'
    )
    told = {key for text in SCRIPTS.values() for key in said.findall(text)}
    assert {"send", "as_text", "letter_", "means_", "first_"} <= told
    known = SAMPLE_BUNDLE.mixed
    assert [key for key in told if not any(name.startswith(key) for name in known)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_colour_has_a_letter_of_its_own(language):
    texts = texts_of(language)
    letters = [texts[f"letter_{colour.value}"] for colour in Colour]
    assert len(set(letters)) == len(Colour)
    assert all(len(letter) == 1 for letter in letters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_rendered_in_a_language(client, language):
    page = client.get("/", headers={"Accept-Language": f"es, {language};q=0.8"})
    assert page.headers["Content-Language"] == language
    assert page.headers["Vary"] == "Accept-Language, Accept-Encoding"
    root, *elements = Elements(page.text).found
    assert root == ("html", {"lang": language, "data-texts": root[1]["data-texts"]})
    told = json.loads(root[1]["data-texts"])
    assert set(told) == set(LANGUAGES)
    # Beside the HTML, which has the rest in it, goes what scripts say.
    own, scripts = told.pop(language), "".join(SCRIPTS.values())
    assert own.items() < texts_of(language).items()
    assert set(own) >= set(re.findall(r"""\bsay\(\s*"(\w+)""", scripts))
    begun = tuple(re.findall(r"\bsay\(`(\w+)\$", scripts))
    assert set(own) >= {key for key in texts_of(language) if key.startswith(begun)}
    # Of other languages what a chat in them says, and no more.
    for other, texts in told.items():
        assert texts == {key: texts_of(other)[key] for key in SAMPLE_BUNDLE.mixed}
    links = {given["hreflang"]: given for tag, given in elements if tag == "a"}
    assert [link for link, given in links.items() if "aria-current" in given] == [language]
    assert links[language]["href"] == f"?lang={language}"
    assert set(links) == set(LANGUAGES)
    assert "{{" not in page.text


def test_the_address_decides_before_the_browser(client):
    page = client.get("/?lang=nl", headers={"Accept-Language": "en"})
    assert page.headers["Content-Language"] == "nl"


def test_the_page_and_the_server_know_the_same_roles():
    assert set(ROLES) == {role.value for role in Role}
    (roles,) = re.findall(r"const ROLES = (\[.*\])", SCRIPTS["chat.js"])
    (colours,) = re.findall(r"const COLOURS = (\[.*\])", SCRIPTS["colours.js"])
    assert json.loads(roles) == list(ROLES)
    assert json.loads(colours) == [colour.value for colour in Colour]


# --- nothing but our own files -------------------------------------------------------------------


class Elements(HTMLParser):
    """All elements of a page, with their attributes, and what stands inside scripts and styles."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.inside = {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        if data.strip():
            tag = self.found[-1][0]
            self.inside[tag] = self.inside.get(tag, "") + data


def test_there_is_no_inline_script_or_style():
    page = Elements(HTML)
    tags = [tag for tag, _given in page.found]
    assert "style" not in tags
    assert "script" in tags
    assert "script" not in page.inside
    for tag, given in page.found:
        assert "style" not in given
        assert not any(name.startswith("on") for name in given)
        assert "javascript:" not in " ".join(value or "" for value in given.values())
        if tag == "script":
            assert given["src"].startswith("page/")


@pytest.mark.parametrize("name", SCRIPTS)
def test_text_from_people_is_only_ever_set_as_text(name):
    dangerous = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function"
    assert re.findall(rf"{dangerous}|DOMParser|srcdoc|setAttribute\(\"style", SCRIPTS[name]) == []


@pytest.mark.parametrize("name", FILES)
def test_there_is_no_address_of_anybody_else(name):
    text = FILES[name].replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"https?:|\bwss?:|\bdata:|[\"'(]//|@import|url\(", text) == []


def test_every_file_is_used_and_every_file_used_is_served(client):
    used = set(re.findall(r'"page/([\w.]+)"', HTML))
    for name in used:
        assert client.get(f"/page/{name}").headers["Content-Type"] == KINDS[name[name.index(".") :]]
    imported = chain(*(re.findall(r'from "\.[./\w]*/([\w.]+)"', t) for t in SCRIPTS.values()))
    parts = {*STYLES, *imported}
    assert (used | parts | {"chat.js"}) - {STYLE, SCRIPT} == set(FILES) - {
        "index.html",
        "chat.html",
    }


def bare(style: str) -> str:
    return re.sub(r"\s", "", style)


def test_the_styles_are_one_file_and_the_scripts_are_one_without_their_comments(client):
    style, script = (client.get(f"/page/{name}").text for name in (STYLE, SCRIPT))
    for name in STYLES:
        assert bare(FILES[name].splitlines()[-1]) in bare(style)
    assert len(style) < len(bare(style)) * 1.1, "blanks that no browser needs are left out"
    for name in SCRIPTS:
        assert script.count(f"const ${name.removesuffix('.js')} = (() => {{") == 1
    assert re.findall(r"^\s*(?://|/\*\*|import |export )", script, re.MULTILINE) == []
    # What one uses stands above it.
    assert script.index("const $dom =") < script.index("const $log =") < script.index("$chat =")


def test_no_text_of_the_scripts_is_of_several_lines():
    """Their indentation is left out where they are served."""
    found = [text for script in SCRIPTS.values() for text in re.findall(r"`[^`]*`", script)]
    assert [text for text in found if "\n" in text] == []


def test_the_first_view_is_few_requests_and_few_bytes(client):
    """With these, a line of 400 ms and 50 KB/s shows the first message within three seconds."""
    page = client.get("/?lang=en", headers={"Accept-Encoding": "gzip"})
    asked = re.findall(r'(?:href|src)="((?:page/|chat/|clock)[^"]*)"', page.text)
    assert len(set(asked)) <= 5, "the style, the script, the icon, who there is, and the clock"
    packed = [
        page,
        *(client.get(f"/{name}", headers={"Accept-Encoding": "gzip"}) for name in asked),
    ]
    assert sum(int(answer.headers["Content-Length"]) for answer in packed) < BYTES


def test_what_is_sent_is_packed_where_it_can_be_unpacked(client):
    plain = client.get(f"/page/{SCRIPT}", headers={"Accept-Encoding": "identity"})
    packed = client.get(f"/page/{SCRIPT}", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < int(plain.headers["Content-Length"]) / 2
    assert packed.text == plain.text


def test_what_a_browser_has_is_not_sent_again(client):
    for path in ("/?lang=nl", f"/page/{SCRIPT}"):
        tag = client.get(path).headers["ETag"]
        again = client.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get("/?lang=nl").headers["ETag"] != client.get("/?lang=en").headers["ETag"]


@pytest.mark.parametrize("name", FILES)
def test_files_stay_small(name):
    assert len(FILES[name].splitlines()) <= 300


# --- colours -------------------------------------------------------------------------------------


def tokens():
    """Read the colours of both schemes; dark takes over what it does not change."""
    light, dark = FILES["colours.css"].split("@media (prefers-color-scheme: dark)")
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in (light, dark)]
    return {"light": found[0], "dark": found[0] | found[1]}


SCHEMES = tokens()
LETTERS = [
    (colour.value.replace("_", "-") + "-ink", colour.value.replace("_", "-")) for colour in Colour
]
WRITTEN = [
    ("ink", "paper"), ("ink", "card"), ("ink", "raised"), ("soft", "paper"), ("soft", "card"),
    ("soft", "raised"), ("soft", "answer"), ("answer-ink", "answer"), ("brand-ink", "brand"),
    ("link", "card"), ("link", "answer"), ("tap-ink", "tap"), ("tap-ink", "answer"),
    ("tap-ink", "card"), ("wrong", "card"), ("card", "ink"), ("face-ink", "student"),
    ("face-ink", "mentor"), ("face-ink", "teacher"), ("face-ink", "coach"),
]  # fmt: skip
DRAWN = [("bar-done", "bar"), ("focus", "card"), ("focus", "paper"), ("red", "paper")]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), LETTERS + WRITTEN)
def test_letters_and_words_can_be_read(scheme, ink, ground):
    assert contrast(SCHEMES[scheme][ink], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), DRAWN)
def test_shapes_can_be_told_from_their_ground(scheme, shape, ground):
    assert contrast(SCHEMES[scheme][shape], SCHEMES[scheme][ground]) >= 3


@pytest.mark.parametrize("scheme", Scheme)
def test_the_page_has_the_colours_of_the_pictures(scheme):
    page, bar = SCHEMES[scheme], BAR_PAINT[scheme]
    for (ink, ground), colour in zip(LETTERS, Colour, strict=True):
        assert Paint(page[ink], page[ground]) == COLOUR_PAINT[scheme][colour]
    assert (page["bar"], page["bar-done"], page["bar-edge"]) == bar


def test_both_schemes_name_the_five_colours_and_no_other_file_names_a_colour():
    light, dark = FILES["colours.css"].split("@media (prefers-color-scheme: dark)")
    for part in (light, dark):
        for pair in LETTERS:
            assert all(f"--{name}: #" in part for name in pair)
    for name, text in SHEETS.items():
        if name != "colours.css":
            assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", text) == []


def test_every_colour_that_is_used_is_named():
    named = set(re.findall(r"(--[\w-]+):", FILES["colours.css"]))
    for name, text in SHEETS.items():
        used = set(re.findall(r"var\((--[\w-]+)", text)) - SET_BY_SCRIPTS
        assert used <= named, name


# --- for everybody -------------------------------------------------------------------------------


def test_movement_stops_for_who_asks_and_answers_are_read_aloud():
    assert "prefers-reduced-motion: reduce" in FILES["chat.css"]
    assert "prefers-reduced-motion: reduce" in FILES["dom.js"]
    assert 'role="log" aria-live="polite"' in HTML
    assert ":focus-visible" in FILES["chat.css"]


def test_everything_one_can_use_has_a_name():
    page = Elements(HTML)
    for tag, given in page.found:
        if tag in ("textarea", "select"):
            assert given["aria-label"]
        if tag == "img":
            assert "alt" in given
        if tag == "button":
            assert given["type"] in ("button", "submit")


def test_things_to_try_each_in_the_pane_of_a_role():
    page = Elements(HTML)
    steps = [given for tag, given in page.found if tag == "li" and "data-role" in given]
    assert [(step["data-role"], step.get("data-line"), step.get("data-by")) for step in steps] == [
        ("mentor", "{{line_mentor}}", None),
        ("student", "{{line_student}}", None),
        ("coach", "{{line_coach}}", None),
        ("mentor", None, "reminder"),
    ]


def test_the_clock_can_be_moved_in_every_way_there_is_and_says_so():
    page = Elements(HTML)
    moves = [given["data-by"] for tag, given in page.found if given.get("class") == "move"]
    assert moves == list(Move)
    (clock,) = (given for tag, given in page.found if given.get("class") == "clock")
    assert (clock["role"], clock["aria-label"]) == ("group", "{{clock}}")
    assert '<p class="note heard" role="status"></p>' in HTML


def test_no_script_but_the_clocks_asks_the_machine_what_time_it_is():
    for name, text in SCRIPTS.items():
        if name != "time.js":
            assert "Date.now()" not in text, name
            assert "new Date()" not in text, name
