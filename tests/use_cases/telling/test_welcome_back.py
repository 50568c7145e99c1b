"""Somebody who could not be reached is reached again: what is sent then, and who hears of it."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.domain.joining.accounts import Account
from bot.domain.joining.invitations import digest_of
from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryState, Permanent, RefusalReason, Sent
from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.ports.telling.outbox import Tried
from bot.storage.tables import errand, metadata, outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.redeem_invitation import Chat, redeem_invitation
from bot.use_cases.telling.tell_unreachable import tell_unreachable
from bot.use_cases.telling.welcome_back import hear_again
from tests.fakes.outbox import MORNING, claim, draft, populate, rows, settle, write
from tests.storage.rows import ROWS

HOUR = timedelta(hours=1)
STUDENT, COACH = 2, 1
CODE = "23456789CD"


@pytest.fixture
def school(engine):
    """Person 1 is the coach of track 1, of which person 2 is the student."""
    populate(engine, 3)
    with engine.begin() as connection:
        for name in ("programme", "class_group", "workplace", "track", "placement", "involvement"):
            connection.execute(insert(metadata.tables[name]), ROWS["0001"][name])
        connection.execute(update(metadata.tables["track"]).values(student_id=STUDENT))
        connection.execute(update(metadata.tables["involvement"]).values(person_id=COACH))
    return engine


def blocked(school, at=MORNING, reason=RefusalReason.BLOCKED):
    """Let every message that waits for the student be refused."""
    tried = [
        Tried(sending, Permanent(reason) if sending.person_id == STUDENT else Sent("1"), at)
        for sending in claim(school, at)
    ]
    settle(school, tried)


def account_of(school, person=STUDENT, platform="telegram") -> Account:
    with school.begin() as connection:
        found = StoredUnitOfWork(connection).accounts.list_of(person)
    return next(account for account in found if account.platform == platform)


def back(school, at):
    account = account_of(school)
    with school.begin() as connection:
        hear_again(StoredUnitOfWork(connection), account, at)


def errands(school):
    with school.begin() as connection:
        found = connection.execute(select(errand).order_by(errand.c.id)).all()
    return [(errand.person_id, errand.kind, errand.settled_at is None) for errand in found]


def tell_coach(school, at):
    """Let a message of the day take along what the coach is to be told."""
    write(school, [draft(COACH, f"day {at}", asks=Asks.DAY)], at)
    told = rows(school)[f"day {at}"].id
    with school.begin() as connection:
        connection.execute(
            update(errand)
            .where(errand.c.settled_at.is_(None))
            .values(settled_at=at, outbox_id=told)
        )


def test_what_is_still_of_use_is_sent_and_what_is_not_stays_dead(school):
    write(
        school,
        [
            draft(STUDENT, "alert"),
            draft(STUDENT, "soon over", expires_at=MORNING + HOUR),
            draft(STUDENT, "the day", asks=Asks.DAY),
            draft(STUDENT, "of this chat", kind=MessageKind.NOTICE),
        ],
    )
    for _each in range(4):
        blocked(school)
    assert {row.state for row in rows(school).values()} == {DeliveryState.DEAD}
    assert not account_of(school).reachable
    back(school, MORNING + HOUR)
    assert account_of(school).reachable
    waiting = {name for name, row in rows(school).items() if row.state == DeliveryState.PENDING}
    assert waiting == {"alert"}
    assert [sending.content.text for sending in claim(school, MORNING + HOUR)] == ["alert"]


def test_a_coach_who_was_told_hears_that_they_are_back(school):
    write(school, [draft(STUDENT, "a")])
    blocked(school)
    tell_coach(school, MORNING)
    back(school, MORNING + HOUR)
    assert errands(school) == [
        (COACH, ErrandKind.UNREACHABLE, False),
        (COACH, ErrandKind.REACHED, True),
    ]


def test_a_coach_who_was_not_told_hears_nothing_at_all(school):
    write(school, [draft(STUDENT, "a")])
    blocked(school)
    back(school, MORNING + HOUR)
    assert errands(school) == [(COACH, ErrandKind.UNREACHABLE, False)]
    back(school, MORNING + 2 * HOUR)
    assert len(errands(school)) == 1


def test_who_was_told_and_is_no_coach_any_more_hears_nothing(school):
    write(school, [draft(STUDENT, "a")])
    blocked(school)
    tell_coach(school, MORNING)
    with school.begin() as connection:
        connection.execute(update(metadata.tables["involvement"]).values(person_id=3))
    back(school, MORNING + HOUR)
    assert len(errands(school)) == 1


def invite(school, at):
    with school.begin() as connection:
        unit = StoredUnitOfWork(connection)
        person = unit.people.find(STUDENT)
        assert person is not None
        unit.accounts.invite(person, digest_of(CODE), at, at + HOUR)


@pytest.mark.parametrize(
    "chat", [Chat("telegram", "2"), Chat("telegram", "new"), Chat("slack", "U2")]
)
def test_a_new_invitation_brings_back_in_any_chat(school, chat):
    write(school, [draft(STUDENT, "alert")])
    blocked(school, reason=RefusalReason.GONE)
    tell_coach(school, MORNING)
    invite(school, MORNING + HOUR)
    with school.begin() as connection:
        redeem_invitation(StoredUnitOfWork(connection), chat, CODE, MORNING + HOUR)
    assert account_of(school, platform=chat.platform).reachable
    found = rows(school)["alert"]
    assert (found.state, found.platform, found.address) == ("pending", chat.platform, chat.address)
    assert errands(school)[-1] == (COACH, ErrandKind.REACHED, True)


def test_who_has_another_chat_is_not_away_and_gets_there_what_was_refused(school):
    invite(school, MORNING)
    write(school, [draft(STUDENT, "alert")])
    with school.begin() as connection:
        redeem_invitation(StoredUnitOfWork(connection), Chat("slack", "U2"), CODE, MORNING)
    blocked(school)
    found = rows(school)["alert"]
    assert (found.state, found.platform, found.address) == ("pending", "slack", "U2")
    assert errands(school) == []


def test_what_is_edited_in_its_chat_is_said_anew_in_another(school):
    write(school, [draft(STUDENT, "alert")])
    with school.begin() as connection:
        connection.execute(update(outbox).values(platform_ref="77"))
    blocked(school)
    back(school, MORNING + HOUR)
    assert rows(school)["alert"].platform_ref == "77"
    blocked(school, MORNING + HOUR)
    invite(school, MORNING + HOUR)
    with school.begin() as connection:
        new = Chat("telegram", "new")
        redeem_invitation(StoredUnitOfWork(connection), new, CODE, MORNING + HOUR)
    assert rows(school)["alert"].platform_ref == ""


def test_a_block_that_is_told_of_is_noted_once(school):
    account = account_of(school)
    for _each in range(2):
        with school.begin() as connection:
            tell_unreachable(StoredUnitOfWork(connection), account, MORNING)
    assert errands(school) == [(COACH, ErrandKind.UNREACHABLE, True)]
