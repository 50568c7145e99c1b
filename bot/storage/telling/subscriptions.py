"""Devices on which people want a ping, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from typing_extensions import override

from bot.domain.joining.sessions import LASTS
from bot.domain.telling.subscriptions import EndedWhy, Endpoint
from bot.ports.telling.subscriptions import NewSubscription, Subscription, Subscriptions
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import page_session, push_subscription

_LIVING = push_subscription.c.ended_at.is_(None)
_FOUND = (
    select(
        push_subscription.c.id,
        push_subscription.c.organisation_id,
        push_subscription.c.person_id,
        push_subscription.c.session_id,
        page_session.c.seat,
        push_subscription.c.endpoint,
        push_subscription.c.p256dh,
        push_subscription.c.auth,
        push_subscription.c.made_at,
    )
    .join(page_session, page_session.c.id == push_subscription.c.session_id)
    .where(
        _LIVING,
        page_session.c.ended_at.is_(None),
        page_session.c.used_at > bindparam("used_since", type_=Instant),
    )
    .order_by(push_subscription.c.id)
)
_OF = _FOUND.where(push_subscription.c.person_id == bindparam("person"))
_ONE = _FOUND.where(push_subscription.c.id == bindparam("subscription"))
_NEWEST = (
    select(push_subscription.c.id, push_subscription.c.ended_why)
    .where(push_subscription.c.session_id == bindparam("session"))
    .order_by(push_subscription.c.id.desc())
    .limit(1)
)
_ADD = insert(push_subscription).returning(push_subscription.c.id)
_END = (
    update(push_subscription)
    .where(push_subscription.c.id == bindparam("subscription"), _LIVING)
    .values(ended_at=bindparam("at"), ended_why=bindparam("why"))
)


class StoredSubscriptions(Connected, Subscriptions):
    """Subscriptions on one connection."""

    @override
    def list_of(self, person_id: int, at: datetime) -> Sequence[Subscription]:
        rows = self._connection.execute(_OF, {"person": person_id, "used_since": at - LASTS})
        return [_subscription(row) for row in rows]

    @override
    def find(self, subscription_id: int, at: datetime) -> Subscription | None:
        asked = {"subscription": subscription_id, "used_since": at - LASTS}
        row = self._connection.execute(_ONE, asked).one_or_none()
        return _subscription(row) if row else None

    @override
    def find_of_session(self, session_id: int) -> tuple[int, EndedWhy | None] | None:
        row = self._connection.execute(_NEWEST, {"session": session_id}).one_or_none()
        return (row.id, EndedWhy(row.ended_why) if row.ended_why else None) if row else None

    @override
    def add(self, new: NewSubscription, at: datetime) -> int:
        values = {
            "organisation_id": new.organisation_id,
            "person_id": new.person_id,
            "session_id": new.session_id,
            "endpoint": new.endpoint.address,
            "p256dh": new.endpoint.p256dh,
            "auth": new.endpoint.auth,
            "made_at": at,
        }
        added: int = self._connection.execute(_ADD, values).scalar_one()
        return added

    @override
    def end(self, subscription_id: int, at: datetime, why: EndedWhy) -> bool:
        asked = {"subscription": subscription_id, "at": at, "why": why.value}
        return self._connection.execute(_END, asked).rowcount == 1


def _subscription(row: Row[*tuple[Any, ...]]) -> Subscription:
    known = dict(row._mapping)
    endpoint = Endpoint(known.pop("endpoint"), known.pop("p256dh"), known.pop("auth"))
    return Subscription(**known, endpoint=endpoint)
