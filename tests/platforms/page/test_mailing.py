"""E-mail of the page, from a message that waits there to the mailbox, and from its links back."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from bot.domain.telling.places import WAITS, Place
from bot.platforms.page.limits import PageLimits
from bot.platforms.web.serving.rates import Rate
from bot.wiring.examining import examined
from bot.wiring.mailing import mails_of
from tests.fakes.waiting import wait_for
from tests.platforms.mail.servers import served_mail
from tests.platforms.page.opened import comes_in, known, opened, tells

FROM = "Kompaan School <kompaan@school.example>"


@pytest.fixture
def mailbox():
    with served_mail() as box:
        yield box


@pytest.fixture
def page(school_url, tmp_path, mailbox, monkeypatch):
    """The page of a school with a mail server; of Karim the roster has an address."""
    monkeypatch.setitem(WAITS, Place.MAIL, timedelta())
    line = {"mail_server": "127.0.0.1", "mail_port": mailbox.port, "mail_tls": "none"}
    with opened(school_url, tmp_path, mail_from=FROM, contact="", **line) as (house, client):
        with house.transaction() as uow:
            uow.connection.exec_driver_sql(
                "UPDATE person SET email = 'karim@oven.example' WHERE school_id = 'm1'"
            )
        yield house, client


def path_of(address):
    asked = urlsplit(address)
    return f"{asked.path.removeprefix('/kompaan/')}?{asked.query}".rstrip("?")


def is_muted(house):
    with house.reading() as uow:
        return uow.people.read_preferences(known(uow, "m1").id).muted


def test_what_waits_arrives_as_a_letter_whose_link_opens_exactly_that(page, mailbox):
    house, client = page
    me = comes_in(house, client)
    tells(house)
    wait_for(lambda: mailbox.envelopes, what="a letter")
    (message,) = mailbox.messages
    assert (message["To"], message["From"]) == ("karim@oven.example", FROM)
    text = message.get_body(("plain",)).get_content()
    assert not any(word in message.as_string() + text for word in ("Jonas", "Karim", "3 times"))
    (link,) = re.findall(r"http://localhost/kompaan/me\?message=[0-9]+", text)
    led = client.get(path_of(link), follow_redirects=False)
    assert led.status_code == 303
    assert re.fullmatch(rf"{me}/#message-[0-9]+", led.headers["location"])
    client.cookies.clear()
    door = client.get(path_of(link), follow_redirects=False)
    assert (door.status_code, "Jonas" in door.text) == (200, False)


def test_the_way_out_is_a_post_and_a_get_changes_nothing(page, mailbox):
    house, client = page
    comes_in(house, client)
    tells(house)
    wait_for(lambda: mailbox.envelopes, what="a letter")
    (message,) = mailbox.messages
    stop = path_of(message["List-Unsubscribe"].strip("<>"))
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    client.cookies.clear()
    shown = client.get(stop)
    assert (shown.status_code, '<form method="post">' in shown.text) == (200, True)
    # With "no-referrer" a browser would send our own button with "Origin: null".
    assert shown.headers["referrer-policy"] == "same-origin"
    assert not is_muted(house)
    unknown = client.get("mail/stop/nobodys")
    assert unknown.text == shown.text
    assert client.post("mail/stop/nobodys").status_code == 200
    assert not is_muted(house)
    foreign = {"Origin": "https://elsewhere.example"}
    assert client.post(stop, headers=foreign).status_code == 403
    assert not is_muted(house)
    done = client.post(stop, data={"List-Unsubscribe": "One-Click"})
    assert (done.status_code, is_muted(house)) == (200, True)
    tells_again(house)
    assert len(mailbox.envelopes) == 1


def test_whoever_tries_ways_out_waits_as_everybody_at_the_door(page):
    house, client = page
    with house.reading() as uow:
        assert uow.mail_addresses.find_stopped("x") is None
    limits = PageLimits(lines=Rate(3, 60.0))
    (endpoint,) = [
        route.endpoint.__self__
        for route in client.app.routes
        if route.path.startswith("/mail/stop") and "POST" in route.methods
    ]
    object.__setattr__(endpoint.talk, "limits", limits)
    answers = [client.post(f"mail/stop/guess{number}").status_code for number in range(4)]
    assert answers == [200, 200, 200, 429]


def tells_again(house):
    """Another message waits there, and no letter does."""
    with house.transaction() as uow:
        uow.connection.exec_driver_sql("UPDATE outbox SET subject = 'before ' || id")
    tells(house)
    with house.reading() as uow:
        waiting = "SELECT count(*) FROM outbox WHERE platform = 'mail' AND state = 'pending'"
        assert uow.connection.exec_driver_sql(waiting).scalar_one() == 0


def test_the_doctor_and_the_figures_say_how_the_server_fares(page, mailbox):
    house, _client = page
    said = [house.say(finding.text) for finding in examined(house, datetime.now(UTC))]
    (ours,) = [text for text in said if "mail server" in text and "takes mails" in text]
    assert "kompaan@school.example" in ours
    assert mailbox.envelopes == []
    (mail,) = mails_of(house.settings)
    assert mail.problem(datetime.now(UTC)) is None
