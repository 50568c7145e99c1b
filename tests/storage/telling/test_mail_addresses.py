"""Where people get e-mail, on both engines: the school's address, one's own, and none."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.domain.telling.mail_addresses import MailAddress, MailGiver
from bot.ports.telling.mail import AskedAddress
from bot.storage.telling.mail_addresses import StoredMailAddresses
from tests.fakes.outbox import populate

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
SCHOOL, OWN = "Karim@oven.example", "karim@home.example"


@pytest.fixture
def addresses(engine):
    """Person 1 has an address in the roster, 2 and 3 have none."""
    populate(engine, 3)
    with engine.begin() as connection:
        connection.execute(text("UPDATE person SET email = :email WHERE id = 1"), {"email": SCHOOL})
        yield StoredMailAddresses(connection)


def confirmed(addresses, person, address=OWN):
    addresses.ask(person, AskedAddress(address, "digest", AT, 0, 1, AT))
    addresses.confirm(person, AT)


def test_the_school_s_address_counts_until_its_person_says_another(addresses):
    school = MailAddress(1, SCHOOL, MailGiver.SCHOOL)
    assert (addresses.find(1), addresses.find(2)) == (school, None)
    addresses.ask(1, AskedAddress(OWN, "digest", AT, 0, 1, AT))
    assert addresses.find(1) == school
    assert addresses.find_asked(1) == AskedAddress(OWN, "digest", AT, 0, 1, AT)
    addresses.confirm(1, AT)
    assert addresses.find(1) == MailAddress(1, OWN, MailGiver.OWN)
    assert addresses.find_asked(1) == AskedAddress("", "", None, 0, 1, AT)
    addresses.take_away(1, AT)
    assert addresses.find(1) is None
    confirmed(addresses, 1)
    assert addresses.find(1) == MailAddress(1, OWN, MailGiver.OWN)


def test_who_took_it_away_without_a_word_before_gets_none(addresses):
    addresses.take_away(1, AT)
    assert addresses.find(1) is None
    assert addresses.list_at(SCHOOL) == []


def test_an_address_that_refuses_is_that_one_alone(addresses):
    assert addresses.refuse(1, SCHOOL, AT)
    assert not addresses.refuse(1, SCHOOL, AT + timedelta(days=1))
    assert addresses.find(1) == MailAddress(1, SCHOOL, MailGiver.SCHOOL, AT)
    confirmed(addresses, 1)
    assert addresses.find(1) == MailAddress(1, OWN, MailGiver.OWN)
    assert addresses.take_refusal(1) == AT
    assert addresses.take_refusal(1) is None
    assert addresses.refuse(1, OWN, AT)
    confirmed(addresses, 1)
    assert addresses.find(1) == MailAddress(1, OWN, MailGiver.OWN)


def test_several_may_share_an_address_in_whatever_capitals(addresses):
    confirmed(addresses, 2, SCHOOL.lower())
    assert [found.person_id for found in addresses.list_at(SCHOOL.upper())] == [1, 2]
    confirmed(addresses, 1)
    assert [found.person_id for found in addresses.list_at(SCHOOL)] == [2]


def test_everybody_has_a_code_of_their_own_that_stays(addresses):
    codes = [addresses.stop_code(person) for person in (1, 2, 1)]
    assert codes[0] == codes[2] != codes[1]
    assert addresses.find_stopped(codes[1]) == 2
    assert addresses.find_stopped("") is addresses.find_stopped("else") is None
