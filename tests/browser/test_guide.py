"""What there is to try: in its chat, as it is written, with what it changed, and then gone."""

import signal
from pathlib import Path

import pytest

from bot.domain.languages import LANGUAGES
from tests.browser.looking import LOADED, on_screen, open_page, says, waits
from tests.browser.webdriver import Browser, missing
from tests.faults.server import Server
from tests.faults.trying import Trying

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

OUTCOME = "document.querySelector('.guide .outcome').textContent"


CHANGED = {
    "en": "10 “Lays conduits with wires to every point”, mentor: acquired, with support",
    "nl": "10 “Legt buizen met draden naar elk punt”, mentor: verworven, met ondersteuning",
    "fr": "10 «\u00a0Pose des tubes avec fils jusqu’à chaque point\u00a0», "
    "tuteur\u00a0: acquis, avec aide",
    "de": "10 „Legt Rohre mit Adern zu jedem Punkt“, Mentor: erreicht, mit Hilfe",
}
INTRODUCED = (
    "arguments[0]([...document.querySelectorAll('.intro')].filter((p) => p.offsetHeight).length)"
)
SIGNS = """
const [sign, field] = [".mentor .bubble .sign", ".strip .dark_green"]
  .map((one) => getComputedStyle(document.querySelector(one)).backgroundColor);
arguments[0]([sign === field]);
"""
CLOCK = {"en": "It is now ", "nl": "Het is nu ", "fr": "Maintenant\u00a0: ", "de": "Es ist jetzt "}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_stands_in_its_chat_and_says_what_changed(
    server: Server, chromium: Browser, language: str
):
    chromium.measures(390, 844)
    address = f"http://127.0.0.1:{server.port}/?lang={language}"
    open_page(chromium, address)
    chromium.runs("localStorage.clear(); arguments[0](true)")
    open_page(chromium, address)
    said = []
    for role in ("mentor", "student", "coach", "mentor"):
        waits(chromium, f"document.querySelector('.pane.shown.{role} .guide') && true")
        waits(chromium, "document.querySelector('.guide .try').click() ?? true")
        said.append(waits(chromium, OUTCOME))
        waits(chromium, "document.querySelector('.guide .next').click() ?? true")
    first, *_others, last = said
    assert CHANGED[language] in first
    assert last.startswith(CLOCK[language])
    waits(chromium, "document.querySelector('.guide .leave').click() ?? true")
    open_page(chromium, address)
    assert waits(chromium, "!document.querySelector('.guide') && true") is not None


def test_a_step_that_is_done_by_hand_goes_on_as_well(server: Server, chromium: Browser):
    chromium.measures(1400, 900)
    address = f"http://127.0.0.1:{server.port}/?lang=en"
    open_page(chromium, address)
    said = []
    waits(chromium, "document.querySelector('.pane.mentor .guide') && true")
    says(chromium, "karim", "jonas 10 oops")
    says(chromium, "els", "jonas 4 all v")
    says(chromium, "karim", "Jonas 10 all v")
    said.append(waits(chromium, OUTCOME))
    for who, role, line in (
        ("jonas", "student", "/report"),
        ("lien", "coach", "/report JONAS 10 "),
    ):
        open_page(chromium, address)  # what was done is not asked for again
        waits(chromium, f"document.querySelector('.pane.{role} .guide') && true")
        says(chromium, who, line)
        said.append(waits(chromium, OUTCOME))
    assert chromium.runs(INTRODUCED) == 1
    assert chromium.runs(SIGNS) == [True]  # the board's colour, whatever fonts there are
    waits(chromium, "document.querySelector('.guide .next').click() ?? true")
    waits(chromium, "document.querySelector('.clock [data-by=hour]').click() ?? true")
    said.append(waits(chromium, OUTCOME))
    scored, reported, read, moved = said
    assert "10 “Lays conduits with wires to every point”, mentor: acquired" in scored
    assert "what the teacher" not in scored
    assert reported.startswith("Done: the student")
    assert read.startswith("Done: the coach")
    assert moved.startswith(CLOCK["en"])


def test_the_pages_language_switches_everything_and_leaves_the_other_as_it_was(
    server: Server, chromium: Browser
):
    chromium.measures(1400, 900)
    open_page(chromium, f"http://127.0.0.1:{server.port}/?lang=en")
    says(chromium, "karim", "jonas 4 all v")
    waits(
        chromium, "/4 indicators stored/.test(document.querySelector('.mentor .log').textContent)"
    )
    waits(chromium, "document.querySelector('.languages [lang=nl]').click() ?? true")
    waits(
        chromium,
        "document.documentElement.lang === 'nl' && document.querySelector('.strip') && true",
    )
    waits(chromium, LOADED)
    assert "Plaatst dozen" in waits(chromium, "document.querySelector('.strip').textContent")
    assert on_screen(chromium, "karim") == []
    says(chromium, "jonas", "/rapport")
    waits(chromium, "document.querySelector('.student .shot img').naturalWidth > 0 && true")
    waits(chromium, "document.querySelector('.languages [lang=en]').click() ?? true")
    waits(
        chromium,
        "document.documentElement.lang === 'en' && document.querySelector('.strip') && true",
    )
    waits(chromium, LOADED)
    assert "4 indicators stored" in on_screen(chromium, "karim")[-1][1]
    assert on_screen(chromium, "jonas") == []


AROUND = """
const [student, mentor] = ["student", "mentor"]
  .map((role) => document.querySelector(`.pane.${role} select`));
student.value = "s04";
student.dispatchEvent(new Event("change"));
const near = mentor.querySelector("optgroup");
arguments[0]([near.label, ...[...near.children].map((option) => option.textContent)]);
"""


def test_a_class_of_ones_own_has_a_guide_that_fits_and_says_who_is_around_whom(
    tmp_path: Path, chromium: Browser
):
    (temporary := tmp_path / "temporary").mkdir()
    trying = Trying(tmp_path, temporary, forked=True)
    try:
        chromium.measures(390, 844)
        open_page(chromium, trying.address())
        assert waits(chromium, "document.querySelector('.guide code').textContent") == (
            "amir lambert 1 vvlv"
        )
        said = []
        for role in ("mentor", "student", "coach", "mentor"):
            waits(chromium, f"document.querySelector('.pane.shown.{role} .guide') && true")
            waits(chromium, "document.querySelector('.guide .try').click() ?? true")
            said.append(waits(chromium, OUTCOME))
            waits(chromium, "document.querySelector('.guide .next').click() ?? true")
        assert "1 “Prepares the dough”, mentor: acquired, with support" in said[0]
        assert said[3].startswith(CLOCK["en"])
        dries = ["around Dries Aerts", "Fatma Kaya", "Hilde Op de Beeck", "Paul Nys"]
        assert chromium.runs(AROUND) == [*dries, "Rik Stevens", "Tom Wils"]
    finally:
        trying.end(signal.SIGTERM)


def turns_to_language(browser: Browser, language: str) -> None:
    waits(browser, f"document.querySelector('.languages [lang={language}]').click() ?? true")
    waits(browser, f"document.documentElement.lang === '{language}' && {LOADED}")
