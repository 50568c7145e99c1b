"""What reached somebody, and what follows from reaching them again, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, String, and_, bindparam, case, exists, func, or_, select, update
from typing_extensions import override

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import UNREACHABLE, DeliveryError, DeliveryState
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.places import PINGS
from bot.messages import MessageKind
from bot.ports.telling.outbox import OutboxMessage
from bot.ports.telling.reach import Arrived, Reach
from bot.ports.worlds import HERE
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import account, chat_message, errand, organisation_table, outbox
from bot.storage.tables import person as person_table
from bot.storage.telling.outbox_rows import message_of, read_asks

AT_MOST = 20
"""Messages that are given up in one transaction."""

_AT = bindparam("at", type_=Instant)
_GIVEN = and_(
    errand.c.kind == bindparam("given", type_=String),
    errand.c.about_id == bindparam("about"),
    errand.c.due_at >= bindparam("given_since", type_=Instant),
)
_TAKE_BACK = update(errand).where(_GIVEN, errand.c.settled_at.is_(None)).values(settled_at=_AT)
_TOLD = select(errand.c.person_id).where(_GIVEN, errand.c.outbox_id.is_not(None)).distinct()
_WHEN = func.coalesce(outbox.c.sent_at, outbox.c.made_at, type_=Instant)
# A ping is a sign of a message, which has a row of its own; a code by mail is none either.
_NO_PING = outbox.c.platform.not_in(PINGS)
_REACHED = and_(
    outbox.c.person_id == bindparam("person"),
    _NO_PING,
    # What is to be edited has arrived before; of what is unknown it may have.
    or_(outbox.c.platform_ref != "", outbox.c.state == DeliveryState.UNKNOWN.value),
)
_SINCE = bindparam("since", type_=Instant)
_ANY = select(select(outbox.c.id).where(_REACHED, _WHEN > _SINCE).exists())
_ARRIVED = (
    select(outbox.c.asks, _WHEN.label("at"))
    .where(_REACHED, _WHEN >= _SINCE, outbox.c.kind == bindparam("kind", type_=String))
    .order_by(_WHEN.desc(), outbox.c.id.desc())
)
# By its id the newest is found at once, however much somebody said.
_SAID_LAST = (
    select(chat_message.c.said_at)
    .where(chat_message.c.person_id == person_table.c.id, chat_message.c.mine.is_(True))
    .order_by(chat_message.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_LOOKS_HERE = or_(
    _SAID_LAST >= _SINCE,
    exists().where(
        outbox.c.person_id == person_table.c.id,
        outbox.c.platform == HERE,
        outbox.c.sent_at >= _SINCE,
    ),
)
_USES_CHATS = exists().where(
    account.c.organisation_id == person_table.c.organisation_id, account.c.left_at.is_(None)
)
_READS_HERE = select(or_(organisation_table.c.sample, _LOOKS_HERE, ~_USES_CHATS)).select_from(
    person_table.join(organisation_table)
)
_OF_PERSON = _READS_HERE.where(person_table.c.id == bindparam("person"))
UNCOME = (
    select(
        *(outbox.c[name] for name in (
            "id", "organisation_id", "person_id", "track_id", "platform", "address", "kind",
            "content", "attempts", "expires_at", "made_at", "asks", "day",
        )),
        outbox.c.platform_ref.label("ref"),
    )
    .join(person_table, person_table.c.id == outbox.c.person_id)
    .where(
        outbox.c.platform == HERE,
        outbox.c.state == DeliveryState.PENDING.value,
        outbox.c.made_at <= bindparam("before", type_=Instant),
        _USES_CHATS,
    )
    .order_by(outbox.c.id)
    .limit(AT_MOST)
)  # fmt: skip
_GIVE_UP = (
    update(outbox)
    .where(outbox.c.id == bindparam("message"), outbox.c.state == DeliveryState.PENDING.value)
    .values(state=DeliveryState.DEAD.value, last_error=DeliveryError.EXPIRED.value)
)
_HERE = and_(
    outbox.c.platform == bindparam("on_platform", type_=String),
    outbox.c.address == bindparam("at_address", type_=String),
)
_REVIVE = (
    update(outbox)
    .where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.state == DeliveryState.DEAD.value,
        outbox.c.last_error.in_(sorted(UNREACHABLE)),
        outbox.c.asks != Asks.DAY,
        _NO_PING,
        # A notice tells of the chat in which it stands.
        outbox.c.kind != MessageKind.NOTICE.value,
        or_(outbox.c.expires_at.is_(None), outbox.c.expires_at > _AT),
    )
    .values(
        # In another chat there is nothing that could be edited.
        platform_ref=case((_HERE, outbox.c.platform_ref), else_=""),
        platform=bindparam("on_platform", type_=String),
        address=bindparam("at_address", type_=String),
        state=DeliveryState.PENDING.value,
        last_error="",
        not_before=_AT,
    )
)


@cache
def _uncome(asks: frozenset[str]) -> Select[*tuple[Any, ...]]:
    """Ask for what waits with one of these requests; each tick asks, so it is written once."""
    return UNCOME.where(or_(*(outbox.c.asks.like(f"{name}:%") for name in sorted(asks))))


class StoredReach(Connected, Reach):
    """Who is reached, and again, on one connection."""

    @override
    def list_arrived(self, person_id: int, kind: MessageKind, since: datetime) -> Sequence[Arrived]:
        asked = {"person": person_id, "kind": kind.value, "since": since}
        rows = self._connection.execute(_ARRIVED, asked).all()
        found = ((read_asks(row.asks), row.at) for row in rows)
        return [Arrived(asks, about, at) for (asks, about), at in found if about is not None]

    @override
    def has_arrived(self, person_id: int, since: datetime) -> bool:
        asked = {"person": person_id, "since": since}
        return bool(self._connection.execute(_ANY, asked).scalar_one())

    @override
    def reads_here(self, person_id: int, since: datetime) -> bool:
        asked = {"person": person_id, "since": since}
        return bool(self._connection.execute(_OF_PERSON, asked).scalar())

    @override
    def list_uncome(self, asks: Collection[str], before: datetime) -> Sequence[OutboxMessage]:
        rows = self._connection.execute(_uncome(frozenset(asks)), {"before": before})
        return [message_of(row) for row in rows]

    @override
    def give_up(self, message_id: int) -> bool:
        return self._connection.execute(_GIVE_UP, {"message": message_id}).rowcount == 1

    @override
    def revive(self, person_id: int, platform: str, address: str, at: datetime) -> int:
        chat = {"on_platform": platform, "at_address": address}
        return self._connection.execute(_REVIVE, {**chat, "person": person_id, "at": at}).rowcount

    @override
    def take_back(
        self, kind: ErrandKind, about_id: int, since: datetime, at: datetime
    ) -> frozenset[int]:
        given = {"given": kind.value, "about": about_id, "given_since": since}
        self._connection.execute(_TAKE_BACK, {**given, "at": at})
        return frozenset(self._connection.execute(_TOLD, given).scalars())
