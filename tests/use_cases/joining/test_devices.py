"""Devices: what is told where one comes in, what follows where the last one ends, and by whom."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.sessions import LASTS, Ending, Session, new_token
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.storage.tables import errand, organisation_table, outbox, page_session, person
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.come_to_page import CameIn, Door, come_to_page
from bot.use_cases.joining.disown_device import disown_device
from bot.use_cases.joining.end_devices import end_device, end_others
from bot.use_cases.joining.end_session import end_session, expire_sessions
from bot.use_cases.joining.invite_person import invite_person
from bot.use_cases.joining.lose_phone import find_around, hand_link, lose_phone
from bot.use_cases.joining.redeem_invitation import Result
from bot.use_cases.telling.tell_unreachable import tell_unreachable
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

HALF_A_YEAR = LASTS + timedelta(hours=1)


class Page:
    """The page's side: somebody comes in with a code, from as many devices as they like."""

    def __init__(self, school: School) -> None:
        self.school = school
        self.connection = school.engine.connect()
        self.uow = StoredUnitOfWork(self.connection)
        self.at = school.at

    def person(self, who: str) -> Person:
        found = self.uow.people.find(self.school.people[who].person_id)
        assert found is not None
        return found

    def code(self, who: str) -> str:
        return invite_person(self.uow, self.person(who), self.at, timedelta(days=14)).code

    def enters(self, code: str, *held: Session, nonce: str = "") -> CameIn:
        digests = [session.digest for session in held]
        door = Door(code, nonce or new_token(), "Chrome · Android", digests)
        return come_to_page(self.uow, door, self.at)

    def comes(self, who: str, *held: Session) -> Session:
        came = self.enters(self.code(who), *held)
        assert came.session is not None
        return came.session

    def devices(self, who: str) -> list[int]:
        return sorted(held.id for held in self.uow.sessions.list_of(self.person(who).id))

    def chats(self, who: str) -> list[tuple[str, bool]]:
        found = self.uow.accounts.list_of(self.person(who).id)
        return [(account.platform, account.reachable) for account in found]

    def told(self, who: str) -> list[tuple[str, str]]:
        rows = self.connection.execute(
            select(outbox.c.platform, outbox.c.asks)
            .where(outbox.c.person_id == self.person(who).id, outbox.c.state == "pending")
            .order_by(outbox.c.id)
        )
        return [(platform, asks.split(":")[0]) for platform, asks in rows]

    def joins(self, who: str) -> None:
        self.uow.accounts.join(self.person(who), "telegram", f"t{who}", self.at)


@pytest.fixture
def page(own_school: School):
    made = Page(own_school)
    yield made
    made.connection.rollback()
    made.connection.close()


def test_one_person_has_three_devices_and_the_others_hear_of_each(page: Page):
    sessions = [page.comes("m1") for _number in range(3)]
    assert page.devices("m1") == [session.id for session in sessions]
    # The first is told nowhere: nobody was anywhere before.
    assert page.told("m1") == [("page", "device"), ("page", "device")]


def test_who_talks_elsewhere_hears_there_of_the_first_device_too(page: Page):
    page.joins("m1")
    page.comes("m1")
    assert page.told("m1") == [("telegram", "device")]


def test_a_link_opened_on_two_devices_at_once_opens_one(page: Page):
    code = page.code("m1")
    assert page.enters(code).session is not None
    second = page.enters(code)
    assert (second.session, second.redeemed.result) == (None, Result.USED)
    assert len(page.devices("m1")) == 1


def test_what_is_withdrawn_while_the_door_is_open_opens_nothing(page: Page):
    code = page.code("m1")
    page.code("m1")
    came = page.enters(code)
    assert (came.session, came.redeemed.result) == (None, Result.EXPIRED)


def test_two_people_on_one_device_and_one_leaves(page: Page):
    karim = page.comes("m1")
    els = page.comes("t1", karim)
    end_session(page.uow, karim, Ending.LEFT, page.at, karim.person_id)
    assert [session.id for session in page.uow.sessions.list_held([karim.digest, els.digest])] == [
        els.id
    ]
    assert page.chats("t1") == [("page", True)]
    assert page.chats("m1") == []


def test_the_sample_comes_in_on_no_page(page: Page):
    code = page.code("m1")
    page.connection.execute(update(organisation_table).values(sample=True))
    assert page.enters(code).session is None


def test_what_waits_on_the_page_follows_to_where_somebody_is_reached(page: Page):
    first, _second = page.comes("m1"), page.comes("m1")
    page.joins("m1")
    assert page.told("m1") == [("page", "device")]
    assert end_others(page.uow, first.person_id, "", page.at)
    assert page.chats("m1") == [("telegram", True)]
    assert page.told("m1") == [("telegram", "device")]


def test_only_ones_own_device_is_ended(page: Page):
    karim, els = page.comes("m1"), page.comes("t1")
    assert not end_device(page.uow, els.person_id, karim.id, page.at)
    assert not disown_device(page.uow, els.person_id, karim.id, page.at)
    assert end_device(page.uow, karim.person_id, karim.id, page.at)
    assert not end_device(page.uow, karim.person_id, karim.id, page.at)


def test_all_others_leaves_this_one(page: Page):
    first, _second, _third = (page.comes("m1") for _number in range(3))
    assert len(end_others(page.uow, first.person_id, first.seat, page.at)) == 2
    assert page.devices("m1") == [first.id]


def test_that_was_not_me_ends_it_and_tells_the_coach(page: Page):
    mine, other = page.comes("m1"), page.comes("m1")
    assert disown_device(page.uow, mine.person_id, other.id, page.at)
    assert page.devices("m1") == [mine.id]
    assert [asks for _platform, asks in page.told("c1")] == ["device disowned"]
    assert not disown_device(page.uow, mine.person_id, other.id, page.at)


def test_a_coach_ends_all_devices_and_hands_a_link_over(page: Page):
    coach = page.person("c1")
    before = [page.comes("m1"), page.comes("m1")]
    waiting = page.code("m1")
    found = find_around(page.uow, coach.id, page.person("m1").id)
    assert found is not None
    ended = lose_phone(page.uow, found, page.at, coach.id)
    assert sorted(session.id for session in ended) == [session.id for session in before]
    assert page.enters(waiting).session is None
    invited = hand_link(page.uow, found, page.at, coach.id)
    assert page.uow.accounts.find_maker(invited.id) == coach.id
    # Nobody is reached on the page any more: it waits until they come in again.
    assert {platform for platform, _asks in page.told("m1")} == {"own"}
    page.uow.outbox.bring_along(found.id, JoiningPlatform.PAGE, str(found.id))
    assert ("page", "phone lost") in page.told("m1")
    assert ("page", "link handed") in page.told("m1")
    assert page.enters(invited.code).is_new
    (kept, *_more) = page.uow.sessions.list_ended(found.id, 5)
    assert (kept.ended_why, kept.ended_by, kept.ended_at) == (Ending.LOST, coach.id, page.at)


def test_a_coach_does_so_for_nobody_elses_people(page: Page):
    coach = page.person("c1").id
    assert find_around(page.uow, coach, coach) is None
    for who in ("m1", "t1", "s1"):
        for other in ("m1", "m2", "t1", "c1"):
            assert find_around(page.uow, page.person(who).id, page.person(other).id) is None


def expire(page: Page, at):
    while expire_sessions(page.uow, at, 1):
        pass


def unreachable(page: Page) -> list[int]:
    asked = select(errand.c.about_id).where(errand.c.kind == ErrandKind.UNREACHABLE)
    return list(page.connection.execute(asked).scalars())


def test_unused_for_half_a_year_it_ends_and_the_coach_hears_of_it(page: Page):
    session = page.comes("m1")
    expire(page, page.at + LASTS)
    assert page.devices("m1") == [session.id]
    expire(page, page.at + HALF_A_YEAR)
    assert page.devices("m1") == []
    assert unreachable(page) == [session.person_id]
    assert page.uow.accounts.read_chat(session.person_id)[0] == "own"
    page.at += HALF_A_YEAR
    assert page.enters(page.code("m1")).is_new
    assert page.chats("m1") == [("page", True)]
    kinds = page.connection.execute(select(errand.c.kind).where(errand.c.settled_at.is_(None)))
    assert ErrandKind.UNREACHABLE not in set(kinds.scalars())


def test_who_is_reached_elsewhere_is_written_to_there(page: Page):
    page.joins("m1")
    session = page.comes("m1")
    expire(page, page.at + HALF_A_YEAR)
    assert unreachable(page) == []
    assert page.uow.accounts.read_chat(session.person_id)[0] == "telegram"


def test_one_that_is_used_keeps_its_person_in_reach(page: Page):
    old, used = page.comes("m1"), page.comes("m1")
    page.uow.sessions.touch(used, page.at + LASTS)
    expire(page, page.at + HALF_A_YEAR)
    assert page.devices("m1") == [used.id]
    assert unreachable(page) == []
    assert page.uow.sessions.find_by_id(old.id).ended_why is Ending.EXPIRED  # type: ignore[union-attr]


def test_a_clock_that_was_ahead_lets_nothing_last_longer(page: Page):
    session = page.comes("m1")
    ahead = page.at + timedelta(days=400)
    page.uow.sessions.touch(session, ahead)
    (held,) = page.uow.sessions.list_of(session.person_id)
    assert held.is_open(page.at)
    assert held.is_to_touch(page.at)
    assert not held.is_to_touch(ahead)


def test_who_has_left_the_school_keeps_a_session_as_a_chat_is_kept(page: Page):
    session = page.comes("m1")
    lives = [
        life.id
        for who in ("s1", "s2")
        for life in page.uow.endings.list_of_student(page.person(who).id)
    ]
    page.uow.endings.end(lives, page.at)
    assert page.devices("m1") == [session.id]
    assert find_around(page.uow, page.person("c1").id, session.person_id) is None


def test_a_new_name_is_the_same_person(page: Page):
    session = page.comes("m1")
    page.connection.execute(
        update(person).where(person.c.id == session.person_id).values(name="Karim H. Haddad")
    )
    assert page.devices("m1") == [session.id]


def test_of_who_is_away_on_the_page_nothing_is_told_twice(page: Page):
    session = page.comes("m1")
    expire(page, page.at + HALF_A_YEAR)
    account = page.uow.accounts.find_account("page", str(session.person_id))
    assert account is not None
    tell_unreachable(page.uow, account, page.at + HALF_A_YEAR)
    assert unreachable(page) == [session.person_id]


def test_a_token_is_nowhere_in_the_database(page: Page):
    came = page.enters(page.code("m1"))
    rows = page.connection.execute(select(page_session)).all()
    assert came.token not in str(rows)
