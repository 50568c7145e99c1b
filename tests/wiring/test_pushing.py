"""Whether push is offered, and what the doctor says of it."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from bot.settings import Settings
from bot.wiring import House
from bot.wiring.pushing import examined_pings, pushes_of, signer_of

PAGE = {"public_url": "https://kompaan.school.example", "contact": "mailto:it@school.example"}


@pytest.fixture
def said(sqlite_url, tmp_path):
    """What the doctor says of push with these settings, and whether that is good."""
    file = tmp_path / "push.key"

    def asked(**settings):
        named = {"database_url": sqlite_url, "push_key_file": str(file), **settings}
        house = House(Settings(_env_file=None, **named))
        findings = list(examined_pings(house, datetime.now(UTC)))
        offered = bool(pushes_of(house)), signer_of(house) is not None
        told = [(found.good, house.say(found.text)) for found in findings]
        house.engine.dispose()
        return [(good, text.replace(str(tmp_path), "")) for good, text in told], offered

    return asked


def test_without_a_contact_or_an_address_there_is_none_and_the_doctor_says_so(said):
    assert said() == said(contact=PAGE["contact"]) == ([], (False, False))
    ((good, told),), offered = said(public_url=PAGE["public_url"])
    assert (good, offered) == (True, (False, False))
    assert "KOMPAAN_CONTACT" in told


def test_the_key_is_made_read_and_watched_over(said, tmp_path):
    file = tmp_path / "push.key"
    made = (True, "The key for push messages is made at the next start: /push.key")
    assert said(**PAGE) == ([made], (True, True))
    file.write_text("11" * 32)
    file.chmod(0o600)
    good = (True, "Push messages can be sent to the page's devices.")
    assert said(**PAGE)[0] == [good]
    file.chmod(0o644)
    shared = "Others can read the key for push messages: chmod 600 /push.key"
    assert said(**PAGE)[0] == [(False, shared)]
    file.write_text("nothing")
    assert said(**PAGE)[0] == [(False, "/push.key is not a key for push messages.")]


@pytest.mark.parametrize(
    "contact",
    ["it@school.example", "mailto:it", "mailto:it@localhost", "http://school.example", "https://a"],
)
def test_a_contact_that_push_services_refuse_is_refused(contact):
    with pytest.raises(ValidationError):
        Settings(_env_file=None, contact=contact)
