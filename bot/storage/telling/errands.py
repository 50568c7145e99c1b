"""Errands on one connection: given, gathered into one message a day, and closed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
    text,
    update,
)
from typing_extensions import override

from bot.domain.telling.delivery import DeliveryState
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours
from bot.ports.telling.errands import (
    Errand,
    Errands,
    Gathering,
    NewErrand,
    Waiting,
    ZoneWaiting,
)
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import errand, organisation_table, outbox, person
from bot.storage.telling.gathering import list_due, take_day, write_messages

_GIVE = text(
    "INSERT INTO errand (organisation_id, person_id, kind, subject, about_id, due_at, expires_at,"
    " since) VALUES (:organisation_id, :person_id, :kind, :subject, :about_id, :due_at,"
    " :expires_at, :since)"
    " ON CONFLICT (person_id, kind, subject) DO NOTHING"
).bindparams(*(bindparam(name, type_=Instant) for name in ("due_at", "expires_at", "since")))


def _any_is(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.max(case((condition, 1), else_=0))


_AT = bindparam("at", type_=Instant)
_OPEN = errand.c.settled_at.is_(None)
_ONE: ColumnElement[int] = literal_column("1")
_prompt = errand.alias("prompt")
_OWN_HOUR = and_(
    _prompt.c.kind == ErrandKind.PROMPT, _prompt.c.due_at <= _AT, _prompt.c.expires_at > _AT
)
_ZONE = func.coalesce(person.c.time_zone, organisation_table.c.time_zone)
_IN_TIME = and_(errand.c.due_at <= _AT, errand.c.expires_at > _AT)
_ZONES = (
    select(
        _ZONE.label("zone"),
        _any_is(_IN_TIME).label("due"),
        _any_is(and_(_IN_TIME, errand.c.kind == ErrandKind.PROMPT)).label("asking"),
        _any_is(errand.c.expires_at <= _AT).label("late"),
    )
    .select_from(errand)
    .join(person, person.c.id == errand.c.person_id)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(
        _OPEN,
        # True of all: SQLite then walks through those that are open, and not through all.
        errand.c.due_at > bindparam("ever", type_=Instant),
        or_(errand.c.due_at <= _AT, errand.c.expires_at <= _AT),
        IN_WORLD,
    )
    .group_by(_ZONE)
)
# Also once it is settled: the message that takes it along may have to be sent anew.
_ASKS_NOW = select(_ONE).where(_OWN_HOUR, _prompt.c.person_id == bindparam("person")).limit(1)
_ALONE = select(func.count()).where(
    errand.c.outbox_id
    == select(_prompt.c.outbox_id).where(_prompt.c.id == bindparam("errand")).scalar_subquery()
)
_COLUMNS = (
    errand.c.id,
    errand.c.kind,
    errand.c.subject,
    errand.c.about_id,
    errand.c.due_at,
    errand.c.expires_at,
    errand.c.since,
)
_OF_MESSAGE = (
    select(*_COLUMNS)
    .where(
        errand.c.person_id == bindparam("person"),
        or_(
            errand.c.outbox_id == bindparam("message"),
            and_(_OPEN, errand.c.due_at < bindparam("until", type_=Instant)),
        ),
        errand.c.expires_at > _AT,
    )
    .order_by(errand.c.due_at, errand.c.id)
)
_SETTLE = (
    update(errand)
    .where(errand.c.id.in_(bindparam("errands", expanding=True)))
    .values(settled_at=_AT, outbox_id=bindparam("message", type_=Integer))
)
_REOPEN = (
    update(errand)
    .where(
        errand.c.outbox_id.in_(
            select(outbox.c.id).where(
                outbox.c.id.in_(bindparam("messages", expanding=True)),
                outbox.c.state == DeliveryState.DEAD.value,
            )
        )
    )
    .values(settled_at=None, outbox_id=None)
)
_WAITING = (
    select(
        func.coalesce(person.c.time_zone, organisation_table.c.time_zone).label("zone"),
        person.c.hours,
        errand.c.due_at,
        errand.c.expires_at,
    )
    .join(person, person.c.id == errand.c.person_id)
    .join(organisation_table, organisation_table.c.id == errand.c.organisation_id)
    .where(
        _OPEN,
        # A question comes on every workplace day: that is known without looking ahead.
        errand.c.kind != ErrandKind.PROMPT,
        errand.c.expires_at > _AT,
        IN_WORLD,
    )
    .distinct()
)
_OF_WORLD = select(organisation_table.c.id).where(IN_WORLD)
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_EXPIRED = (
    select(errand.c.id)
    .where(
        _OPEN,
        # True of all: SQLite then walks through those that are open, and not through all.
        errand.c.due_at > bindparam("ever", type_=Instant),
        errand.c.expires_at <= _AT,
        errand.c.organisation_id.in_(_OF_WORLD),
    )
    .limit(bindparam("at_most"))
    .correlate(None)
)
_DROP = update(errand).where(errand.c.id.in_(_EXPIRED)).values(settled_at=_AT)


class StoredErrands(Connected, Errands):
    """Errands on one connection."""

    @override
    def give(self, errands: Sequence[NewErrand]) -> int:
        if not errands:
            return 0
        return self._connection.execute(_GIVE, [asdict(errand) for errand in errands]).rowcount

    @override
    def list_due_people(self, gathering: Gathering) -> Sequence[int]:
        return list_due(self._connection, gathering)

    @override
    def write_day_messages(self, gathering: Gathering) -> int:
        return write_messages(self._connection, gathering)

    @override
    def take_day(self, message_id: int, day: str) -> bool:
        return take_day(self._connection, message_id, day)

    @override
    def read_zones(self, world: World) -> Mapping[str, ZoneWaiting]:
        asked = {"world": world.here, "at": world.at, "ever": _EVER}
        return {
            row.zone: ZoneWaiting(bool(row.due), bool(row.asking), bool(row.late))
            for row in self._connection.execute(_ZONES, asked)
        }

    @override
    def asks_now(self, person_id: int, at: datetime) -> bool:
        asked = {"person": person_id, "at": at}
        return self._connection.execute(_ASKS_NOW, asked).first() is not None

    @override
    def was_told_alone(self, errand_id: int) -> bool:
        return bool(self._connection.execute(_ALONE, {"errand": errand_id}).scalar_one() == 1)

    @override
    def list_of_message(
        self, person_id: int, message_id: int, until: datetime, at: datetime
    ) -> Sequence[Errand]:
        asked = {"person": person_id, "message": message_id, "until": until, "at": at}
        return [Errand(**row._mapping) for row in self._connection.execute(_OF_MESSAGE, asked)]

    @override
    def close(self, errands: Collection[int], at: datetime, message_id: int | None = None) -> None:
        if errands:
            asked = {"errands": list(errands), "at": at, "message": message_id}
            self._connection.execute(_SETTLE, asked)

    @override
    def reopen(self, messages: Collection[int]) -> None:
        self._connection.execute(_REOPEN, {"messages": list(messages)})

    @override
    def list_waiting(self, world: World) -> Sequence[Waiting]:
        asked = {"at": world.at, "world": world.here}
        return [
            Waiting(row.zone, Hours(row.hours), row.due_at, row.expires_at)
            for row in self._connection.execute(_WAITING, asked)
        ]

    @override
    def close_expired(self, world: World, at_most: int = 500) -> int:
        asked = {"at": world.at, "world": world.here, "at_most": at_most, "ever": _EVER}
        return self._connection.execute(_DROP, asked).rowcount
