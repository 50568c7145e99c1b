"""Chat accounts, invitations and wrong codes, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import IntegrityError

from bot.domain.joining.invitations import LOCKED_FOR, Tries, digest_of, new_code
from bot.domain.school.tracks import Person
from bot.ports.importing import OrganisationRow, PersonRow
from bot.storage.tables import account, invitation, wrong_code
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.invite_person import invite_person
from bot.use_cases.joining.redeem_invitation import Chat, Redeemed, Result, redeem_invitation

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
WEEKS = timedelta(days=14)
HERE = Chat("telegram", "1001")
AT_ONCE = 100
GUESSES = 1000


@pytest.fixture
def people(engine: Engine) -> dict[str, Person]:
    """Karim and Els, of one school."""
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        school = uow.catalogue.add_organisation(OrganisationRow("School", "nl", "UTC"))
        rows = [PersonRow("m1", "Karim Haddad", "karim"), PersonRow("t1", "Els Wouters", "els")]
        uow.catalogue.people.add(school.id, rows)
        return {person.school_id: person for person in uow.people.list_all()}


def invite(engine: Engine, person: Person, at: datetime = AT) -> str:
    with engine.begin() as connection:
        return invite_person(StoredUnitOfWork(connection), person, at, WEEKS).code


def redeem(engine: Engine, code: str, chat: Chat = HERE, at: datetime = AT) -> Redeemed:
    with engine.begin() as connection:
        return redeem_invitation(StoredUnitOfWork(connection), chat, code, at)


def count(engine: Engine, table) -> int:
    with engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_code_lets_in_and_is_not_stored(engine, people):
    code = invite(engine, people["m1"])
    came = redeem(engine, code)
    assert (came.result, came.person) == (Result.JOINED, people["m1"])
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        assert uow.accounts.find_person("telegram", "1001") == people["m1"].id
        assert uow.accounts.find_person("slack", "1001") is None
        (one,) = uow.accounts.list_of(people["m1"].id)
        assert (one.platform, one.address, one.joined_at, one.reachable) == (
            "telegram", "1001", AT, True,
        )  # fmt: skip
        assert uow.accounts.list_joined() == {people["m1"].id: [one]}
        (row,) = connection.execute(select(invitation)).mappings()
    assert row["digest"] == digest_of(code)
    assert code not in str(dict(row))


def test_a_code_works_once(engine, people):
    code = invite(engine, people["m1"])
    redeem(engine, code)
    assert redeem(engine, code).result is Result.ALREADY_HERE
    assert redeem(engine, code, Chat("telegram", "1002")).result is Result.USED
    assert redeem(engine, code, Chat("slack", "D1")).result is Result.USED


def test_a_code_expires(engine, people):
    code = invite(engine, people["m1"])
    assert redeem(engine, code, at=AT + WEEKS).result is Result.EXPIRED
    assert redeem(engine, code, at=AT + WEEKS - timedelta(seconds=1)).result is Result.JOINED


def test_a_new_invitation_withdraws_the_open_one(engine, people):
    former, other = invite(engine, people["m1"]), invite(engine, people["t1"])
    newer = invite(engine, people["m1"], AT + timedelta(hours=1))
    assert redeem(engine, former, at=AT + timedelta(hours=2)).result is Result.EXPIRED
    assert redeem(engine, newer, at=AT + timedelta(hours=2)).result is Result.JOINED
    assert redeem(engine, other, Chat("telegram", "1002")).result is Result.JOINED


def test_a_new_chat_replaces_the_former_one(engine, people):
    redeem(engine, invite(engine, people["m1"]))
    redeem(engine, invite(engine, people["m1"]), Chat("slack", "D1"))
    came = redeem(engine, invite(engine, people["m1"]), Chat("telegram", "1002"))
    assert came.result is Result.JOINED
    assert came.replaced is not None
    assert came.replaced.address == "1001"
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        chats = [
            (account.platform, account.address) for account in uow.accounts.list_of(people["m1"].id)
        ]
        assert chats == [("slack", "D1"), ("telegram", "1002")]
        assert uow.accounts.find_person("telegram", "1001") is None
    assert count(engine, account) == 3
    assert redeem(engine, invite(engine, people["t1"])).result is Result.JOINED


def test_a_chat_of_somebody_else_is_refused_and_the_code_stays_whole(engine, people):
    redeem(engine, invite(engine, people["t1"]))
    code = invite(engine, people["m1"])
    came = redeem(engine, code)
    assert (came.result, came.person) == (Result.TAKEN, None)
    assert redeem(engine, code, Chat("telegram", "1002")).result is Result.JOINED


def test_the_database_itself_allows_one_chat_each(engine, people):
    redeem(engine, invite(engine, people["m1"]))
    for person, address in ((people["t1"], "1001"), (people["m1"], "1002")):
        with pytest.raises(IntegrityError), engine.begin() as connection:
            StoredUnitOfWork(connection).accounts.join(person, "telegram", address, AT)


def test_of_a_hundred_at_once_one_comes_in(engine, people):
    code = invite(engine, people["m1"])
    together = Barrier(AT_ONCE)

    def one(number: int) -> Result:
        together.wait()
        return redeem(engine, code, Chat("telegram", str(number))).result

    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(pool.map(one, range(AT_ONCE)))
    assert sorted(results) == [Result.JOINED, *[Result.USED] * (AT_ONCE - 1)]
    assert count(engine, account) == 1


def test_a_thousand_guesses_are_locked_after_five(engine, people):
    code = invite(engine, people["m1"])
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        results = [
            redeem_invitation(uow, HERE, new_code(), AT + timedelta(seconds=number)).result
            for number in range(GUESSES)
        ]
    assert results == [Result.UNKNOWN] * 4 + [Result.LOCKED] * (GUESSES - 4)
    assert redeem(engine, code, at=AT + timedelta(minutes=50)).result is Result.LOCKED
    assert redeem(engine, code, Chat("telegram", "1002"), AT).result is Result.JOINED
    after = AT + LOCKED_FOR + timedelta(seconds=4)
    assert redeem(engine, new_code(), at=after).result is Result.UNKNOWN


def test_guesses_at_once_are_counted_one_by_one(engine, people):
    together = Barrier(20)

    def one(_number: int) -> Result:
        together.wait()
        return redeem(engine, new_code()).result

    with ThreadPoolExecutor(20) as pool:
        results = list(pool.map(one, range(20)))
    assert results.count(Result.UNKNOWN) == 4
    assert results.count(Result.LOCKED) == 16


def test_a_spent_code_in_between_does_not_wipe_the_slate(engine, people):
    spent = invite(engine, people["t1"])
    redeem(engine, spent, Chat("telegram", "1002"))
    for _number in range(4):
        assert redeem(engine, new_code()).result is Result.UNKNOWN
        assert redeem(engine, spent).result is Result.USED
    assert redeem(engine, new_code()).result is Result.LOCKED


def test_who_comes_in_leaves_no_wrong_codes_behind(engine, people):
    redeem(engine, "no code at all")
    redeem(engine, invite(engine, people["m1"]))
    assert count(engine, wrong_code) == 0


def test_reachable_or_not(engine, people):
    redeem(engine, invite(engine, people["m1"]))
    with engine.begin() as connection:
        accounts = StoredUnitOfWork(connection).accounts
        assert not accounts.mark_reachable("telegram", "1001")
        assert accounts.mark_unreachable("telegram", "1001", AT)
        assert not accounts.mark_unreachable("telegram", "1001", AT + timedelta(days=1))
        assert not accounts.mark_unreachable("telegram", "1002", AT)
        (one,) = accounts.list_of(people["m1"].id)
        assert (one.reachable, one.unreachable_since) == (False, AT)
        assert accounts.mark_reachable("telegram", "1001")
        (one,) = accounts.list_of(people["m1"].id)
        assert (one.reachable, one.unreachable_since) == (True, None)
        accounts.leave(one, AT)
        assert accounts.list_of(people["m1"].id) == []
        assert accounts.read_and_hold_tries("telegram", "1001") == Tries()
