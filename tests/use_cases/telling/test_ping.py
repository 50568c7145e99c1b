"""What waits on the page has a ping, for one place, and only as long as it is of use."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from bot.domain.joining.sessions import Ending
from bot.domain.telling.delivery import DeliveryError, Permanent, RefusalReason, Sent, Unknown
from bot.domain.telling.places import LASTS, WAITS, Place
from bot.domain.telling.subscriptions import Endpoint
from bot.messages import MessageKind
from bot.ports.telling.outbox import Claim, Content, Tried
from bot.storage.tables import (
    account,
    chat_message,
    involvement,
    outbox,
    page_session,
    person,
    push_subscription,
)
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.end_session import end_session
from bot.use_cases.telling.deliver_here import deliver_here
from bot.use_cases.telling.deliver_outbox import settle_tried, take_due
from bot.use_cases.telling.ping import WAYS, Way
from bot.use_cases.telling.subscribe import Device
from bot.use_cases.telling.subscribe import subscribe as use_case
from bot.wiring.composing import composer
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.fakes.devices import AUTH, P256DH, subscribe
from tests.fakes.outbox import MORNING, draft, nothing_asked, populate, write

__all__ = ["own_school"]

LATER = MORNING + WAITS[Place.PUSH]
SESSION = {
    "organisation_id": 1, "person_id": 1, "nonce_digest": "n", "device": "Firefox on Windows",
    "made_at": MORNING, "used_at": MORNING,
}  # fmt: skip
CANARIES = ("Zwaluwstaart", "Kwikzilver", "autonomous")
COMPOSE = composer(lambda _day: True)


@pytest.fixture
def page(sqlite_engine):
    """Persons 1 and 2 are on the page; 1 has two devices with pings."""
    populate(sqlite_engine, 2, Place.PAGE)
    subscribe(sqlite_engine, 1, 11, 12, at=MORNING)
    return sqlite_engine


def tells(page, subject="s", chat=1, at=MORNING, **more):
    """Put a message on somebody's page; its words and their name are canaries."""
    with page.begin() as connection:
        connection.execute(update(person).values(name=CANARIES[0]))
    content = Content(f"{CANARIES[1]} is {CANARIES[2]}")
    assert write(page, [draft(chat, subject, platform=Place.PAGE, content=content, **more)], at)
    with page.begin() as connection:
        uow = StoredUnitOfWork(connection)
        shown = deliver_here(uow, Place.PAGE, at, nothing_asked)
        assert deliver_here(uow, Place.PAGE, at, nothing_asked) is None
    return shown


def pings(page):
    with page.begin() as connection:
        found = select(outbox).where(outbox.c.asks.like("ping:%")).order_by(outbox.c.id)
        return connection.execute(found).all()


def due(page, at=LATER):
    """Claim what may go out on push now, composed as the process composes it."""
    with page.begin() as connection:
        uow = StoredUnitOfWork(connection)
        return take_due(uow, Claim(Place.PUSH, at, at + timedelta(minutes=2), 10), COMPOSE)


def outcome(page, messages, *outcomes, at=LATER):
    with page.begin() as connection:
        uow = StoredUnitOfWork(connection)
        tried = [Tried(*pair, at) for pair in zip(messages, outcomes, strict=True)]
        settle_tried(uow, tried, lambda: 0.0)


def test_each_device_gets_a_ping_a_while_after_the_message_is_on_the_page(page):
    ((_who, shown),) = tells(page, expires_at=MORNING + timedelta(hours=5))
    assert [(row.platform, row.address, row.asks) for row in pings(page)] == [
        ("push", "11", f"ping:{shown.id}"),
        ("push", "12", f"ping:{shown.id}"),
    ]
    assert due(page, MORNING) == []
    first, _second = due(page)
    assert first.content.opens == f"/me/seat11/#message-{shown.id}"
    assert first.content.until == MORNING + timedelta(hours=5)


@pytest.mark.parametrize("kind", MessageKind)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_holds_no_name_no_score_and_no_word_of_anybody(page, kind, language):
    with page.begin() as connection:
        connection.execute(update(person).values(language=language))
    tells(page, kind=kind)
    stored, composed = str(pings(page)), [str(message.content) for message in due(page)]
    assert len(composed) == 2
    for canary in CANARIES:
        assert canary not in stored
        assert canary.lower() not in "".join(composed).lower()


def test_one_that_waits_tells_of_another_track_than_the_one_it_began_with(own_school: School):
    """Whoever loses sight of the first track meanwhile is pinged of the other all the same."""
    karim = own_school.people["m1"].person_id
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        reader = uow.people.find(karim)
        assert reader is not None
        uow.accounts.join(reader, Place.PAGE, str(karim), MORNING)
        first, second = uow.tracks.list_of(karim)
    subscribe(own_school.engine, karim, 11, at=MORNING)
    tells(own_school.engine, "s", karim, track_id=first.id)
    with own_school.engine.begin() as connection:
        gone = delete(involvement).where(involvement.c.track_id == first.id)
        connection.execute(gone.where(involvement.c.person_id == karim))
    tells(own_school.engine, "t", karim, track_id=second.id)
    assert len(due(own_school.engine)) == 1


def test_one_that_waits_tells_of_what_came_after_it_too(page):
    tells(page, "s")
    ((_who, newer),) = tells(page, "t", kind=MessageKind.QUESTION)
    assert len(pings(page)) == 2
    assert {message.content.kind for message in due(page)} == {"question"}
    assert newer.id


def test_what_is_seen_before_it_goes_out_rings_nowhere_and_what_is_not_does(page):
    tells(page, "s")
    with page.begin() as connection:
        StoredUnitOfWork(connection).transcripts.take_unread(1)
    tells(page, "t")
    assert len(due(page)) == 2, "the one that waited is about the other now"
    with page.begin() as connection:
        connection.execute(update(outbox).values(state="pending", lease_until=None))
        StoredUnitOfWork(connection).transcripts.take_unread(1)
    assert due(page) == []
    assert {row.last_error for row in pings(page)} == {DeliveryError.SEEN}


def test_who_mutes_meanwhile_hears_nothing_but_what_matters(page):
    tells(page, "s", kind=MessageKind.REMINDER)
    with page.begin() as connection:
        connection.execute(update(person).values(muted=True))
    assert due(page) == []
    assert {row.last_error for row in pings(page)} == {DeliveryError.MUTED}
    tells(page, "t", kind=MessageKind.ALERT, at=LATER)
    assert len(due(page, LATER + WAITS[Place.PUSH])) == 2


def test_it_ends_with_its_session_and_with_its_time(page):
    tells(page)
    with page.begin() as connection:
        ended = update(page_session).where(page_session.c.id == 11)
        connection.execute(ended.values(ended_at=MORNING, ended_why="lost"))
    assert [message.address for message in due(page)] == ["12"]
    assert pings(page)[0].last_error == DeliveryError.MOVED
    with page.begin() as connection:
        connection.execute(update(outbox).values(state="pending", lease_until=None))
    assert due(page, MORNING + LASTS) == []
    assert pings(page)[1].last_error == DeliveryError.EXPIRED


def ends(page, *numbers, at=MORNING):
    with page.begin() as connection:
        uow = StoredUnitOfWork(connection)
        for session in uow.sessions.list_of(1):
            if session.id in numbers:
                end_session(uow, session, Ending.LOST, at)


def test_a_device_that_subscribed_anew_meanwhile_is_pinged(page):
    ends(page, 12)
    tells(page)
    with page.begin() as connection:
        device = Device(1, 1, 11)
        new = Endpoint("https://push.example.com/anew", P256DH, AUTH)
        use_case(StoredUnitOfWork(connection), device, new, MORNING)
    assert due(page) == []
    ((message),) = due(page, LATER + WAITS[Place.PUSH])
    assert message.address not in ("11", "12")


def test_what_waited_for_the_last_device_that_rang_goes_by_mail(page):
    tells(page)
    with page.begin() as connection:
        # On another device the page is open, without pings.
        session = {**SESSION, "id": 13, "seat": "seat13", "digest": "d13"}
        connection.execute(insert(page_session), session)
        connection.execute(update(person).values(email="karim@home.example"))
    ends(page, 11, 12)
    with page.begin() as connection:
        uow = StoredUnitOfWork(connection, sends_mail=True)
        claim = Claim(Place.PUSH, LATER, LATER + timedelta(minutes=2), 10)
        assert take_due(uow, claim, COMPOSE) == []
    assert [row.address for row in pings(page) if row.platform == "mail"] == ["1"]


def test_who_left_the_page_is_called_to_no_door(page):
    tells(page)
    with page.begin() as connection:
        connection.execute(update(person).values(email="karim@home.example"))
    ends(page, 11, 12)
    with page.begin() as connection:
        uow = StoredUnitOfWork(connection, sends_mail=True)
        claim = Claim(Place.PUSH, LATER, LATER + timedelta(minutes=2), 10)
        assert take_due(uow, claim, COMPOSE) == []
    assert {row.platform for row in pings(page)} == {"push"}


def test_a_device_that_is_gone_ends_alone_and_one_that_refused_stays(page):
    tells(page)
    outcome(page, due(page), Permanent(RefusalReason.GONE), Permanent(RefusalReason.REFUSED))
    with page.begin() as connection:
        rows = connection.execute(select(push_subscription).order_by("id")).all()
    assert [row.ended_why for row in rows] == ["gone", None]
    tells(page, "t", at=LATER)
    assert [row.address for row in pings(page)] == ["11", "12", "12"]


def test_a_ping_never_counts_as_a_message_that_reached_somebody(page):
    tells(page)
    outcome(page, due(page), Unknown(), Permanent(RefusalReason.GONE))
    with page.begin() as connection:
        connection.execute(update(outbox).where(outbox.c.platform == "page").values(state="dead"))
        connection.execute(update(outbox).values(platform_ref=""))
        reach = StoredUnitOfWork(connection).reach
        assert not reach.has_arrived(1, MORNING - timedelta(days=1))
        assert reach.revive(1, "telegram", "1", LATER) == 0
        assert StoredUnitOfWork(connection).accounts.list_of(1)[0].reachable


def test_what_changes_in_place_rings_no_second_time(page):
    tells(page)
    outcome(page, due(page), Sent(), Sent())
    with page.begin() as connection:
        changed = update(outbox).where(outbox.c.platform == "page")
        connection.execute(changed.values(state="pending"))
        assert deliver_here(StoredUnitOfWork(connection), Place.PAGE, LATER, nothing_asked)
        assert connection.execute(select(chat_message.c.edited)).scalar_one()
    assert len(pings(page)) == 2


def test_who_is_in_a_chat_or_has_no_device_gets_none(page):
    tells(page, chat=2)
    assert pings(page) == []
    with page.begin() as connection:
        there = {"organisation_id": 1, "person_id": 2, "joined_at": MORNING}
        connection.execute(insert(account), {**there, "platform": "telegram", "address": "9"})
    write(page, [draft(2, "c", platform="telegram")])
    assert pings(page) == []


@pytest.mark.parametrize(
    ("outcomes", "mailed"),
    [
        ((RefusalReason.GONE, None), 0),
        ((RefusalReason.GONE, RefusalReason.GONE), 1),
        ((RefusalReason.REFUSED, RefusalReason.REFUSED), 1),
    ],
)
def test_where_no_device_takes_it_the_next_place_is_used(page, monkeypatch, outcomes, mailed):
    mail = Way(lambda _uow, who, _at: [f"mail{who}"], lambda *_: "/me", lambda *_: None)
    monkeypatch.setitem(WAYS, Place.MAIL, mail)
    tells(page)
    outcome(page, due(page), *(Permanent(why) if why else Sent() for why in outcomes))
    rows = [(row.address, row.not_before) for row in pings(page) if row.platform == "mail"]
    assert rows == [("mail1", LATER + WAITS[Place.MAIL])] * mailed
