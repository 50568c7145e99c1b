"""What a school keeps, on a page that reads by itself: in each language, led to from everywhere."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from sqlalchemy import update

from bot.domain.languages import LANGUAGES
from bot.domain.rights.retention import Keeping
from bot.domain.school.naming import Naming
from bot.showing.privacy.sections import PrivacySection
from bot.storage.tables import organisation_table
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.databases import SchoolOn
from tests.dialogues.chat import ChatSchool
from tests.dialogues.conftest import own_school
from tests.dialogues.page import ADDRESS, Device, PageSchool, on_the_page
from tests.dialogues.school import School
from tests.dialogues.ways import marked

__all__ = ["own_school"]


@pytest.fixture
def page(school_on: SchoolOn, backend: str) -> Iterator[PageSchool]:
    """The school on the page, on both databases."""
    with on_the_page(school_on(backend, "en")) as made:
        yield made


def read(page: PageSchool, language: str = "en") -> str:
    """Read the page as whoever is in no chat, without its tags."""
    answer = page.ask(Device(), "GET", f"/privacy?lang={language}")
    assert answer.status_code == 200
    assert answer.headers["content-language"] == language
    assert "<script" not in answer.text
    return unescape(re.sub(r"<[^>]+>", "\n", answer.text))


def changed(page: School, **values: object) -> None:
    with page.engine.begin() as connection:
        connection.execute(update(organisation_table).values(**values))


def test_it_says_what_is_kept_who_sees_it_how_long_and_what_can_be_asked(page: PageSchool):
    said = read(page)
    for part in (
        "Your name, your number at school",
        "incidents at work that were reported about you",
        "Your students see the colours of what you score",
        "kept for 24 months after it has ended, the words of photos and decisions for 60 months",
        "There everybody is called by the full name",
        "If you are a parent or guardian",
        "those who decide have 30 days",
        "Ask your coach, or somebody else at school.",
        "As it holds on 14 October 2026.",
    ):
        assert part in said, part
    for command in ("/mydata", "/contest", "/looks", "/forget"):
        assert command in said


def test_it_says_what_this_school_chose(page: PageSchool):
    changed(
        page,
        privacy_contact="Ines Dewit, ines@school.example",
        naming=Naming.DISCREET.value,
        forget_days=14,
    )
    with page.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (track, *_) = uow.tracks.list_of(page.people["s1"].person_id)
        uow.retentions.set_keeping(track.programme_id, Keeping(12, 36))
    said = read(page)
    for part in (
        "Ines Dewit, ines@school.example",
        "There everybody is called by a code word",
        "those who decide have 14 days",
        "12 months",
        "36 months",
    ):
        assert part in said, part
    assert "Ask your coach" not in said


def test_each_language_has_all_of_it_and_each_link_leads_somewhere(page: PageSchool):
    for language in LANGUAGES:
        html = page.ask(Device(), "GET", f"/privacy?lang={language}").text
        assert f'<html lang="{language}">' in html
        anchors = re.findall(r'href="#(\w+)"', html)
        assert anchors == [*PrivacySection, "whom"]
        assert re.findall(r'<section id="(\w+)"', html) == anchors
        assert language == "en" or "you" not in re.split(r"\W+", read(page, language))
    style = page.ask(Device(), "GET", "/page/reading.css")
    assert style.status_code == 200
    assert "--paper" in style.text


def test_nothing_of_anybody_stands_there_and_nobody_is_asked_for(page: PageSchool):
    page.say("m1", "jonas 8 all vs: “tidy work”")
    said = read(page)
    assert not [word for word in ("Jonas", "Karim", "tidy", "Lien") if word in said]
    seated = page.ask(page.devices["s1"], "GET", "/privacy?lang=en")
    assert unescape(re.sub(r"<[^>]+>", "\n", seated.text)) == said
    assert "set-cookie" not in seated.headers


def test_the_door_and_the_chat_lead_to_it(page: PageSchool):
    door = page.ask(Device(), "GET", "/?lang=nl").text
    assert 'href="/privacy?lang=nl"' in door
    chat = page.ask(page.devices["s1"], "GET", f"/{page.devices['s1'].seat}/").text
    assert 'href="../../privacy?lang=en"' in chat
    assert f"{ADDRESS}/privacy?lang=en" in page.text("s1", "/privacy")


@pytest.mark.parametrize("school", marked(("telegram webhook", "slack http")), indirect=True)
def test_the_notice_in_a_chat_leads_to_it_where_there_is_a_page(school: ChatSchool):
    assert "/privacy?lang" not in school.text("s1", "/privacy")
    school.page_address = ADDRESS
    assert f"{ADDRESS}/privacy?lang=en" in school.text("s1", "/privacy")
