"""Files with what is kept of somebody, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, insert, or_, select, update
from typing_extensions import override

from bot.domain.rights.having import (
    MADE_WITHIN,
    TAKE_AWAY_LASTS,
    TOLD_BEFORE,
    TRIES,
    TakeAway,
)
from bot.domain.school.tracks import Person
from bot.ports.rights.having import TakeAways
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import take_away

_COLUMNS = (
    take_away.c.id,
    take_away.c.organisation_id,
    take_away.c.person_id,
    take_away.c.asked_at,
    take_away.c.expires_at,
    take_away.c.code,
    take_away.c.made_at,
    take_away.c.size,
    take_away.c.tries,
)
_AT = bindparam("at", type_=Instant)
_OF = select(*_COLUMNS).where(take_away.c.person_id == bindparam("person"))
_THERE = (take_away.c.made_at.is_not(None), take_away.c.expires_at > _AT)
_BY_CODE = select(*_COLUMNS).where(take_away.c.code == bindparam("code"), *_THERE)
_DATA = select(take_away.c.data).where(
    take_away.c.id == bindparam("take_away"),
    take_away.c.person_id == bindparam("person"),
    *_THERE,
)
_ADD = insert(take_away).returning(*_COLUMNS)
_FORGET_OF = delete(take_away).where(take_away.c.person_id == bindparam("person"))
_FORGET = delete(take_away).where(take_away.c.id == bindparam("take_away"))
_NEXT = (
    select(take_away.c.id)
    .where(
        take_away.c.made_at.is_(None),
        take_away.c.asked_at <= bindparam("told", type_=Instant),
        take_away.c.expires_at > _AT,
        take_away.c.tries < TRIES,
        or_(take_away.c.in_hand_until.is_(None), take_away.c.in_hand_until <= _AT),
    )
    .order_by(take_away.c.id)
    .limit(1)
)
_TAKE = (
    update(take_away)
    .where(
        take_away.c.id == _NEXT.with_for_update(skip_locked=True).scalar_subquery(),
    )
    .values(tries=take_away.c.tries + 1, in_hand_until=bindparam("until", type_=Instant))
    .returning(*_COLUMNS)
)
_KEEP = (
    update(take_away)
    .where(take_away.c.id == bindparam("take_away"), take_away.c.made_at.is_(None))
    .values(
        made_at=_AT,
        in_hand_until=None,
        expires_at=bindparam("over", type_=Instant),
        size=bindparam("length"),
        data=bindparam("made"),
    )
)
OVER = (
    select(*_COLUMNS)
    .where(
        or_(
            take_away.c.expires_at <= _AT,
            # Whoever made it was killed in the last try: nobody else takes it in hand.
            and_(
                take_away.c.made_at.is_(None),
                take_away.c.tries >= TRIES,
                take_away.c.in_hand_until <= _AT,
            ),
        )
    )
    .order_by(take_away.c.id)
    .limit(bindparam("at_most"))
)
"""What is over: its day, or every try to make it."""


class StoredTakeAways(Connected, TakeAways):
    """Files with what is kept of somebody, on one connection."""

    @override
    def find_newest(self, person_id: int) -> TakeAway | None:
        row = self._connection.execute(_OF, {"person": person_id}).one_or_none()
        return _take_away(row) if row else None

    @override
    def find(self, take_away_id: int, person_id: int) -> TakeAway | None:
        found = self.find_newest(person_id)
        return found if found is not None and found.id == take_away_id else None

    @override
    def find_by_code(self, code: str, at: datetime) -> TakeAway | None:
        row = self._connection.execute(_BY_CODE, {"code": code, "at": at}).one_or_none()
        return _take_away(row) if row else None

    @override
    def read_data(self, take_away_id: int, person_id: int, at: datetime) -> bytes | None:
        asked = {"take_away": take_away_id, "person": person_id, "at": at}
        data: bytes | None = self._connection.execute(_DATA, asked).scalar_one_or_none()
        return data

    @override
    def ask(self, person: Person, code: str, at: datetime) -> TakeAway:
        self._connection.execute(_FORGET_OF, {"person": person.id})
        row = {
            "organisation_id": person.organisation_id,
            "person_id": person.id,
            "asked_at": at,
            "expires_at": at + TAKE_AWAY_LASTS,
            "code": code,
        }
        return _take_away(self._connection.execute(_ADD, row).one())

    @override
    def begin(self, at: datetime) -> TakeAway | None:
        values = {"at": at, "told": at - TOLD_BEFORE, "until": at + MADE_WITHIN}
        if self._connection.execute(_NEXT, values).first() is None:
            return None  # whoever writes keeps others waiting
        row = self._connection.execute(_TAKE, values).one_or_none()
        return _take_away(row) if row else None

    @override
    def keep(self, take_away: TakeAway, data: bytes, at: datetime) -> bool:
        values = {
            "take_away": take_away.id,
            "at": at,
            "over": at + TAKE_AWAY_LASTS,
            "length": len(data),
            "made": data,
        }
        return self._connection.execute(_KEEP, values).rowcount == 1

    @override
    def drop(self, take_away: TakeAway) -> None:
        self._connection.execute(_FORGET, {"take_away": take_away.id})

    @override
    def drop_over(self, at: datetime, at_most: int) -> Sequence[TakeAway]:
        rows = self._connection.execute(OVER, {"at": at, "at_most": at_most}).all()
        over = [_take_away(row) for row in rows]
        for own in over:
            self.drop(own)
        return over

    @override
    def is_over(self, at: datetime) -> bool:
        return self._connection.execute(OVER, {"at": at, "at_most": 1}).first() is not None


def _take_away(row: Any) -> TakeAway:
    return TakeAway(*row)
