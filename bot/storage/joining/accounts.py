"""Chat accounts, invitations and wrong codes on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Integer,
    Row,
    and_,
    bindparam,
    cast,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    true,
    union,
    update,
)
from typing_extensions import override

from bot.domain.joining.accounts import Account
from bot.domain.joining.invitations import Invitation, Tries
from bot.domain.placing import Placed
from bot.domain.school.tracks import Person, Role
from bot.ports.joining.accounts import Accounts
from bot.storage.connected import Connected
from bot.storage.tables import (
    account,
    chat_message,
    invitation,
    involvement,
    organisation_table,
    person,
    track,
    wrong_code,
)
from bot.storage.telling.chats import ADDRESS, BEST_CHAT, PLATFORM

_STANDING = account.c.left_at.is_(None)
_THERE = (
    (account.c.platform == bindparam("on_platform"))
    & (account.c.address == bindparam("at_address"))
    & _STANDING
)
_PERSON_OF = select(account.c.person_id).where(_THERE)
_ACCOUNTS = (
    select(
        account.c.id,
        account.c.organisation_id,
        account.c.person_id,
        account.c.platform,
        account.c.address,
        account.c.joined_at,
        account.c.reachable,
        account.c.unreachable_since,
        account.c.heard_number,
        account.c.heard_at,
    )
    .where(_STANDING)
    .order_by(account.c.person_id, account.c.platform)
)
_OF = _ACCOUNTS.where(account.c.person_id == bindparam("person"))
_AT = _ACCOUNTS.where(_THERE)
_CHAT_OF = (
    select(PLATFORM, ADDRESS)
    .select_from(person)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .outerjoin(account, account.c.id == BEST_CHAT)
    .where(person.c.id == bindparam("person"))
)
_SCORERS = union(
    select(track.c.student_id.label("person_id")).where(
        track.c.id.in_(bindparam("tracks", expanding=True))
    ),
    select(involvement.c.person_id).where(
        involvement.c.track_id.in_(bindparam("tracks", expanding=True)),
        involvement.c.role != Role.COACH.value,
    ),
)
_TALKS_HERE = exists().where(chat_message.c.person_id == person.c.id, chat_message.c.mine.is_(True))
_AWAY = (
    select(person.c.name, func.count(account.c.id).label("chats"))
    .outerjoin(account, and_(account.c.person_id == person.c.id, _STANDING))
    .where(
        person.c.id.in_(_SCORERS),
        # Who has no chat but talks here is not away either.
        or_(account.c.id.is_not(None), ~_TALKS_HERE),
    )
    .group_by(person.c.id, person.c.name)
    # A chat that cannot be reached counts nothing here, so whoever has another one is not away.
    .having(func.coalesce(func.sum(cast(account.c.reachable, Integer)), 0) == 0)
    .order_by(person.c.name, person.c.id)
)
_JOIN = insert(account)
_LEAVE = (
    update(account)
    .where(account.c.id == bindparam("account"), _STANDING)
    .values(left_at=bindparam("at"))
)
_UNREACHABLE = (
    update(account)
    .where(_THERE, account.c.reachable)
    .values(reachable=False, unreachable_since=bindparam("at"))
)
_REACHABLE = (
    update(account)
    .where(_THERE, account.c.reachable.is_not(true()))
    .values(reachable=True, unreachable_since=None)
)
_HEAR = (
    update(account)
    .where(account.c.id == bindparam("account"))
    .values(heard_number=bindparam("number"), heard_at=bindparam("at"))
)

_INVITE = insert(invitation).returning(invitation.c.id)
_MAKER = select(invitation.c.made_by).where(invitation.c.id == bindparam("invitation"))
_OPEN = invitation.c.redeemed_at.is_(None) & invitation.c.withdrawn_at.is_(None)
_WITHDRAW = (
    update(invitation)
    .where(
        invitation.c.person_id == bindparam("person"),
        _OPEN,
        invitation.c.expires_at > bindparam("at"),
    )
    .values(withdrawn_at=bindparam("at"))
)
_INVITATION = select(
    invitation.c.id,
    invitation.c.organisation_id,
    invitation.c.person_id,
    invitation.c.made_at,
    invitation.c.expires_at,
    invitation.c.redeemed_at,
    invitation.c.withdrawn_at,
).where(invitation.c.digest == bindparam("digest"))
# Compare and set: of those who redeem at once, one finds it open, on both engines.
_REDEEM = (
    update(invitation)
    .where(
        invitation.c.id == bindparam("invitation"),
        _OPEN,
        invitation.c.expires_at > bindparam("at"),
    )
    .values(redeemed_at=bindparam("at"))
)

_CHAT = (wrong_code.c.platform == bindparam("on_platform")) & (
    wrong_code.c.address == bindparam("at_address")
)
# There must be a row to hold; the update that changes nothing holds one that was there.
_TRIES = text(
    "INSERT INTO wrong_code (platform, address, count) VALUES (:on_platform, :at_address, 0) "
    "ON CONFLICT (platform, address) DO UPDATE SET count = wrong_code.count "
    "RETURNING count, locked_until"
).columns(wrong_code.c.count, wrong_code.c.locked_until)
_SET_TRIES = (
    update(wrong_code)
    .where(_CHAT)
    .values(count=bindparam("new_count"), locked_until=bindparam("new_lock"))
)
_FORGET_TRIES = delete(wrong_code).where(_CHAT)


def _account(row: Row[*tuple[Any, ...]]) -> Account:
    plain = dict(row._mapping)
    number, at = plain.pop("heard_number"), plain.pop("heard_at")
    return Account(**plain, newest=Placed(number, at) if number is not None else None)


class StoredAccounts(Connected, Accounts):
    """Accounts and invitations on one connection."""

    @override
    def find_person(self, platform: str, address: str) -> int | None:
        return self._connection.execute(_PERSON_OF, _chat(platform, address)).scalar()

    @override
    def find_account(self, platform: str, address: str) -> Account | None:
        row = self._connection.execute(_AT, _chat(platform, address)).one_or_none()
        return _account(row) if row else None

    @override
    def list_of(self, person_id: int) -> list[Account]:
        return [_account(row) for row in self._connection.execute(_OF, {"person": person_id})]

    @override
    def read_chat(self, person_id: int) -> tuple[str, str]:
        platform, address = self._connection.execute(_CHAT_OF, {"person": person_id}).one()
        return platform, address

    @override
    def list_out_of_reach(self, tracks: Collection[int]) -> tuple[Sequence[str], Sequence[str]]:
        rows = self._connection.execute(_AWAY, {"tracks": list(tracks)}).all()
        return (
            [row.name for row in rows if not row.chats],
            [row.name for row in rows if row.chats],
        )

    @override
    def list_joined(self) -> Mapping[int, Sequence[Account]]:
        chats: dict[int, list[Account]] = defaultdict(list)
        for chat in map(_account, self._connection.execute(_ACCOUNTS)):
            chats[chat.person_id].append(chat)
        return dict(chats)

    @override
    def join(self, person: Person, platform: str, address: str, at: datetime) -> None:
        self._connection.execute(
            _JOIN,
            {
                "organisation_id": person.organisation_id,
                "person_id": person.id,
                "platform": platform,
                "address": address,
                "joined_at": at,
            },
        )

    @override
    def leave(self, account: Account, at: datetime) -> None:
        self._connection.execute(_LEAVE, {"account": account.id, "at": at})

    @override
    def mark_unreachable(self, platform: str, address: str, at: datetime) -> bool:
        there = {**_chat(platform, address), "at": at}
        return self._connection.execute(_UNREACHABLE, there).rowcount == 1

    @override
    def mark_reachable(self, platform: str, address: str) -> bool:
        return self._connection.execute(_REACHABLE, _chat(platform, address)).rowcount == 1

    @override
    def note_heard(self, account: Account, placed: Placed) -> None:
        newest = {"account": account.id, "number": placed.number, "at": placed.at}
        self._connection.execute(_HEAR, newest)

    @override
    def invite(
        self,
        person: Person,
        digest: str,
        made_at: datetime,
        expires_at: datetime,
        made_by: int | None = None,
    ) -> int:
        row = {
            "organisation_id": person.organisation_id,
            "person_id": person.id,
            "digest": digest,
            "made_at": made_at,
            "expires_at": expires_at,
            "made_by": made_by,
        }
        return int(self._connection.execute(_INVITE, row).scalar_one())

    @override
    def withdraw_invitations(self, person_id: int, at: datetime) -> int:
        return self._connection.execute(_WITHDRAW, {"person": person_id, "at": at}).rowcount

    @override
    def find_invitation(self, digest: str) -> Invitation | None:
        row = self._connection.execute(_INVITATION, {"digest": digest}).one_or_none()
        return Invitation(**row._mapping) if row else None

    @override
    def find_maker(self, invitation_id: int) -> int | None:
        return self._connection.execute(_MAKER, {"invitation": invitation_id}).scalar()

    @override
    def redeem(self, invitation: Invitation, at: datetime) -> bool:
        now = {"invitation": invitation.id, "at": at}
        return self._connection.execute(_REDEEM, now).rowcount == 1

    @override
    def read_and_hold_tries(self, platform: str, address: str) -> Tries:
        row = self._connection.execute(_TRIES, _chat(platform, address)).one()
        return Tries(**row._mapping)

    @override
    def set_tries(self, platform: str, address: str, tries: Tries) -> None:
        chat = _chat(platform, address)
        if tries.count == 0:
            self._connection.execute(_FORGET_TRIES, chat)
            return
        new = {"new_count": tries.count, "new_lock": tries.locked_until}
        self._connection.execute(_SET_TRIES, {**chat, **new})


def _chat(platform: str, address: str) -> dict[str, str]:
    return {"on_platform": platform, "at_address": address}
