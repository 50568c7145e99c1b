"""Where unasked messages go, chosen in /settings, and an e-mail address that is confirmed."""

from datetime import timedelta

import pytest

from bot.domain.school.tracks import Person
from bot.domain.telling.places import Place
from bot.ports.telling.outbox import Claim
from bot.use_cases.telling.deliver_outbox import take_due
from bot.wiring.composing import composer
from tests.dialogues.school import School
from tests.fakes.devices import subscribe

WHERE, GIVE = "where my messages come", "give an e-mail address"
NOTHING_ELSE = "What I tell you unasked goes there. What you ask is answered where you ask it."


@pytest.fixture
def page(own_school: School) -> School:
    """Karim is on the page, at a school that has a mail server."""
    own_school.sends_mail = True
    joins(own_school, "m1", Place.PAGE)
    return own_school


def joins(school: School, who: str, platform: str, address: str = "") -> None:
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        person = uow.people.find(school.people[who].person_id)
        assert isinstance(person, Person)
        uow.accounts.join(person, platform, address or str(person.id), school.at)


def letters(school: School) -> list[str]:
    """Send what waits for the mail server; gives the codes in it."""
    with school.engine.begin() as connection:
        claim = Claim(Place.MAIL, school.at, school.at + timedelta(minutes=2), 10)
        sent = take_due(school.unit(connection), claim, composer(lambda _day: True))
    return [message.content.letter.code for message in sent if message.content.letter]


def test_an_address_is_typed_confirmed_and_taken_away(page):
    (shown,) = page.say("m1", "/settings")
    assert "Messages come: on the page alone" in shown.text
    (shown,) = page.tap("m1", WHERE)
    assert shown.text.splitlines() == [
        "Messages come: on the page alone",
        "E-mail: none",
        NOTHING_ELSE,
    ]
    assert page.buttons("m1") == [GIVE]
    (asked,) = page.tap("m1", GIVE)
    assert asked.text.startswith("Type your e-mail address. I send a code there")
    (asked,) = page.say("m1", "karim@home")
    assert asked.text == (
        "That is no e-mail address that I can write to, such as name@school.example."
    )
    (asked,) = page.say("m1", "karim@home.example")
    assert asked.text.startswith("A code of six digits is on its way to karim@home.example")
    (code,) = letters(page)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    (asked,) = page.say("m1", wrong)
    assert asked.text == "That is not the code. You can try 4 more times."
    (done,) = page.say("m1", f"{code[:3]} {code[3:]}")
    assert done.text.splitlines()[:3] == [
        "Done: karim@home.example is yours.",
        "Messages come: on the page, with an e-mail",
        "E-mail: karim@home.example, as you gave it",
    ]
    assert page.buttons("m1") == [
        "on the page alone", "another e-mail address", "no e-mail any more",
    ]  # fmt: skip
    assert "No e-mail at" in page.tapped("m1", "no e-mail any more")
    assert "an e-mail" in page.tapped("m1", "leave it so")
    page.tap("m1", "no e-mail any more")
    (shown,) = page.tap("m1", "yes, no e-mail")
    assert shown.text.splitlines()[:2] == ["Messages come: on the page alone", "E-mail: none"]


def test_what_waits_for_a_code_is_no_score_and_a_score_no_code(page):
    page.say("m1", "/settings")
    page.tap("m1", WHERE)
    page.tap("m1", GIVE)
    page.say("m1", "karim@home.example")
    (stored,) = page.say("m1", "jonas 8.1 v")
    assert "8" in stored.text
    assert "code" not in stored.text


def test_the_place_is_one_of_those_that_somebody_has(page):
    joins(page, "m1", Place.TELEGRAM, "1001")
    subscribe(page.engine, page.people["m1"].person_id, 11, at=page.at)
    page.say("m1", "/settings")
    page.tap("m1", WHERE)
    assert page.buttons("m1") == [
        "on the page, with a push message", "on the page alone", GIVE,
    ]  # fmt: skip
    (shown,) = page.tap("m1", "on the page, with a push message")
    assert shown.text.startswith("Messages come: on the page, with a push message")
    assert page.buttons("m1") == ["on Telegram", "on the page alone", GIVE]
    (shown,) = page.tap_code("m1", "wp:slack")
    assert shown.text.startswith("Messages come: on the page, with a push message")
    (undone,) = page.say("m1", "/undo")
    assert "your settings" in undone.text
    (shown,) = page.say("m1", "/settings")
    assert "Messages come: on Telegram" in shown.text


def test_who_has_one_place_sees_nothing_of_it(own_school):
    joins(own_school, "m1", Place.TELEGRAM, "1001")
    (shown,) = own_school.say("m1", "/settings")
    assert "Messages come" not in shown.text
    assert WHERE not in own_school.buttons("m1")


def test_settings_are_short_on_a_phone(page):
    page.say("m1", "/settings")
    text, buttons = page.say("m1", "/settings")[0].text, page.buttons("m1")
    assert len(text.splitlines()) <= 6
    assert len(buttons) <= 14


def test_it_is_said_in_dutch(dutch_school):
    dutch_school.sends_mail = True
    joins(dutch_school, "m1", Place.PAGE)
    dutch_school.say("m1", "/instellingen")
    (shown,) = dutch_school.tap("m1", "waar mijn berichten komen")
    assert shown.text.splitlines()[:2] == ["Berichten komen: alleen op de pagina", "E-mail: geen"]
