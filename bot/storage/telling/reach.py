"""What reached somebody, and what follows from reaching them again, on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, and_, bindparam, case, func, or_, select, update
from typing_extensions import override

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import UNREACHABLE, DeliveryState
from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.ports.telling.reach import Arrived, Reach
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import errand, outbox
from bot.storage.telling.outbox_rows import read_asks

_AT = bindparam("at", type_=Instant)
_GIVEN = and_(
    errand.c.kind == bindparam("given", type_=String),
    errand.c.about_id == bindparam("about"),
    errand.c.due_at >= bindparam("given_since", type_=Instant),
)
_TAKE_BACK = update(errand).where(_GIVEN, errand.c.settled_at.is_(None)).values(settled_at=_AT)
_TOLD = select(errand.c.person_id).where(_GIVEN, errand.c.outbox_id.is_not(None)).distinct()
_WHEN = func.coalesce(outbox.c.sent_at, outbox.c.made_at, type_=Instant)
_REACHED = and_(
    outbox.c.person_id == bindparam("person"),
    # What is to be edited has arrived before; of what is unknown it may have.
    or_(outbox.c.platform_ref != "", outbox.c.state == DeliveryState.UNKNOWN.value),
    bindparam("since", type_=Instant) <= _WHEN,
)
_ANY = select(select(outbox.c.id).where(_REACHED).exists())
_ARRIVED = (
    select(outbox.c.asks, _WHEN.label("at"))
    .where(_REACHED, outbox.c.kind == bindparam("kind", type_=String))
    .order_by(_WHEN.desc(), outbox.c.id.desc())
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
